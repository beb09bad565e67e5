// What a model costs is told layer by layer.
#include "engine/training/model_cost.h"

#include "runs.h"
#include "tests/support/run.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace lamina;

namespace {
constexpr double plenty = std::numeric_limits<double>::infinity();

std::optional<ModelCost> costOf(const Project& project, double available = plenty, bool timed = true)
{
    Workers workers(2);
    return findCost(project, {.training = 162, .validation = 41}, available, workers, timed,
                    [] { return true; });
}
} // namespace

class ModelCostTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsCountedIsWorkedOutByHand()
    {
        const Project project = spirals(); // 2 → 24 → batch normalisation → 3
        const ModelCost cost = countedCost(analyse(project.model), 32);
        QCOMPARE(cost.layers.size(), std::size_t(5));
        QCOMPARE(cost.layers[1].parameters, Index(2 * 24 + 24));
        QCOMPARE(cost.layers[1].multiplyAdds, 2.0 * 24);
        QCOMPARE(cost.layers[4].multiplyAdds, 24.0 * 3);
        QCOMPARE(cost.layers[2].parameters - cost.layers[2].trainableParameters, Index(2 * 24));
        QCOMPARE(cost.all.parameters, Index(72 + 96 + 75));
        QVERIFY(cost.memory == ModelCost::Source::Unknown && cost.time == ModelCost::Source::Unknown);
    }

    void memoryAddsUpToWhatTrainingTakes()
    {
        const Project project = spirals();
        const auto cost = costOf(project, plenty, false);
        QVERIFY(cost);
        QVERIFY(cost->memory == ModelCost::Source::Measured);
        QVERIFY(cost->time == ModelCost::Source::Unknown);
        double layers = 0;
        for (const LayerCost& layer : cost->layers)
            layers += layer.memory;
        const double expected = cost->memoryParts->total() - cost->memoryParts->batches;
        QVERIFY2(std::abs(layers - expected) < 1e-6 * expected, QByteArray::number(layers / expected));
        QCOMPARE(cost->all.memory, cost->memoryParts->total());
        QVERIFY(cost->layers[1].memory > cost->layers[0].memory);
        QVERIFY(!cost->tooLarge);
    }

    void aStepIsMeasured()
    {
        const auto cost = costOf(spirals());
        QVERIFY(cost);
        QVERIFY(cost->time == ModelCost::Source::Measured);
        QVERIFY(cost->all.seconds > 0);
        double layers = 0;
        for (const LayerCost& layer : cost->layers)
            layers += layer.seconds;
        QVERIFY(layers > 0 && layers <= cost->all.seconds * (1 + 1e-9));
        QCOMPARE(cost->layers[0].seconds, 0.0); // an input computes nothing
    }

    void aLossThatDoesNotFitYetHindersNothing()
    {
        Project project = spirals();
        project.training.loss = {"", Json::object()};
        QVERIFY(costOf(project)->all.seconds > 0);
        project.model.layers[1].config["units"] = 0;
        QVERIFY(!costOf(project)); // but a fault of the model does
    }

    void whatDoesNotFitSaysWhatDoes()
    {
        const double needed = costOf(spirals(), plenty, false)->all.memory;
        const auto cost = costOf(spirals(), needed - 1);
        QVERIFY(cost && cost->tooLarge);
        QVERIFY(cost->fittingBatch > 0 && cost->fittingBatch < 32);
        QVERIFY(cost->time == ModelCost::Source::Unknown); // what does not fit is not tried
        Project smaller = spirals();
        smaller.training.batchSize = static_cast<int>(cost->fittingBatch);
        QVERIFY(!costOf(smaller, needed - 1, false)->tooLarge);
        const auto hopeless = costOf(spirals(), 100);
        QVERIFY(hopeless && hopeless->tooLarge);
        QCOMPARE(hopeless->fittingBatch, Index(0));
    }

    void itEndsWhenItIsAskedTo()
    {
        Workers workers(1);
        int asked = 0;
        QVERIFY(!findCost(spirals(), {}, plenty, workers, true, [&] { return ++asked < 3; }));
        QCOMPARE(asked, 3);
    }

    void aModelInTheModelCostsWhatIsInIt()
    {
        Project project = spirals();
        const std::vector<LayerSpec> inner(project.model.layers.begin() + 1, project.model.layers.end());
        Json layers = Json::array();
        for (const LayerSpec& each : inner)
            layers.push_back({{"class_name", each.className}, {"name", each.name}, {"config", each.config}});
        project.model.layers = {project.model.layers[0],
                                {"Sequential", "body", {{"layers", layers}}, {{"input"}}}};
        const auto cost = costOf(project);
        QVERIFY(cost);
        QCOMPARE(cost->layers.size(), std::size_t(2));
        QVERIFY(cost->layers[1].seconds > 0 && cost->layers[1].memory > 0);
    }

    void whatWasMeasuredTellsOfWhatIsLikeIt()
    {
        Project project = spirals();
        CostMemory known;
        ModelCost cost = countedCost(analyse(project.model), 32);
        known.estimate(project.model, analyse(project.model), cost);
        QVERIFY(cost.time == ModelCost::Source::Unknown && cost.memory == ModelCost::Source::Unknown);
        const auto found = costOf(project);
        known.remember(project.model, analyse(project.model), *found);
        known.estimate(project.model, analyse(project.model), cost);
        QVERIFY(cost.time == ModelCost::Source::Estimated);
        QVERIFY(std::abs(cost.all.seconds - found->all.seconds) < 1e-9);
        QVERIFY(std::abs(cost.all.memory - found->all.memory) < 1);
        // One layer becomes larger; those before it stay what they were.
        project.model.layers[4].config["units"] = 300;
        const ModelAnalysis analysis = analyse(project.model);
        ModelCost larger = countedCost(analysis, 32);
        known.estimate(project.model, analysis, larger);
        QCOMPARE(larger.layers[1].seconds, found->layers[1].seconds);
        QVERIFY(larger.layers[4].seconds > found->layers[4].seconds);
        QVERIFY(larger.all.memory > cost.all.memory);
    }
};

LAMINA_TEST(ModelCostTest)
#include "model_cost_test.moc"
