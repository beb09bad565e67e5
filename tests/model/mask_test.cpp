// Masks from the layer that makes one to the losses: what is masked counts nowhere.
#include "engine/model/plan.h"
#include "tests/support/run.h"

#include <QTest>

#include <array>

using namespace lamina;

namespace {
LayerSpec layer(const char* className, const char* name, const char* config, std::vector<TensorRef> inputs)
{
    return {className, name, Json::parse(config), std::move(inputs)};
}

struct Outcome {
    double loss = 0; // of the batch, as Keras reports it
    std::map<std::string, double> results;
    std::vector<float> dx;
};

Outcome step(const ModelSpec& spec, const std::vector<float>& x, const std::vector<float>& target,
             Index batch, int lanes)
{
    const Network network = *Network::make(spec);
    TrainingSpec training;
    training.loss.className = "mean_squared_error";
    training.metrics = {{"mean_absolute_error", Json::object()}};
    const Objective objective = *compileObjective(network, training);
    Plan plan(network,
              {.batch = batch,
               .training = true,
               .objective = &objective,
               .taps = {},
               .inputGradients = true,
               .lanes = lanes});
    Buffer weights = network.initialWeights(1);
    plan.setWeights(weights.data());
    const float* in = x.data();
    const float* out = target.data();
    plan.setInputs({&in, 1});
    plan.setTargets({&out, 1});
    Workers workers(2);
    const StepResult& result = plan.run(workers, 1, 0);
    Outcome outcome;
    outcome.loss = result.lossSum / static_cast<double>(batch);
    outcome.results = objective.results(result.lossSum, result.metricSums, batch);
    outcome.dx.resize(x.size());
    plan.readInputGradient(outcome.dx);
    return outcome;
}

const std::vector<float> x{1, 0, 3, 0, 0, 2}; // two samples of three steps
const std::vector<float> target{2, 9, 1, 9, 9, 5};
} // namespace

class MaskTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lossIsTheMeanOverWhatIsReal_data();
    void lossIsTheMeanOverWhatIsReal();
    void aMaskIsPassedOnOrStopped();
    void joinedInputsAreRealWhereAllAre();
    void aBatchWithNothingRealHasNoLoss();
};

void MaskTest::lossIsTheMeanOverWhatIsReal_data()
{
    QTest::addColumn<int>("lanes");
    QTest::newRow("one lane") << 1;
    QTest::newRow("two lanes, of which one holds two of the three real steps") << 2;
}

void MaskTest::lossIsTheMeanOverWhatIsReal()
{
    QFETCH(int, lanes);
    ModelSpec spec;
    spec.layers = {layer("InputLayer", "input", R"({"shape": [3, 1]})", {}),
                   layer("Masking", "masking", "{}", {{"input"}})};
    const Outcome outcome = step(spec, x, target, 2, lanes);
    QCOMPARE(outcome.loss, (1.0 + 4.0 + 9.0) / 3);
    QCOMPARE(outcome.results.at("mean_absolute_error"), (1.0 + 2.0 + 3.0) / 3);
    const std::array<float, 6> expected{-2.0F / 3, 0, 4.0F / 3, 0, 0, -6.0F / 3};
    for (std::size_t i = 0; i < expected.size(); ++i)
        QCOMPARE(outcome.dx[i], expected[i]);
}

void MaskTest::aMaskIsPassedOnOrStopped()
{
    ModelSpec spec;
    spec.layers = {layer("InputLayer", "input", R"({"shape": [3, 1]})", {}),
                   layer("Masking", "masking", "{}", {{"input"}}),
                   layer("Dense", "dense", R"({"units": 2, "activation": "tanh"})", {{"masking"}}),
                   layer("Dropout", "dropout", R"({"rate": 0.5})", {{"dense"}}),
                   layer("Flatten", "flatten", "{}", {{"dropout"}}),
                   layer("Masking", "again", "{}", {{"flatten"}}),
                   layer("Activation", "last", "{\"activation\": \"relu\"}", {{"again"}})};
    const Network network = *Network::make(spec);
    const std::vector<int> axes{-1, 1, 1, 1, -1, 0, 0};
    for (std::size_t l = 0; l < axes.size(); ++l)
        QCOMPARE(network.layers()[l].maskAxes, std::vector<int>{axes[l]});
}

void MaskTest::joinedInputsAreRealWhereAllAre()
{
    // Zeros are masked by one branch, threes by the other; the third branch carries no mask.
    ModelSpec spec;
    spec.layers = {layer("InputLayer", "input", R"({"shape": [3, 1]})", {}),
                   layer("Masking", "zeros", "{}", {{"input"}}),
                   layer("Masking", "threes", R"({"mask_value": 3})", {{"input"}}),
                   layer("Add", "sum", "{}", {{"zeros"}, {"threes"}, {"input"}})};
    Outcome outcome = step(spec, x, target, 2, 2);
    QCOMPARE(outcome.loss, (1.0 + 1.0) / 2); // 3 · 1 and 3 · 2 are real
    spec.layers.back() = layer("Concatenate", "behind", R"({"axis": 1})", {{"input"}, {"zeros"}, {"threes"}});
    const std::vector<float> nothing(18, 0.0F);
    outcome = step(spec, x, nothing, 2, 1);
    // All of the first, 1 3 2 of the second, 1 0 0 0 2 of the third.
    QCOMPARE(outcome.loss, (14.0 + 14.0 + 5.0) / (6 + 3 + 5));
}

void MaskTest::aBatchWithNothingRealHasNoLoss()
{
    ModelSpec spec;
    spec.layers = {layer("InputLayer", "input", R"({"shape": [3, 1]})", {}),
                   layer("Masking", "masking", "{}", {{"input"}})};
    const Outcome outcome = step(spec, std::vector<float>(6, 0.0F), target, 2, 2);
    QCOMPARE(outcome.loss, 0.0);
    QCOMPARE(outcome.dx, std::vector<float>(6, 0.0F));
}

LAMINA_TEST(MaskTest)
#include "mask_test.moc"
