// Losses by hand: where Keras clips, smooths and takes the logits.
#include "tests/support/loss_of.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

namespace {
bool near(double found, double expected)
{
    return std::abs(found - expected) <= 1e-6 * std::max(1.0, std::abs(expected));
}
} // namespace

class LossesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void meanErrors()
    {
        const LossOf squares = lossOf("mse", {1, 2, 5, 0}, {0, 4, 5, 0}, 2);
        QCOMPARE(squares.values, (std::vector<double>{2.5, 0}));
        QCOMPARE(squares.gradient, (Numbers{1, -2, 0, 0}));
        const LossOf sizes = lossOf("mae", {1, 2, 5, 0}, {0, 4, 5, 0}, 2);
        QCOMPARE(sizes.values, (std::vector<double>{1.5, 0}));
        QCOMPARE(sizes.gradient, (Numbers{0.5F, -0.5F, 0, 0})); // 0 where both are equal
    }

    // Keras 2 clips to 1e-7 and then adds 1e-7 once more.
    void binaryCrossEntropyAddsEpsilonTwice()
    {
        const LossOf sure = lossOf("binary_crossentropy", {0, 0}, {1, 0}, 1);
        QVERIFY(near(sure.values[0], -std::log(2e-7)));
        QVERIFY(std::abs(sure.values[1]) < 1e-6);
        QCOMPARE(sure.gradient, (Numbers{0, 0})); // clipped
        QVERIFY(near(lossOf("bce", {0.25F}, {1}, 1).values[0], std::log(4.0)));
    }

    void fromLogitsNothingOverflows()
    {
        const LossOf binary = lossOf("bce", {-200, 200, 0}, {1, 1, 0}, 1, "{}", true);
        QVERIFY(near(binary.values[0], 200) && near(binary.values[1], 0)
                && near(binary.values[2], std::log(2)));
        QVERIFY(near(binary.gradient[0], -1) && near(binary.gradient[1], 0) && near(binary.gradient[2], 0.5));
        for (const char* name : {"categorical_crossentropy", "sparse_categorical_crossentropy"}) {
            const Numbers target = losses::find(name)->sparseTarget ? Numbers{1} : Numbers{0, 1};
            const LossOf loss = lossOf(name, {1000, -1000}, target, 2, "{}", true);
            QCOMPARE(loss.values[0], 2000.0);
            QCOMPARE(loss.gradient, (Numbers{1, -1}));
        }
    }

    void classesTheTwoWaysToNameThem()
    {
        const Numbers p{0.5F, 0.25F, 0.25F};
        QVERIFY(near(lossOf("categorical_crossentropy", p, {0, 1, 0}, 3).values[0], std::log(4.0)));
        QVERIFY(near(lossOf("sparse_categorical_crossentropy", p, {1}, 3).values[0], std::log(4.0)));
        // What does not sum to 1 is brought there.
        QVERIFY(
            near(lossOf("categorical_crossentropy", {1, 0.5F, 0.5F}, {0, 1, 0}, 3).values[0], std::log(4.0)));
    }

    void aNumberThatIsNoClassIsNotANumber()
    {
        for (const float wrong : {-1.0F, 3.0F, NAN}) {
            const LossOf loss = lossOf("sparse_categorical_crossentropy", {0.5F, 0.25F, 0.25F}, {wrong}, 3);
            QVERIFY(std::isnan(loss.values[0]) && std::isnan(loss.gradient[0]));
        }
    }

    // Categorical: y (1 - s) + s / classes; binary: y (1 - s) + s / 2.
    void smoothedTargets()
    {
        const char* config = R"({"label_smoothing": 0.3})";
        const double rows =
            lossOf("categorical_crossentropy", {0.5F, 0.25F, 0.25F}, {1, 0, 0}, 3, config).values[0];
        QVERIFY(near(rows, 0.8 * std::log(2) + 0.2 * std::log(4)));
        const double yes = lossOf("bce", {0.25F}, {1}, 1, config).values[0];
        QVERIFY(near(yes, 0.85 * std::log(4) - 0.15 * std::log(0.75)));
    }

    void namesOfKeras()
    {
        for (const char* name : {"mse", "MSE", "mean_squared_error", "MeanSquaredError"})
            QCOMPARE(losses::find(name), losses::find("mse"));
        QVERIFY(losses::find("mse") != losses::find("mae"));
        QVERIFY(!losses::find("mean squared error") && !losses::find(""));
    }
};

LAMINA_TEST(LossesTest)
#include "losses_test.moc"
