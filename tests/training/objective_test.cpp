// Losses and metrics fitted to a network's outputs: one loss or one for each, their weights, weights of
// samples and classes, and the names that Keras' history gives them.
#include "engine/model/plan.h"
#include "engine/training/batches.h"

#include "tables.h"
#include "tests/support/run.h"

#include <QTest>

#include <cmath>

using namespace lamina;

namespace {
// Two numbers in; "a" gives one number, "b" a probability.
Network twoHeads()
{
    ModelSpec spec;
    spec.layers = {{"InputLayer", "input", Json::parse(R"({"shape": [2]})"), {}},
                   {"Dense", "a", Json::parse(R"({"units": 1})"), {{"input"}}},
                   {"Dense", "b", Json::parse(R"({"units": 1, "activation": "sigmoid"})"), {{"input"}}}};
    return *Network::make(spec);
}

Network oneHead(const char* config)
{
    ModelSpec spec;
    spec.layers = {{"InputLayer", "input", Json::parse(R"({"shape": [2]})"), {}},
                   {"Dense", "out", Json::parse(config), {{"input"}}}};
    return *Network::make(spec);
}

TrainingSpec keyed()
{
    TrainingSpec training;
    training.loss = {{}, Json::parse(R"({"a": "mse", "b": "binary_crossentropy"})")};
    return training;
}

struct Step {
    std::map<std::string, double> results;
    std::vector<float> gradients;
};

Step stepOf(const Network& network, const TrainingSpec& training, Index samples, std::vector<float> x,
            const std::vector<std::vector<float>>& targets, std::vector<float> sampleWeights = {},
            int lanes = 1)
{
    const Objective objective = *compileObjective(network, training);
    Plan plan(network,
              {.batch = samples, .training = true, .objective = &objective, .taps = {}, .lanes = lanes});
    Buffer weights = network.initialWeights(3);
    plan.setWeights(weights.data());
    const std::array<const float*, 1> inputs{x.data()};
    plan.setInputs(inputs);
    std::vector<const float*> addresses;
    for (const std::vector<float>& target : targets)
        addresses.push_back(target.data());
    plan.setTargets(addresses);
    plan.setSampleWeights(sampleWeights.empty() ? nullptr : sampleWeights.data());
    Workers workers(1);
    const StepResult result = plan.run(workers, 0, 0);
    sumLanes(plan.gradients(), 0, network.weightCount());
    const float* gradients = plan.gradients()[0];
    return {objective.results(result.lossSum, result.metricSums, samples),
            {gradients, gradients + network.weightCount()}};
}

const std::vector<float> fourPoints{0.5F, -1, 2, 0.25F, -0.75F, 1.5F, 1, 1};
const std::vector<float> numbers{1, -2, 0.5F, 3};
const std::vector<float> answers{1, 0, 0, 1};

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-6 * std::max(1.0, std::abs(b));
}
} // namespace

class ObjectiveTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyOutputHasItsLossAndTheirSumIsTheLoss()
    {
        const Network network = twoHeads();
        TrainingSpec training = keyed();
        const Step plain = stepOf(network, training, 4, fourPoints, {numbers, answers});
        QVERIFY(plain.results.contains("a_loss") && plain.results.contains("b_loss"));
        QVERIFY(near(plain.results.at("loss"), plain.results.at("a_loss") + plain.results.at("b_loss")));
        training.lossWeights = Json::parse(R"({"b": 0.5, "a": 3})");
        const Step weighted = stepOf(network, training, 4, fourPoints, {numbers, answers});
        QCOMPARE(weighted.results.at("a_loss"), plain.results.at("a_loss")); // told without its weight
        QVERIFY(near(weighted.results.at("loss"),
                     3 * plain.results.at("a_loss") + 0.5 * plain.results.at("b_loss")));
        for (const Variable& variable : network.variables()) {
            const bool first = network.layers()[static_cast<std::size_t>(variable.layer)].spec.name == "a";
            for (Index i = variable.offset; i < variable.offset + variable.count; ++i)
                QVERIFY(near(weighted.gradients[static_cast<std::size_t>(i)],
                             plain.gradients[static_cast<std::size_t>(i)] * (first ? 3 : 0.5)));
        }
        training.lossWeights = Json::parse("[3, 0.5]");
        QVERIFY(stepOf(network, training, 4, fourPoints, {numbers, answers}).results == weighted.results);
    }

    // Keras divides by the number of samples, not by the sum of their weights.
    void samplesCountByTheirWeights()
    {
        const Network network = oneHead(R"({"units": 1})");
        TrainingSpec training;
        training.loss = {"mse", Json::object()};
        training.metrics = {{"mae", Json::object()}};
        training.weightedMetrics = {{"mae", Json::object()}, {"mse", Json::object()}};
        const std::vector<float> weights{2, 0, 0.5F, 1};
        const Step all = stepOf(network, training, 4, fourPoints, {numbers}, weights);
        double loss = 0;
        double weightedMae = 0;
        double mae = 0;
        std::vector<float> gradients(all.gradients.size());
        for (std::size_t n = 0; n < 4; ++n) {
            const Step one =
                stepOf(network, training, 1, {fourPoints[2 * n], fourPoints[2 * n + 1]}, {{numbers[n]}});
            loss += weights[n] * one.results.at("loss") / 4;
            mae += one.results.at("mae") / 4;
            weightedMae += weights[n] * one.results.at("mae") / 3.5;
            for (std::size_t i = 0; i < gradients.size(); ++i)
                gradients[i] += weights[n] * one.gradients[i] / 4;
        }
        QVERIFY(near(all.results.at("loss"), loss));
        QVERIFY(near(all.results.at("mae"), mae));
        QVERIFY(near(all.results.at("weighted_mae"), weightedMae));
        QVERIFY(near(all.results.at("mse"), loss * 4 / 3.5));
        for (std::size_t i = 0; i < gradients.size(); ++i)
            QVERIFY(near(all.gradients[i], gradients[i]));
        const Step lanes = stepOf(network, training, 4, fourPoints, {numbers}, weights, 2);
        QVERIFY(near(lanes.results.at("loss"), loss));
        for (std::size_t i = 0; i < gradients.size(); ++i)
            QVERIFY(near(lanes.gradients[i], gradients[i]));
    }

    void classesCountInTrainingAlone()
    {
        const Network network = oneHead(R"({"units": 3, "activation": "softmax"})");
        TrainingSpec training;
        training.loss = {"categorical_crossentropy", Json::object()};
        training.classWeight = Json::parse(R"({"0": 1, "1": 2.5, "2": 0})");
        const Objective objective = *compileObjective(network, training);
        const DataParts parts = table({{"x", 2, {}}, {"y", 0, {"r", "g", "b"}}, {"w", 1, {}}}, 4,
                                      [](Index row, int field) -> std::vector<float> {
                                          if (field == 0)
                                              return {1, 2};
                                          return {static_cast<float>(field == 1 ? (row + 1) % 3 : row + 1)};
                                      });
        DataParts weighted = parts;
        weighted.weightField = "w";
        Workers workers(1);
        const std::array<Index, 4> order{0, 1, 2, 3};
        const auto weightsOf = [&](const DataParts& data, BatchUse use) {
            const Feed feed = *Feed::make(data, network, objective, {}, training.classWeight);
            BatchBuffers buffers(feed, 4, use);
            [&] { QVERIFY(buffers.fill(workers, *data.train, order)); }();
            return buffers.weights() ? std::vector<float>(buffers.weights(), buffers.weights() + 4)
                                     : std::vector<float>();
        };
        QCOMPARE(weightsOf(parts, BatchUse::Training), (std::vector<float>{2.5F, 0, 1, 2.5F}));
        QCOMPARE(weightsOf(parts, BatchUse::Evaluation), std::vector<float>());
        QCOMPARE(weightsOf(weighted, BatchUse::Training), (std::vector<float>{2.5F, 0, 3, 10}));
        QCOMPARE(weightsOf(weighted, BatchUse::Evaluation), (std::vector<float>{1, 2, 3, 4}));
        training.classWeight = Json::parse(R"({"0": 1, "1": 2.5})");
        QVERIFY(!Feed::make(parts, network, objective, {}, training.classWeight));
    }

    void namesAreThoseOfKerasHistory()
    {
        TrainingSpec training = keyed();
        training.metrics = {{"mae", Json::object()}, {"MeanSquaredError", Json::object()}};
        QCOMPARE(compileObjective(twoHeads(), training)->names(),
                 (std::vector<std::string>{"a_loss", "b_loss", "a_mae", "a_mean_squared_error", "b_mae",
                                           "b_mean_squared_error"}));
        training.metrics.clear();
        training.outputMetrics = {{"b", {{"acc", Json::object()}}}};
        QCOMPARE(compileObjective(twoHeads(), training)->names(),
                 (std::vector<std::string>{"a_loss", "b_loss", "b_acc"}));
    }

    void mistakesAreToldAtTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("loss");
        QTest::addColumn<QByteArray>("weights");
        QTest::addColumn<QByteArray>("classWeight");
        QTest::addColumn<QString>("path");
        const auto row = [](const char* name, const char* loss, const char* weights, const char* classWeight,
                            const char* path) {
            QTest::newRow(name) << QByteArray(loss) << QByteArray(weights) << QByteArray(classWeight)
                                << QString(path);
        };
        const char* const both = R"({"a": "mse", "b": "mse"})";
        row("missing", R"({"a": "mse"})", "null", "null", "training.loss.b");
        row("unknown output", R"({"a": "mse", "b": "mse", "c": "mse"})", "null", "null", "training.loss.c");
        row("unknown loss", R"({"a": "mse", "b": "mze"})", "null", "null", "training.loss.b");
        row("its setting", R"({"a": "mse", "b": {"class_name": "bce", "config": {"smooth": 1}}})", "null",
            "null", "training.loss.b.config.smooth");
        row("too few weights", both, "[1]", "null", "training.loss_weights");
        row("weight of a text", both, R"({"a": "x"})", "null", "training.loss_weights.a");
        row("weight of nobody", both, R"({"z": 1})", "null", "training.loss_weights.z");
        row("class weights of two", both, "null", R"({"0": 1})", "training.class_weight");
    }
    void mistakesAreToldAtTheirPlace()
    {
        QFETCH(QByteArray, loss);
        QFETCH(QByteArray, weights);
        QFETCH(QByteArray, classWeight);
        QFETCH(QString, path);
        TrainingSpec training;
        training.loss = {{}, Json::parse(loss.toStdString())};
        training.lossWeights = Json::parse(weights.toStdString());
        training.classWeight = Json::parse(classWeight.toStdString());
        const Result<Objective> objective = compileObjective(twoHeads(), training);
        QVERIFY(!objective);
        QCOMPARE(objective.faults().size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(objective.faults()[0].where.path), path);
        QVERIFY(!objective.faults()[0].remedy.empty());
    }

    void vectorsLieAlongAnAxisThatThereIs_data()
    {
        QTest::addColumn<int>("axis");
        QTest::addColumn<bool>("masked");
        QTest::addColumn<QString>("what"); // empty: all is well
        QTest::newRow("last") << -1 << true << QString();
        QTest::newRow("last, from the front") << 2 << true << QString();
        QTest::newRow("before it") << -2 << false << QString();
        QTest::newRow("first") << 1 << false << QString();
        QTest::newRow("first, masked")
            << 1 << true << "The output is masked, and vectors along its axis 1 would have gaps";
        QTest::newRow("samples") << 0 << false
                                 << "Axis 0 is that of the samples, which must not know each other";
        QTest::newRow("samples, from the back")
            << -3 << false << "Axis -3 is that of the samples, which must not know each other";
        QTest::newRow("beyond") << 3 << false << "There is no axis 3 in an output of (None, 4, 3)";
        QTest::newRow("before all") << -4 << false << "There is no axis -4 in an output of (None, 4, 3)";
    }
    void vectorsLieAlongAnAxisThatThereIs()
    {
        QFETCH(int, axis);
        QFETCH(bool, masked);
        QFETCH(QString, what);
        ModelSpec spec;
        spec.layers = {{"InputLayer", "input", Json::parse(R"({"shape": [4, 2]})"), {}},
                       {"Masking", "masking", Json::object(), {{"input"}}},
                       {"Dense", "out", Json::parse(R"({"units": 3})"), {{masked ? "masking" : "input"}}}};
        spec.outputs = {{"out"}};
        if (!masked)
            spec.layers.erase(spec.layers.begin() + 1);
        const Network network = *Network::make(spec);
        TrainingSpec training;
        const PartSpec part{"cosine_similarity", Json{{"axis", axis}}};
        training.loss = part;
        training.metrics = {{"mae", Json::object()}, part};
        const Result<Objective> objective = compileObjective(network, training);
        QCOMPARE(!objective, !what.isEmpty());
        if (objective)
            return;
        QCOMPARE(objective.faults()[0].where.path, std::string("training.loss.config.axis"));
        QCOMPARE(QString::fromStdString(render(objective.faults()[0].what)), what);
        training.loss = {"mse", Json::object()};
        const Result<Objective> metric = compileObjective(network, training);
        QVERIFY(!metric);
        QCOMPARE(metric.faults()[0].where.path, std::string("training.metrics[1].config.axis"));
        QCOMPARE(QString::fromStdString(render(metric.faults()[0].what)), what);
    }

    void classWeightsHaveNoGap_data()
    {
        QTest::addColumn<QByteArray>("weights");
        for (const char* weights : {R"({"1": 1})", R"({"0": 1, "2": 1})", R"({"0": "x"})", "[1, 2]", "{}"})
            QTest::addRow("%s", weights) << QByteArray(weights);
    }
    void classWeightsHaveNoGap()
    {
        QFETCH(QByteArray, weights);
        TrainingSpec training;
        training.loss = {"mse", Json::object()};
        training.classWeight = Json::parse(weights.toStdString());
        const Result<Objective> objective = compileObjective(oneHead(R"({"units": 1})"), training);
        QVERIFY(!objective);
        QCOMPARE(objective.faults()[0].where.path, std::string("training.class_weight"));
    }
};

LAMINA_TEST(ObjectiveTest)
#include "objective_test.moc"
