// ReLU and its relatives at their corners, and the softmax layer in front of a cross-entropy.
#include "tests/support/one_layer.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

namespace {
LayerStep run(const char* className, const char* config, const Shape& shape, Numbers x,
              Numbers parameters = {})
{
    Result<OneLayer> made = OneLayer::make(className, Json::parse(config), {shape},
                                           static_cast<Index>(x.size()) / shape.elements());
    made->dy = {Numbers(x.size(), 1)};
    made->x = {std::move(x)};
    if (!parameters.empty())
        made->parameters = {std::move(parameters)};
    return made->run();
}
} // namespace

class RectifierTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reluHasThreePieces()
    {
        const LayerStep step = run("ReLU", R"({"max_value": 3, "negative_slope": 0.5, "threshold": 1})", {5},
                                   {-1, 1, 1.5, 3, 10});
        QCOMPARE(step.y[0], (Numbers{-1, 0, 1.5, 3, 3})); // at the threshold Keras gives the lower piece
        QCOMPARE(step.dx[0], (Numbers{0.5, 0.5, 1, 0, 0}));
    }

    void aNotANumberStaysVisible()
    {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(std::isnan(run("ReLU", "{}", {1}, {nan}).y[0][0]));
    }

    void preluSharesItsSlopesAlongAxes()
    {
        const LayerStep step =
            run("PReLU", R"({"shared_axes": [1]})", {2, 2}, {-1, -2, 3, -4, -5, 6, -7, -8}, {0.5, 0.25});
        QCOMPARE(step.y[0], (Numbers{-0.5, -0.5, 3, -1, -2.5, 6, -3.5, -2}));
        QCOMPARE(step.gradients[0], (Numbers{-1 - 5 - 7, -2 - 4 - 8}));
        QCOMPARE(step.dx[0], (Numbers{0.5, 0.25, 1, 0.25, 0.5, 1, 0.5, 0.25}));
    }

    void hardSigmoidIsThatOfKeras2()
    {
        const LayerStep step = run("Activation", R"({"activation": "hard_sigmoid"})", {4}, {-3, -1, 0, 3});
        QCOMPARE(step.y[0], (Numbers{0, 0.3F, 0.5F, 1}));
        QCOMPARE(step.dx[0], (Numbers{0, 0.2F, 0.2F, 0}));
    }

    void exponentialReachesWhatFloatsCan()
    {
        const LayerStep step =
            run("Activation", R"({"activation": "exponential"})", {4}, {88.6F, 89, -100, 0});
        QVERIFY(std::abs(step.y[0][0] / std::exp(88.6F) - 1) < 1e-5F);
        QVERIFY(std::isinf(step.y[0][1]));
        QVERIFY(step.y[0][2] > 0 && step.y[0][2] < 1e-42F);
        QCOMPARE(step.y[0][3], 1.0F);
    }

    void aSoftmaxLayerLetsTheLossTakeItsInput_data()
    {
        QTest::addColumn<QString>("config");
        QTest::addColumn<bool>("takes");
        QTest::newRow("last axis") << "{}" << true;
        QTest::newRow("last axis by number") << R"({"axis": 2})" << true;
        QTest::newRow("another") << R"({"axis": 1})" << false;
    }
    void aSoftmaxLayerLetsTheLossTakeItsInput()
    {
        QFETCH(QString, config);
        QFETCH(bool, takes);
        ModelSpec spec;
        spec.layers = {{"InputLayer", "in", {{"shape", {2, 3}}}, {}},
                       {"Dense", "scores", {{"units", 3}}, {{"in"}}},
                       {"Softmax", "shares", Json::parse(config.toStdString()), {{"scores"}}}};
        TrainingSpec training;
        training.loss.className = "categorical_crossentropy";
        const Network network = *Network::make(spec);
        const Objective objective = *compileObjective(network, training);
        QCOMPARE(objective.outputs[0].fromLogits, takes);
    }
};

LAMINA_TEST(RectifierTest)
#include "rectifier_test.moc"
