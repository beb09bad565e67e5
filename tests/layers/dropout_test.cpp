// Dropout: what it keeps, what it leaves out, and what that depends on.
#include "tests/support/hand_worked.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

namespace {
OneLayer dropout(const char* config, Index samples, Index features)
{
    return handWorked("Dropout", config, {features},
                      Numbers(static_cast<std::size_t>(samples * features), 3));
}
} // namespace

class DropoutTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsKeptGrowsAndTheRestIsNothing()
    {
        OneLayer layer = dropout(R"({"rate": 0.25})", 100, 100);
        const LayerStep step = layer.run();
        const auto kept = std::ranges::count(step.y[0], 4.0F);
        QCOMPARE(kept + std::ranges::count(step.y[0], 0.0F), 10000);
        QVERIFY2(std::abs(kept - 7500) < 4 * 44, qPrintable(QString::number(kept))); // four deviations
        for (std::size_t i = 0; i < step.y[0].size(); ++i)
            QCOMPARE(step.dx[0][i], step.y[0][i] == 0 ? 0.0F : 4.0F / 3);
    }

    void everyStepLeavesOutOthers()
    {
        OneLayer layer = dropout(R"({"rate": 0.5})", 10, 10);
        QVERIFY(layer.run({.step = 1}).y != layer.run({.step = 2}).y);
        const Numbers y = layer.run({.step = 1}).y[0];
        QVERIFY(!std::equal(y.begin(), y.begin() + 10, y.begin() + 10)); // and every sample
    }

    void theEndsOfTheRate()
    {
        QCOMPARE(dropout(R"({"rate": 0})", 2, 2).run().y[0], Numbers(4, 3));
        QCOMPARE(dropout(R"({"rate": 1})", 2, 2).run().y[0], Numbers(4, 0));
    }

    void outsideOfTrainingNothingIsLeftOut()
    {
        QCOMPARE(dropout(R"({"rate": 0.9})", 3, 4).run({.training = false}).y[0], Numbers(12, 3));
    }
};

LAMINA_TEST(DropoutTest)
#include "dropout_test.moc"
