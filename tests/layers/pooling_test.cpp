// Pooling by hand: ties, and what padding may not do.
#include "tests/support/hand_worked.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

class PoolingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theGradientOfATieGoesToTheFirst()
    {
        OneLayer pool = handWorked("MaxPooling2D", "{}", {2, 2, 1}, {3, 3, 3, 3, 1, 4, 4, 0});
        const LayerStep step = pool.run();
        QCOMPARE(step.y[0], (Numbers{3, 4}));
        QCOMPARE(step.dx[0], (Numbers{1, 0, 0, 0, 0, 1, 0, 0}));
    }

    void aNumberThatWinsTwiceGetsBothGradients()
    {
        OneLayer pool =
            handWorked("MaxPooling2D", R"({"pool_size": [1, 2], "strides": 1})", {1, 3, 1}, {0, 5, 1});
        const LayerStep step = pool.run();
        QCOMPARE(step.y[0], (Numbers{5, 5}));
        QCOMPARE(step.dx[0], (Numbers{0, 2, 0}));
    }

    void paddingNeverWins()
    {
        OneLayer pool = handWorked("MaxPooling2D", R"({"pool_size": 3, "strides": 1, "padding": "same"})",
                                   {1, 2, 1}, {-7, -5});
        QCOMPARE(pool.run().y[0], (Numbers{-5, -5}));
    }

    // Six cells, windows of three, a stride of two: one cell of padding, and it comes after.
    void theOddCellOfPaddingComesAfter()
    {
        const char* config = R"({"pool_size": [1, 3], "strides": 2, "padding": "same"})";
        const Numbers x{0, 5, 1, 2, 9, 3};
        QCOMPARE(handWorked("MaxPooling2D", config, {1, 6, 1}, x).run().y[0], (Numbers{5, 9, 9}));
        QCOMPARE(handWorked("AveragePooling2D", config, {1, 6, 1}, x).run().y[0], (Numbers{2, 4, 6}));
    }

    void theMeanIsOfRealCellsAlone()
    {
        OneLayer pool = handWorked("AveragePooling2D", R"({"pool_size": [1, 2], "padding": "same"})",
                                   {1, 3, 1}, {2, 4, 6});
        const LayerStep step = pool.run();
        QCOMPARE(step.y[0], (Numbers{3, 6}));
        QCOMPARE(step.dx[0], (Numbers{0.5F, 0.5F, 1}));
    }

    void validLeavesOutWhatDoesNotFillAWindow()
    {
        OneLayer pool = handWorked("MaxPooling2D", R"({"pool_size": [1, 2]})", {1, 3, 1}, {1, 2, 9});
        const LayerStep step = pool.run();
        QCOMPARE(step.y[0], (Numbers{2}));
        QCOMPARE(step.dx[0], (Numbers{0, 1, 0}));
    }

    // Eight channels are worked on at a time, and the rest one by one.
    void channelsDoNotSeeEachOther_data()
    {
        QTest::addColumn<QString>("config");
        QTest::addRow("side by side") << "{}";
        QTest::addRow("overlapping, padded") << R"({"pool_size": 3, "strides": 2, "padding": "same"})";
        QTest::addRow("gaps between") << R"({"pool_size": [1, 2], "strides": 3})";
        QTest::addRow("padded at the end") << R"({"pool_size": 4, "strides": 4, "padding": "same"})";
    }

    void channelsDoNotSeeEachOther()
    {
        QFETCH(QString, config);
        constexpr Index channels = 19;
        const auto make = [&](Index count) {
            return OneLayer::make("MaxPooling2D", Json::parse(config.toStdString()), {Shape{7, 9, count}}, 2);
        };
        Result<OneLayer> all = make(channels);
        Result<OneLayer> one = make(1);
        QVERIFY(all && one);
        const Index outputs = 2 * all->layer().signature.outputs[0].elements();
        all->x = {Numbers(2 * 7 * 9 * channels)};
        all->dy = {Numbers(static_cast<std::size_t>(outputs))};
        const CounterRandom random(5, RandomPurpose::Bench, {});
        for (std::size_t i = 0; i < all->x[0].size(); ++i)
            all->x[0][i] = static_cast<float>(random.below(i, 50)) - 25;
        for (std::size_t i = 0; i < all->dy[0].size(); ++i)
            all->dy[0][i] = static_cast<float>(i % 7) + 1;
        const LayerStep together = all->run();
        const auto channel = [](const Numbers& numbers, Index which) {
            Numbers picked;
            for (auto i = static_cast<std::size_t>(which); i < numbers.size(); i += channels)
                picked.push_back(numbers[i]);
            return picked;
        };
        for (Index c = 0; c < channels; ++c) {
            one->x = {channel(all->x[0], c)};
            one->dy = {channel(all->dy[0], c)};
            const LayerStep alone = one->run();
            QCOMPARE(channel(together.y[0], c), alone.y[0]);
            QCOMPARE(channel(together.dx[0], c), alone.dx[0]);
        }
    }
};

LAMINA_TEST(PoolingTest)
#include "pooling_test.moc"
