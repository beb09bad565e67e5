#include "engine/training/batches.h"
#include "tests/support/run.h"

#include <QTest>

#include <algorithm>

using namespace lamina;

class BatchesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anEpochsOrderIsAPermutation()
    {
        std::vector<Index> order(1000);
        orderOfEpoch(7, 3, true, order);
        QVERIFY(!std::is_sorted(order.begin(), order.end()));
        std::vector<Index> sorted = order;
        std::sort(sorted.begin(), sorted.end());
        for (std::size_t i = 0; i < sorted.size(); ++i)
            QCOMPARE(sorted[i], static_cast<Index>(i));
    }

    void orderFollowsSeedAndEpochAlone()
    {
        std::vector<Index> a(100);
        std::vector<Index> b(100);
        orderOfEpoch(7, 3, true, a);
        orderOfEpoch(9, 1, true, b); // in between
        orderOfEpoch(7, 3, true, b);
        QVERIFY(a == b);
        orderOfEpoch(7, 4, true, b);
        QVERIFY(a != b);
        orderOfEpoch(8, 3, true, b);
        QVERIFY(a != b);
    }

    void everyPlaceIsEquallyLikely()
    {
        std::vector<Index> order(4);
        std::vector<int> where(4);
        for (Index epoch = 0; epoch < 4000; ++epoch) {
            orderOfEpoch(1, epoch, true, order);
            ++where[static_cast<std::size_t>(std::find(order.begin(), order.end(), 0) - order.begin())];
        }
        for (const int count : where)
            QVERIFY2(std::abs(count - 1000) < 120, qPrintable(QString::number(count))); // 4 deviations
    }

    void notShuffledIsInOrder()
    {
        std::vector<Index> order(5);
        orderOfEpoch(7, 3, false, order);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }
};

LAMINA_TEST(BatchesTest)
#include "batches_test.moc"
