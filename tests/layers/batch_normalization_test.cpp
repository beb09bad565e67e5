// Batch normalization by hand: one sample, Bessel's correction where Keras applies it, frozen layers.
#include "tests/support/hand_worked.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

namespace {
bool near(const Numbers& found, const Numbers& expected)
{
    return largestDifference(found, expected) < 1e-6 * std::max(1.0, largest(expected));
}
} // namespace

class BatchNormalizationTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Nothing is left of a single sample but beta.
    void oneSampleIsItsOwnMean()
    {
        OneLayer norm = handWorked("BatchNormalization", "{}", {2}, {5, -3}, {{2, 2}, {0.5F, -0.25F}});
        const LayerStep step = norm.run();
        QVERIFY(largestDifference(step.y[0], Numbers{0.5F, -0.25F}) < 2e-5); // 5 · 63 comes and goes
        QVERIFY(near(step.dx[0], {0, 0}));
        QVERIFY(near(step.after[2], {0.05F, -0.03F}));
        QVERIFY(near(step.after[3], {0.99F, 0.99F}));
    }

    // 1, 3, 5, 7: mean 4, variance 5, with Bessel's correction 20/3. Keras 2.13 takes the latter for
    // pictures.
    void theMovingVarianceIsCorrectedForPicturesAlone_data()
    {
        QTest::addColumn<QVector<int>>("sizes");
        QTest::addColumn<double>("variance");
        QTest::newRow("rows") << QVector<int>{1} << 5.0;
        QTest::newRow("sequences") << QVector<int>{2, 1} << 5.0;
        QTest::newRow("pictures") << QVector<int>{2, 1, 1} << 20.0 / 3;
    }
    void theMovingVarianceIsCorrectedForPicturesAlone()
    {
        QFETCH(QVector<int>, sizes);
        QFETCH(double, variance);
        const Shape shape(std::vector<Index>(sizes.begin(), sizes.end()));
        OneLayer norm =
            handWorked("BatchNormalization", R"({"momentum": 0.75, "epsilon": 0})", shape, {1, 3, 5, 7});
        const LayerStep step = norm.run();
        const auto unit = static_cast<float>(1 / std::sqrt(5.0)); // the output never is
        QVERIFY(near(step.y[0], {-3 * unit, -unit, unit, 3 * unit}));
        QVERIFY(near(step.after[2], {1}));
        QVERIFY(near(step.after[3], {static_cast<float>(0.75 + 0.25 * variance)}));
    }

    void frozenItUsesItsMovingAveragesAndKeepsThem()
    {
        const std::vector<Numbers> parameters{{2}, {1}, {3}, {4}};
        OneLayer norm = handWorked("BatchNormalization", R"({"trainable": false, "epsilon": 0})", {1},
                                   {5, -1}, parameters);
        const LayerStep step = norm.run();
        QVERIFY(near(step.y[0], {3, -3}));
        QVERIFY(near(step.dx[0], {1, 1}));
        QCOMPARE(step.after, parameters);
        QCOMPARE(norm.run({.training = false}).y[0], step.y[0]);
    }

    void aLargeMeanCostsNoDigits()
    {
        Numbers x = distinct(64, 1);
        const Numbers plain = handWorked("BatchNormalization", "{}", {1}, x).run({.lanes = 4}).y[0];
        for (float& each : x)
            each += 1024;
        const Numbers moved = handWorked("BatchNormalization", "{}", {1}, x).run({.lanes = 4}).y[0];
        QVERIFY(largestDifference(moved, plain) < 3e-4); // the input's own rounding, over its deviation
    }
};

LAMINA_TEST(BatchNormalizationTest)
#include "batch_normalization_test.moc"
