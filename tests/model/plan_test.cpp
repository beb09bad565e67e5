// Whole networks through the compiled plan: gradients against central differences, lanes and threads against
// each other.
#include "engine/model/plan.h"
#include "tests/support/half_squares.h"
#include "tests/support/run.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace lamina;
using namespace lamina::test;

namespace {
LayerSpec layer(const char* className, const char* name, const char* config, std::vector<TensorRef> inputs)
{
    return {className, name, Json::parse(config), std::move(inputs)};
}

// Convolution, normalisation, pooling, dropout, a fork into two outputs: every way in which ops share memory
// or meet.
ModelSpec forkedModel(const char* dropout)
{
    ModelSpec spec;
    spec.layers = {
        layer("InputLayer", "input", R"({"shape": [8, 8, 2]})", {}),
        layer("Conv2D", "conv", R"({"filters": 4, "kernel_size": 3, "activation": "relu"})", {{"input"}}),
        layer("BatchNormalization", "norm", "{}", {{"conv"}}),
        layer("Activation", "curve", R"({"activation": "swish"})", {{"norm"}}),
        layer("MaxPooling2D", "pool", "{}", {{"curve"}}),
        layer("Flatten", "flatten", "{}", {{"pool"}}),
        layer("Dropout", "dropout", dropout, {{"flatten"}}),
        layer("Dense", "trunk", R"({"units": 6, "activation": "tanh"})", {{"dropout"}}),
        layer("Dense", "left", R"({"units": 3, "activation": "softmax"})", {{"trunk"}}),
        layer("Dense", "right", R"({"units": 2})", {{"trunk"}})};
    return spec;
}

struct Bench {
    explicit Bench(const ModelSpec& spec, Index size)
        : network(*Network::make(spec)), objective(halfSquares(network)), batch(size)
    {
        weights = network.initialWeights(3);
        const auto random = [](Index count, std::uint64_t who) {
            Buffer buffer(count);
            const CounterRandom numbers(9, RandomPurpose::Bench, {who});
            for (std::size_t i = 0; i < buffer.values().size(); ++i)
                buffer.values()[i] = static_cast<float>(numbers.uniform(i, -1, 1));
            return buffer;
        };
        input = random(batch * network.inputShape().elements(), 0);
        for (int o = 0; o < static_cast<int>(network.outputs().size()); ++o)
            targets.push_back(
                random(batch * network.outputShape(o).elements(), static_cast<std::uint64_t>(o) + 1));
    }

    Plan plan(int lanes, std::vector<TensorRef> taps = {})
    {
        Plan made(network,
                  {.batch = batch,
                   .training = true,
                   .objective = &objective,
                   .taps = std::move(taps),
                   .inputGradients = true,
                   .lanes = lanes});
        made.setWeights(weights.data());
        const float* in = input.data();
        std::vector<const float*> out;
        for (const Buffer& target : targets)
            out.push_back(target.data());
        made.setInputs({&in, 1});
        made.setTargets(out);
        return made;
    }

    Buffer gradient(Plan& plan, Workers& workers, std::uint64_t step = 0)
    {
        const Buffer before = weights; // batch normalisation moves its averages
        loss = plan.run(workers, 5, step).lossSum / static_cast<double>(batch);
        for (const Variable& variable : network.variables())
            if (!variable.trainable)
                std::copy_n(before.data() + variable.offset, variable.count,
                            weights.data() + variable.offset);
        sumLanes(plan.gradients(), 0, network.weightCount());
        Buffer sum(network.weightCount());
        std::copy_n(plan.gradients()[0], sum.size(), sum.data());
        return sum;
    }

    Network network;
    Objective objective;
    Index batch;
    Buffer weights;
    Buffer input;
    std::vector<Buffer> targets;
    double loss = 0;
};

bool sameBits(const Buffer& a, const Buffer& b)
{
    return std::equal(a.values().begin(), a.values().end(), b.values().begin());
}

double largest(std::span<const float> values)
{
    double size = 0;
    for (const float value : values)
        size = std::isnan(value) ? INFINITY : std::max(size, std::abs(static_cast<double>(value)));
    return size;
}

double largestDifference(std::span<const float> a, std::span<const float> b)
{
    double difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double here = std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i]));
        difference = std::isnan(here) ? INFINITY : std::max(difference, here);
    }
    return difference;
}
} // namespace

class PlanTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gradientsMatchCentralDifferences()
    {
        Bench bench(forkedModel(R"({"rate": 0.3})"), 6);
        Workers workers(2);
        Plan plan = bench.plan(2);
        const Buffer gradient = bench.gradient(plan, workers);
        std::vector<float> inputGradient(static_cast<std::size_t>(bench.input.size()));
        plan.readInputGradient(inputGradient);
        const auto difference = [&](float& number) {
            const float step = 1e-2F;
            const float kept = number;
            number = kept + step;
            bench.gradient(plan, workers);
            const double above = bench.loss;
            number = kept - step;
            bench.gradient(plan, workers);
            number = kept;
            return (above - bench.loss) / (2 * static_cast<double>(step));
        };
        // Kinks of relu and pooling disturb a few numbers, so the median over many is judged, and the bulk.
        std::vector<double> errors;
        const double scale = largest(gradient.values());
        for (const Variable& variable : bench.network.variables())
            for (Index i = 0; variable.trainable && i < variable.count;
                 i += std::max<Index>(1, variable.count / 12)) {
                const Index at = variable.offset + i;
                errors.push_back(
                    std::abs(difference(bench.weights.data()[at]) - static_cast<double>(gradient.data()[at]))
                    / scale);
            }
        std::sort(errors.begin(), errors.end());
        QVERIFY(errors.size() > 50);
        QVERIFY2(errors[errors.size() / 2] < 1e-3, qPrintable(QString::number(errors[errors.size() / 2])));
        QVERIFY2(errors[errors.size() * 9 / 10] < 1e-2,
                 qPrintable(QString::number(errors[errors.size() * 9 / 10])));
        errors.clear();
        const double inputScale = largest(inputGradient);
        for (Index i = 0; i < bench.input.size(); i += 17)
            errors.push_back(std::abs(difference(bench.input.data()[i])
                                      - static_cast<double>(inputGradient[static_cast<std::size_t>(i)]))
                             / inputScale);
        std::sort(errors.begin(), errors.end());
        QVERIFY2(errors[errors.size() / 2] < 2e-3, qPrintable(QString::number(errors[errors.size() / 2])));
    }

    void oneThreadAndManyGiveTheSameBits()
    {
        Bench bench(forkedModel(R"({"rate": 0.3})"), 13);
        std::vector<Buffer> gradients;
        for (const int threads : {1, 2, 5}) {
            Workers workers(threads);
            Plan plan = bench.plan(4);
            gradients.push_back(bench.gradient(plan, workers, 1));
        }
        QVERIFY(largest(gradients[0].values()) > 0 && std::isfinite(largest(gradients[0].values())));
        QVERIFY(sameBits(gradients[0], gradients[1]));
        QVERIFY(sameBits(gradients[0], gradients[2]));
    }

    void runningTwiceGivesTheSameBits()
    {
        Bench bench(forkedModel(R"({"rate": 0.3})"), 13);
        Workers workers(2);
        Plan plan = bench.plan(4);
        const Buffer first = bench.gradient(plan, workers, 1);
        bench.gradient(plan, workers, 2); // other dropout
        QVERIFY(sameBits(first, bench.gradient(plan, workers, 1)));
    }

    void lanesChangeOnlyTheRounding()
    {
        Bench bench(forkedModel(R"({"rate": 0.3})"), 13);
        Workers workers(2);
        Plan one = bench.plan(1);
        Plan many = bench.plan(5);
        const Buffer whole = bench.gradient(one, workers, 1);
        const Buffer cut = bench.gradient(many, workers, 1);
        QVERIFY(largestDifference(whole.values(), cut.values()) < 1e-5 * largest(whole.values()));
    }

    void sharedMemoryChangesNothing()
    {
        Bench bench(forkedModel(R"({"rate": 0.3})"), 8);
        Workers workers(1);
        std::vector<TensorRef> everything;
        for (const NetworkLayer& each : bench.network.layers())
            if (each.type->compile)
                everything.push_back({each.spec.name});
        Plan tight = bench.plan(2);
        Plan roomy = bench.plan(2, everything);
        QVERIFY(tight.memory() < roomy.memory());
        QVERIFY(sameBits(bench.gradient(tight, workers), bench.gradient(roomy, workers)));
    }

    // Nothing is trained here, and there are two of them.
    void everyInputHasItsGradientIfWanted()
    {
        ModelSpec spec;
        for (const char* name : {"first", "second"}) {
            const std::string curve = std::string(name) + "_curve";
            spec.layers.push_back(layer("InputLayer", name, R"({"shape": [3]})", {}));
            spec.layers.push_back(layer("LeakyReLU", curve.c_str(), R"({"alpha": 0.5})", {{name}}));
        }
        const Network network = *Network::make(spec);
        const Objective objective = halfSquares(network);
        Plan plan(network, {.training = true, .objective = &objective, .taps = {}, .inputGradients = true});
        const std::array first{1.0F, -1.0F, 2.0F};
        const std::array second{-4.0F, 4.0F, -8.0F};
        const std::array target{0.0F, 0.0F, 0.0F};
        plan.setInputs(std::array{first.data(), second.data()});
        plan.setTargets(std::array{target.data(), target.data()});
        Workers workers(1);
        plan.run(workers, 0, 0);
        std::array<float, 3> gradient{};
        plan.readInputGradient(gradient, 0); // y · dy/dx
        QCOMPARE(gradient, (std::array{1.0F, -0.25F, 2.0F}));
        plan.readInputGradient(gradient, 1);
        QCOMPARE(gradient, (std::array{-1.0F, 4.0F, -2.0F}));
    }

    void tapsHoldWhatTheLayerGave()
    {
        Bench bench(forkedModel(R"({"rate": 0})"), 4);
        Workers workers(1);
        Plan plan = bench.plan(2, {{"conv"}, {"left"}});
        bench.gradient(plan, workers);
        std::vector<float> conv(static_cast<std::size_t>(4 * 6 * 6 * 4));
        plan.readTap(0, conv);
        QVERIFY(*std::min_element(conv.begin(), conv.end()) == 0.0F); // relu
        QVERIFY(*std::max_element(conv.begin(), conv.end()) > 0.0F);
        std::vector<float> left(4 * 3);
        plan.readTap(1, left);
        for (std::size_t n = 0; n < 4; ++n)
            QVERIFY(std::abs(left[3 * n] + left[3 * n + 1] + left[3 * n + 2] - 1) < 1e-5F); // softmax
    }

    void laneCountFollowsTheModelAndTheBatch()
    {
        const Network forked = *Network::make(forkedModel(R"({"rate": 0.3})"));
        QCOMPARE(Plan::laneCount(forked, 1), 1);
        ModelSpec wide;
        wide.layers = {layer("InputLayer", "input", R"({"shape": [64, 64, 3]})", {}),
                       layer("Conv2D", "conv", R"({"filters": 64, "kernel_size": 3})", {{"input"}}),
                       layer("GlobalAveragePooling2D", "mean", "{}", {{"conv"}})};
        const Network heavy = *Network::make(wide);
        QCOMPARE(Plan::laneCount(heavy, 128), 8);
        QCOMPARE(Plan::laneCount(heavy, 2), 2);
    }

    // Pooling, and Winograd's convolution, undo the relu before them where nobody else reads that; the
    // numbers are those of doing it apart.
    void aReluThatTheNextLayerUndoesGivesTheSameNumbers_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("config");
        QTest::addRow("pooling") << "MaxPooling2D"
                                 << R"({"pool_size": 3, "strides": 2, "padding": "same"})";
        QTest::addRow("convolution") << "Conv2D"
                                     << R"({"filters": 16, "kernel_size": 3})";
    }

    void aReluThatTheNextLayerUndoesGivesTheSameNumbers()
    {
        QFETCH(QString, type);
        QFETCH(QString, config);
        const auto model = [&](bool apart) {
            ModelSpec spec;
            spec.layers = {layer("InputLayer", "input", R"({"shape": [13, 13, 2]})", {}),
                           layer("Conv2D", "conv", R"({"filters": 16, "kernel_size": 2})", {{"input"}}),
                           layer("Activation", "relu", R"({"activation": "relu"})", {{"conv"}}),
                           layer(qPrintable(type), "next", qPrintable(config), {{"relu"}}),
                           layer("Flatten", "flatten", "{}", {{"next"}}),
                           layer("Dense", "out", R"({"units": 3})", {{"flatten"}})};
            if (!apart) {
                spec.layers[1].config["activation"] = "relu";
                spec.layers.erase(spec.layers.begin() + 2);
                spec.layers[2].inputs = {{"conv"}};
            }
            return spec;
        };
        Workers workers(1);
        Bench apart(model(true), 4);
        Bench together(model(false), 4);
        Plan plainly = apart.plan(1);
        Plan undoing = together.plan(1);
        Plan tapped = together.plan(1, {{"conv"}}); // somebody reads the relu: it is done apart there, too
        const Buffer wanted = apart.gradient(plainly, workers);
        QVERIFY(largest(wanted.values()) > 0.1);
        QVERIFY(sameBits(together.gradient(undoing, workers), wanted));
        QVERIFY(sameBits(together.gradient(tapped, workers), wanted));
    }

    void aTimedPlanTellsWhatEachLayerTook()
    {
        Bench bench(forkedModel("{\"rate\": 0.3}"), 6);
        Workers workers(1);
        Plan plan(bench.network,
                  {.batch = 6, .training = true, .objective = &bench.objective, .taps = {}, .timed = true});
        plan.setWeights(bench.weights.data());
        const float* in = bench.input.data();
        const std::array<const float*, 2> out{bench.targets[0].data(), bench.targets[1].data()};
        plan.setInputs({&in, 1});
        plan.setTargets(out);
        plan.run(workers, 1, 0);
        const std::vector<LayerTime> times = plan.layerTimes();
        QCOMPARE(times.size(), bench.network.layers().size());
        QVERIFY(times[1].forward > 0 && times[1].backward > 0); // the convolution
        QCOMPARE(times[0].forward, 0.0); // an input computes nothing
        plan.restartTimes();
        QCOMPARE(plan.layerTimes()[1].forward, 0.0);
    }
};

LAMINA_TEST(PlanTest)
#include "plan_test.moc"
