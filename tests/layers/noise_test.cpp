// The layers that are random while training: how the numbers are spread, what decides them, and what does
// not.
#include "tests/support/one_layer.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

namespace {
// What the layer makes of a batch of the same numbers.
Numbers forward(const char* className, const Json& config, const Shape& shape, Index batch, float x,
                std::uint64_t seed = 1, std::uint64_t step = 0, int lanes = 1, bool training = true,
                Numbers* dx = nullptr)
{
    ModelSpec spec;
    spec.layers = {{"InputLayer", "in", {{"shape", shape.sizes()}}, {}},
                   {className, "layer", config, {{"in"}}}};
    const Network network = *Network::make(spec);
    const Objective objective = weightedSum(network);
    Plan plan(network,
              {.batch = batch,
               .training = training,
               .objective = &objective,
               .taps = {},
               .inputGradients = training,
               .lanes = lanes});
    const Numbers input(static_cast<std::size_t>(batch * shape.elements()), x);
    const Numbers ones(input.size(), 1);
    const float* in = input.data();
    const float* target = ones.data();
    plan.setInputs({&in, 1});
    plan.setTargets({&target, 1});
    Workers workers(2);
    plan.run(workers, seed, step);
    Numbers y(input.size());
    plan.readOutput(0, y);
    if (dx) {
        dx->resize(input.size());
        plan.readInputGradient(*dx);
    }
    return y;
}

double moment(const Numbers& values, double centre, int power)
{
    double sum = 0;
    for (const float value : values)
        sum += std::pow(static_cast<double>(value) - centre, power);
    return sum / static_cast<double>(values.size());
}

struct Layer {
    const char* className;
    Json config;
    Shape shape;
};

std::vector<Layer> randomLayers(const Json& more = Json::object())
{
    std::vector<Layer> all{{"GaussianNoise", {{"stddev", 0.5}}, {3, 4, 5}},
                           {"GaussianDropout", {{"rate", 0.5}}, {3, 4, 5}},
                           {"Dropout", {{"rate", 0.5}}, {3, 4, 5}},
                           {"SpatialDropout1D", {{"rate", 0.5}}, {6, 50}},
                           {"SpatialDropout2D", {{"rate", 0.5}}, {2, 3, 50}}};
    for (Layer& layer : all)
        layer.config.update(more);
    return all;
}
} // namespace

class NoiseTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gaussianNoiseIsNormal()
    {
        const Numbers y = forward("GaussianNoise", {{"stddev", 0.5}}, {100, 100}, 20, 2);
        const double mean = moment(y, 0, 1);
        QVERIFY(std::abs(mean - 2) < 0.005);
        QVERIFY(std::abs(moment(y, mean, 2) / 0.25 - 1) < 0.02);
        QVERIFY(std::abs(moment(y, mean, 3) / 0.125) < 0.03); // no lean
        QVERIFY(std::abs(moment(y, mean, 4) / 0.0625 - 3) < 0.1); // tails as they should be
        double neighbours = 0;
        for (std::size_t i = 1; i < y.size(); ++i)
            neighbours += (static_cast<double>(y[i]) - mean) * (static_cast<double>(y[i - 1]) - mean);
        QVERIFY(std::abs(neighbours / static_cast<double>(y.size()) / 0.25) < 0.01);
        QVERIFY(largest(y) > 2 + 0.5 * 3.8);
    }

    void gaussianDropoutHasTheVarianceOfDropout()
    {
        Numbers dx;
        const Numbers y = forward("GaussianDropout", {{"rate", 0.2}}, {100, 100}, 20, 3, 1, 0, 2, true, &dx);
        QVERIFY(std::abs(moment(y, 0, 1) - 3) < 0.02);
        QVERIFY(std::abs(moment(y, 3, 2) / (9 * 0.25) - 1) < 0.02);
        for (std::size_t i = 0; i < y.size(); ++i) // backward multiplies by the same noise
            QVERIFY(std::abs(dx[i] * 3 - y[i]) < 1e-5F);
    }

    void spatialDropoutTakesWholeChannels_data()
    {
        QTest::addColumn<int>("dimensions");
        QTest::newRow("1D") << 1;
        QTest::newRow("2D") << 2;
    }
    void spatialDropoutTakesWholeChannels()
    {
        QFETCH(int, dimensions);
        const Index channels = 40;
        const Index cells = 6;
        const Index batch = 50;
        Numbers dx;
        const Numbers y = forward(dimensions == 1 ? "SpatialDropout1D" : "SpatialDropout2D", {{"rate", 0.25}},
                                  dimensions == 1 ? Shape{cells, channels} : Shape{2, 3, channels}, batch, 3,
                                  1, 0, 3, true, &dx);
        Index dropped = 0;
        for (Index n = 0; n < batch; ++n)
            for (Index c = 0; c < channels; ++c) {
                const float first = y[static_cast<std::size_t>(n * cells * channels + c)];
                QVERIFY(first == 0.0F || std::abs(first - 4) < 1e-6F);
                dropped += first == 0.0F ? 1 : 0;
                for (Index cell = 0; cell < cells; ++cell) {
                    const auto at = static_cast<std::size_t>((n * cells + cell) * channels + c);
                    QCOMPARE(y[at], first);
                    QVERIFY(std::abs(dx[at] * 3 - first) < 1e-6F);
                }
            }
        const double share = static_cast<double>(dropped) / static_cast<double>(batch * channels);
        QVERIFY(std::abs(share - 0.25) < 0.04);
    }

    void lanesAndThreadsChangeNothing()
    {
        for (const Layer& layer : randomLayers())
            QCOMPARE(forward(layer.className, layer.config, layer.shape, 7, 1, 1, 3, 1),
                     forward(layer.className, layer.config, layer.shape, 7, 1, 1, 3, 4));
    }

    void samplesAndStepsDiffer()
    {
        for (const Layer& layer : randomLayers()) {
            const Numbers y = forward(layer.className, layer.config, layer.shape, 2, 1);
            const auto half = y.begin() + static_cast<std::ptrdiff_t>(y.size() / 2);
            QVERIFY2(!std::equal(y.begin(), half, half), layer.className);
            QVERIFY2(y != forward(layer.className, layer.config, layer.shape, 2, 1, 1, 1), layer.className);
        }
    }

    void aSeedOfItsOwnFreesItFromTheProjects()
    {
        for (const Layer& layer : randomLayers())
            QVERIFY2(forward(layer.className, layer.config, layer.shape, 2, 1, 1)
                         != forward(layer.className, layer.config, layer.shape, 2, 1, 2),
                     layer.className);
        for (const Layer& layer : randomLayers({{"seed", 11}})) {
            const Numbers y = forward(layer.className, layer.config, layer.shape, 2, 1, 1);
            QCOMPARE(y, forward(layer.className, layer.config, layer.shape, 2, 1, 2));
            QVERIFY(y
                    != forward(layer.className, layer.config, layer.shape, 2, 1, 1, 1)); // steps still differ
            Json other = layer.config;
            other["seed"] = 12;
            QVERIFY(y != forward(layer.className, other, layer.shape, 2, 1, 1));
        }
    }

    void inInferenceNothingHappens()
    {
        for (const Layer& layer : randomLayers())
            QCOMPARE(forward(layer.className, layer.config, layer.shape, 2, 1.5F, 1, 0, 1, false),
                     Numbers(static_cast<std::size_t>(2 * layer.shape.elements()), 1.5F));
    }
};

LAMINA_TEST(NoiseTest)
#include "noise_test.moc"
