// Regularizers in whole networks against numbers computed elsewhere in double precision (make_penalties.py):
// what they add to the loss, and the gradient that a step goes along.
#include "engine/model/penalties.h"
#include "engine/model/plan.h"
#include "engine/training/updater.h"
#include "tests/golden/golden_cases.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

namespace {
ModelSpec modelOf(const Json& golden)
{
    ModelSpec spec;
    spec.layers = {{"InputLayer", "x", {{"shape", golden.at("shape")}}, {}}};
    const auto add = [&spec](const std::string& className, const Json& config) {
        const TensorRef before{spec.layers.back().name};
        spec.layers.push_back({className, "layer_" + std::to_string(spec.layers.size()), config, {before}});
    };
    for (const Json& layer : golden.at("layers"))
        add(layer[0], layer[1]);
    add("Flatten", Json::object());
    return spec;
}
} // namespace

class GoldenPenaltiesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void penalty_data()
    {
        addGoldenRows("penalties", [](const Json& golden) { return golden.at("layers").dump(); });
    }

    void penalty()
    {
        QFETCH(const Json, golden);
        const Result<Network> network = Network::make(modelOf(golden));
        QVERIFY2(network, network ? "" : sentence(network.faults()).c_str());
        TrainingSpec training;
        training.loss = {"mse", Json::object()};
        const Result<Objective> objective = compileObjective(*network, training);
        QVERIFY(objective);

        const std::vector<Variable>& variables = network->variables();
        const Json& parameters = golden.at("parameters");
        QCOMPARE(parameters.size(), variables.size());
        Buffer start(network->weightCount());
        for (std::size_t v = 0; v < variables.size(); ++v) {
            const Numbers values = numbersOf(parameters[v]);
            QCOMPARE(static_cast<Index>(values.size()), variables[v].count);
            std::ranges::copy(values, start.data() + variables[v].offset);
        }
        Workers workers(2);
        const double weights = Penalties(*network).value(workers, start.data());
        QVERIFY(agrees(Numbers{static_cast<float>(weights)}, Json::array({golden.at("weights")}),
                       "penalty of the weights"));

        const Index batch = golden.at("samples");
        const Numbers x = numbersOf(golden.at("x"));
        const Numbers target = numbersOf(golden.at("target"));
        QCOMPARE(static_cast<Index>(x.size()), batch * network->inputShape().elements());
        QCOMPARE(static_cast<Index>(target.size()), batch * network->outputShape().elements());
        const std::array<const float*, 1> inputs{x.data()};
        const std::array<const float*, 1> targets{target.data()};
        Plan plan(*network,
                  {.batch = batch, .training = true, .objective = &*objective, .taps = {}, .lanes = 0});
        plan.setInputs(inputs);
        plan.setTargets(targets);
        Buffer moved = start;
        plan.setWeights(moved.data());
        const double loss = plan.run(workers, 1, 1).lossSum / static_cast<double>(batch);
        QVERIFY(agrees(Numbers{static_cast<float>(loss)}, Json::array({golden.at("loss")}),
                       "loss with the penalty of the activities"));

        Result<Updater> updater = Updater::make(*network, {"SGD", {{"learning_rate", 1}}});
        QVERIFY(updater);
        updater->apply(workers, moved.data(), plan.gradients());
        const Json& gradients = golden.at("gradients");
        QCOMPARE(gradients.size(), variables.size());
        for (std::size_t v = 0; v < variables.size(); ++v) {
            const Numbers before = numbersOf(parameters[v]);
            Numbers step;
            for (std::size_t i = 0; i < before.size(); ++i)
                step.push_back(before[i] - moved.data()[variables[v].offset + static_cast<Index>(i)]);
            if (gradients[v].is_null())
                QCOMPARE(step, Numbers(step.size()));
            else
                QVERIFY(agrees(step, gradients[v], "gradient of " + QString::fromStdString(variables[v].name),
                               before));
        }
    }
};

LAMINA_TEST(GoldenPenaltiesTest)
#include "golden_penalties_test.moc"
