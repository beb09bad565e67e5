// Randomness by counter: what is drawn, and what it depends on.
#include "engine/core/random.h"
#include "tests/support/run.h"

#include <QTest>

#include <array>
#include <cmath>
#include <set>

using namespace lamina;

class RandomTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Saved runs go on with these: if this fails, old runs cannot be resumed.
    void theNumbersOfOldRunsStayTheSame()
    {
        const CounterRandom random(7, RandomPurpose::Dropout, {3, 1});
        QCOMPARE(mixBits(1), std::uint64_t(0x5692161d100b05e5));
        QCOMPARE(random.bits(0), std::uint64_t(0x39f85c4386677bfd));
        QCOMPARE(random.bits(1), std::uint64_t(0x613ca74244d1087e));
        QVERIFY(static_cast<std::uint64_t>(RandomPurpose::Weights) == 1
                && static_cast<std::uint64_t>(RandomPurpose::Shuffle) == 2
                && static_cast<std::uint64_t>(RandomPurpose::Dropout) == 3);
    }

    void whoAsksMattersAndInWhichOrder()
    {
        std::set<std::uint64_t> seen;
        for (const CounterRandom& random :
             {CounterRandom(1, RandomPurpose::Data), CounterRandom(2, RandomPurpose::Data),
              CounterRandom(1, RandomPurpose::Noise), CounterRandom(1, RandomPurpose::Data, {0}),
              CounterRandom(1, RandomPurpose::Data, {0, 1}), CounterRandom(1, RandomPurpose::Data, {1, 0}),
              CounterRandom(1, RandomPurpose::Data, {0, 0})})
            for (std::uint64_t position = 0; position < 100; ++position)
                seen.insert(random.bits(position));
        QCOMPARE(seen.size(), std::size_t(700));
    }

    void uniformNumbersFillTheirRange()
    {
        const CounterRandom random(5, RandomPurpose::Bench);
        std::array<int, 10> bins{};
        for (std::uint64_t i = 0; i < 10000; ++i) {
            const double value = random.uniform(i, -2, 3);
            QVERIFY(value >= -2 && value < 3);
            ++bins[static_cast<std::size_t>((value + 2) * 2)];
        }
        for (const int count : bins)
            QVERIFY2(std::abs(count - 1000) < 4 * 30, qPrintable(QString::number(count)));
    }

    void normalNumbersHaveMeanNoneAndDeviationOne()
    {
        const CounterRandom random(5, RandomPurpose::Bench);
        double sum = 0;
        double squares = 0;
        int beyondTwo = 0;
        for (std::uint64_t i = 0; i < 10000; ++i) {
            const double value = random.normal(i);
            sum += value;
            squares += value * value;
            beyondTwo += std::abs(value) > 2 ? 1 : 0;
        }
        QVERIFY(std::abs(sum / 10000) < 0.04);
        QVERIFY(std::abs(squares / 10000 - 1) < 0.06);
        QVERIFY2(std::abs(beyondTwo - 455) < 4 * 21, qPrintable(QString::number(beyondTwo)));
    }

    void belowReachesEveryNumberAndNoOther()
    {
        const CounterRandom random(5, RandomPurpose::Shuffle);
        std::array<int, 7> seen{};
        for (std::uint64_t i = 0; i < 7000; ++i)
            ++seen.at(random.below(i, 7));
        for (const int count : seen)
            QVERIFY2(std::abs(count - 1000) < 4 * 30, qPrintable(QString::number(count)));
        QCOMPARE(random.below(3, 1), std::uint64_t(0));
    }
};

LAMINA_TEST(RandomTest)
#include "random_test.moc"
