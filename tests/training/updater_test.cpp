// What happens to the gradients: penalties, clipping, accumulation, schedules, constraints.
#include "engine/training/updater.h"

#include "engine/model/penalties.h"
#include "engine/model/plan.h"
#include "tests/support/run.h"

#include <QTest>

#include <cmath>

using namespace lamina;

namespace {
Network networkOf(const char* layers)
{
    ModelSpec spec;
    for (const Json& layer : Json::parse(layers)) {
        LayerSpec made{layer[0], layer[1], layer[2], {}};
        if (!spec.layers.empty())
            made.inputs = {{spec.layers.back().name}};
        spec.layers.push_back(std::move(made));
    }
    Result<Network> network = Network::make(spec);
    return std::move(*network);
}

Network twoVariables()
{
    return networkOf(R"([["InputLayer", "x", {"shape": [3]}], ["Dense", "d", {"units": 2}]])");
}

PartSpec sgd(const char* config)
{
    return {"SGD", Json::parse(config)};
}

bool near(double a, double b, double relative = 1e-6)
{
    return std::abs(a - b) <= relative * std::max(1.0, std::abs(b));
}

// The gradients of a step, laid out as the weights.
struct Gradients {
    explicit Gradients(const Network& network) : values(network.weightCount()) { }
    void fill(const Variable& variable, std::vector<float> numbers)
    {
        std::copy(numbers.begin(), numbers.end(), values.data() + variable.offset);
    }
    std::array<float*, 1> lanes() { return {values.data()}; }
    Buffer values;
};

std::vector<float> of(const Buffer& weights, const Variable& variable)
{
    return {weights.data() + variable.offset, weights.data() + variable.offset + variable.count};
}
} // namespace

class UpdaterTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clippingIsKeras_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<double>("kernel"); // what the gradients are multiplied by
        QTest::addColumn<double>("bias");
        // The kernel's norm is 5, the bias' 12, together 13.
        QTest::newRow("none") << QByteArray(R"({"learning_rate": 1})") << 1.0 << 1.0;
        QTest::newRow("norm") << QByteArray(R"({"learning_rate": 1, "clipnorm": 6})") << 1.0 << 0.5;
        QTest::newRow("global") << QByteArray(R"({"learning_rate": 1, "global_clipnorm": 6.5})") << 0.5
                                << 0.5;
        QTest::newRow("global above")
            << QByteArray(R"({"learning_rate": 1, "global_clipnorm": 20})") << 1.0 << 1.0;
        QTest::newRow("norm before value")
            << QByteArray(R"({"learning_rate": 1, "clipnorm": 6, "clipvalue": 0.1})") << 1.0 << 0.5;
        QTest::newRow("zero is none") << QByteArray(R"({"learning_rate": 1, "clipnorm": 0})") << 1.0 << 1.0;
    }
    void clippingIsKeras()
    {
        QFETCH(QByteArray, config);
        QFETCH(double, kernel);
        QFETCH(double, bias);
        const Network network = twoVariables();
        Updater updater = *Updater::make(network, sgd(config.constData()));
        Gradients gradients(network);
        gradients.fill(network.variables()[0], {3, 0, 0, -4, 0, 0});
        gradients.fill(network.variables()[1], {0, 12});
        Buffer weights(network.weightCount());
        Workers workers(1);
        updater.apply(workers, weights.data(), gradients.lanes());
        const std::vector<float> k = of(weights, network.variables()[0]);
        const std::vector<float> b = of(weights, network.variables()[1]);
        QVERIFY(near(k[0], -3 * kernel) && near(k[3], 4 * kernel) && k[1] == 0);
        QVERIFY(near(b[1], -12 * bias) && b[0] == 0);
    }

    void valuesAreClippedOneByOne()
    {
        const Network network = twoVariables();
        Updater updater = *Updater::make(network, sgd(R"({"learning_rate": 1, "clipvalue": 2.5})"));
        Gradients gradients(network);
        gradients.fill(network.variables()[0], {3, 2, 0, -4, -2.5F, 0});
        Buffer weights(network.weightCount());
        Workers workers(1);
        updater.apply(workers, weights.data(), gradients.lanes());
        QCOMPARE(of(weights, network.variables()[0]), (std::vector<float>{-2.5F, -2, 0, 2.5F, 2.5F, 0}));
    }

    void twoNormsAreAFault()
    {
        const Result<Updater> updater =
            Updater::make(twoVariables(), sgd(R"({"clipnorm": 1, "global_clipnorm": 1})"));
        QVERIFY(!updater);
        QCOMPARE(updater.faults()[0].where.path, std::string("training.optimizer.config.global_clipnorm"));
    }

    // Two steps of 3 samples and one of 2 are one of 8: the update is that of the mean over all samples.
    void gradientsGatherOverAGroup()
    {
        const Network network = twoVariables();
        const Variable& kernel = network.variables()[0];
        Updater updater = *Updater::make(network, sgd(R"({"learning_rate": 1})"), 3);
        Buffer weights(network.weightCount());
        Workers workers(1);
        const auto step = [&](std::vector<float> gradient, Index samples, bool last) {
            Gradients gradients(network);
            gradients.fill(kernel, std::move(gradient));
            updater.apply(workers, weights.data(), gradients.lanes(), samples, last);
        };
        step({1, 0, 0, 0, 0, 4}, 3, false);
        step({2, 0, 0, 0, 0, 0}, 3, false);
        QCOMPARE(updater.step(), Index{0});
        QCOMPARE(of(weights, kernel), std::vector<float>(6, 0));
        step({0.5F, 0, 0, 0, 0, 0}, 2, false);
        QCOMPARE(updater.step(), Index{1});
        QVERIFY(near(of(weights, kernel)[0], -(3 * 1 + 3 * 2 + 2 * 0.5) / 8));
        QVERIFY(near(of(weights, kernel)[5], -3 * 4.0 / 8));
        // The end of an epoch ends a group that is not full, which counts by its own samples.
        weights = Buffer(network.weightCount());
        step({1, 0, 0, 0, 0, 0}, 3, false);
        step({5, 0, 0, 0, 0, 0}, 1, true);
        QCOMPARE(updater.step(), Index{2});
        QVERIFY(near(of(weights, kernel)[0], -(3 * 1 + 1 * 5) / 4.0));
        // And the next group begins with nothing.
        weights = Buffer(network.weightCount());
        step({7, 0, 0, 0, 0, 0}, 3, true);
        QVERIFY(near(of(weights, kernel)[0], -7));
    }

    void theRateFollowsTheUpdates()
    {
        const Network network = twoVariables();
        Updater updater = *Updater::make(
            network, {"SGD", Json::parse(R"({"learning_rate": {"class_name": "ExponentialDecay", "config":
                {"initial_learning_rate": 1, "decay_steps": 1, "decay_rate": 0.5}}})")},
            2);
        QVERIFY(updater.hasSchedule());
        QCOMPARE(updater.learningRate(), 1.0);
        Buffer weights(network.weightCount());
        Workers workers(1);
        std::vector<double> rates;
        for (int step = 0; step < 6; ++step) {
            Gradients gradients(network);
            gradients.fill(network.variables()[1], {1, 0});
            updater.apply(workers, weights.data(), gradients.lanes(), 4, false);
            rates.push_back(updater.learningRate());
        }
        QCOMPARE(rates, (std::vector<double>{1, 1, 1, 0.5, 0.5, 0.25}));
        QVERIFY(near(of(weights, network.variables()[1])[0], -1.75));
    }

    void aWrongScheduleIsAFaultAtItsPlace()
    {
        const auto pathOf = [](const char* rate) {
            const Result<Updater> updater =
                Updater::make(twoVariables(), {"SGD", {{"learning_rate", Json::parse(rate)}}});
            return updater ? std::string() : updater.faults()[0].where.path;
        };
        const std::string field = "training.optimizer.config.learning_rate";
        QCOMPARE(pathOf(R"({"class_name": "Decay"})"), field);
        QCOMPARE(pathOf(R"("ExponentialDecay")"), field);
        QCOMPARE(pathOf("-1"), field);
        QCOMPARE(pathOf(R"({"class_name": "ExponentialDecay", "config": {"decay_steps": 0, "decay_rate": 1,
                          "initial_learning_rate": 1}})"),
                 field + ".config.decay_steps");
        QCOMPARE(pathOf(R"({"class_name": "PiecewiseConstantDecay", "config": {"boundaries": [1, 2],
                          "values": [1, 2]}})"),
                 field + ".config.values");
    }

    // Loss, penalties on weights and on activations together: the step that is taken is along the derivative
    // of the loss that is told.
    void theWholeLossHasTheGradientThatIsTaken_data()
    {
        QTest::addColumn<QByteArray>("layers");
        QTest::newRow("kernel and bias") << QByteArray(R"([["InputLayer", "x", {"shape": [3]}],
            ["Dense", "h", {"units": 4, "activation": "tanh", "kernel_regularizer": "l1_l2",
                            "bias_regularizer": {"class_name": "L2", "config": {"l2": 0.3}}}],
            ["Dense", "y", {"units": 2, "kernel_regularizer": {"class_name": "l1", "config": {"l1": 0.2}}}]])");
        QTest::newRow("activities") << QByteArray(R"([["InputLayer", "x", {"shape": [3]}],
            ["Dense", "h", {"units": 4, "activation": "tanh",
                            "activity_regularizer": {"class_name": "L1L2", "config": {"l1": 0.1, "l2": 0.2}}}],
            ["Dense", "y", {"units": 2, "activity_regularizer": "l2"}]])");
        QTest::newRow("activity before an in-place layer")
            << QByteArray(R"([["InputLayer", "x", {"shape": [3]}],
            ["Dense", "h", {"units": 4, "activity_regularizer": {"class_name": "l2", "config": {"l2": 0.5}}}],
            ["Activation", "a", {"activation": "relu"}], ["LeakyReLU", "b", {}],
            ["Dense", "y", {"units": 2}]])");
        QTest::newRow("normalisation") << QByteArray(R"([["InputLayer", "x", {"shape": [3]}],
            ["Dense", "h", {"units": 4}],
            ["BatchNormalization", "n", {"gamma_regularizer": "l2", "beta_regularizer": "l1_l2",
                                         "beta_initializer": "ones"}],
            ["Dense", "y", {"units": 2, "trainable": false, "kernel_regularizer": "l2"}]])");
        QTest::newRow("convolution") << QByteArray(R"([["InputLayer", "x", {"shape": [4, 3, 1]}],
            ["Conv2D", "c", {"filters": 2, "kernel_size": 2, "activation": "sigmoid", "kernel_regularizer": "l2",
                             "bias_regularizer": "l1", "activity_regularizer": "l1_l2"}],
            ["Flatten", "f", {}], ["Dense", "y", {"units": 2}]])");
        QTest::newRow("probabilities") << QByteArray(R"([["InputLayer", "x", {"shape": [3]}],
            ["Dense", "y", {"units": 2, "activation": "softmax",
                            "activity_regularizer": {"class_name": "l2", "config": {"l2": 2}}}]])");
    }
    void theWholeLossHasTheGradientThatIsTaken()
    {
        QFETCH(QByteArray, layers);
        const Network network = networkOf(layers.constData());
        const bool classes = network.layers().back().activation == ActivationKind::Softmax;
        TrainingSpec training;
        training.loss = {classes ? "categorical_crossentropy" : "mse", Json::object()};
        const Objective objective = *compileObjective(network, training);
        Penalties penalties(network);
        constexpr Index batch = 5;
        std::vector<float> x(static_cast<std::size_t>(batch * network.inputShape().elements()));
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = std::sin(static_cast<float>(3 * i + 1));
        std::vector<float> y(2 * batch);
        for (std::size_t i = 0; i < y.size(); ++i)
            y[i] = classes ? static_cast<float>(i % 2) : std::cos(static_cast<float>(2 * i));
        const std::array<const float*, 1> inputs{x.data()};
        const std::array<const float*, 1> targets{y.data()};
        Workers workers(1);
        Plan plan(network,
                  {.batch = batch, .training = true, .objective = &objective, .taps = {}, .lanes = 2});
        plan.setInputs(inputs);
        plan.setTargets(targets);
        const auto lossOf = [&](Buffer& weights) {
            plan.setWeights(weights.data());
            const double penalty = penalties.value(workers, weights.data());
            return plan.run(workers, 1, 1).lossSum / batch + penalty;
        };
        Buffer start = network.initialWeights(5);
        for (float& weight : start.values())
            weight += weight == 0 ? 0.125F : 0; // away from the kink of |w|
        Buffer moved = start;
        lossOf(moved);
        Updater updater = *Updater::make(network, sgd(R"({"learning_rate": 1})"));
        updater.apply(workers, moved.data(), plan.gradients());
        for (const Variable& variable : network.variables())
            for (Index i = variable.offset; variable.trainable && i < variable.offset + variable.count; ++i) {
                const double taken =
                    static_cast<double>(start.data()[i]) - static_cast<double>(moved.data()[i]);
                Buffer near = start;
                near.data()[i] += 0.01F;
                const double above = lossOf(near);
                near.data()[i] = start.data()[i] - 0.01F;
                const double slope = (above - lossOf(near)) / 0.02;
                QVERIFY2(std::abs(slope - taken) < 2e-3 * std::max(1.0, std::abs(slope)),
                         qPrintable(QString("%1[%2]: %3, not %4")
                                        .arg(QString::fromStdString(variable.name))
                                        .arg(i - variable.offset)
                                        .arg(taken)
                                        .arg(slope)));
            }
    }

    // Nothing is trained, and the penalty is told all the same.
    void frozenWeightsArePenalised()
    {
        const Network network = networkOf(R"([["InputLayer", "x", {"shape": [3]}],
            ["Dense", "y", {"units": 2, "trainable": false, "kernel_initializer": "ones",
                            "kernel_regularizer": {"class_name": "l2", "config": {"l2": 0.5}}}]])");
        Buffer weights = network.initialWeights(1);
        Workers workers(2);
        QVERIFY(near(Penalties(network).value(workers, weights.data()), 3));
    }

    void constraintsHoldAfterTheUpdate_data()
    {
        QTest::addColumn<QByteArray>("constraint");
        for (const char* constraint :
             {R"("max_norm")", R"({"class_name": "MaxNorm", "config": {"max_value": 0.5, "axis": 1}})",
              R"({"class_name": "max_norm", "config": {"max_value": 0.75, "axis": [0, 1, 2]}})",
              R"({"class_name": "max_norm", "config": {"max_value": 0.75, "axis": [0, 1, 2, 3]}})",
              R"({"class_name": "UnitNorm", "config": {"axis": [0, -2]}})", R"("unit_norm")",
              R"({"class_name": "MinMaxNorm", "config": {"min_value": 0.5, "max_value": 0.6, "rate": 0.25,
                  "axis": [-1]}})",
              R"("min_max_norm")"})
            QTest::addRow("%s", constraint) << QByteArray(constraint);
    }
    void constraintsHoldAfterTheUpdate()
    {
        QFETCH(QByteArray, constraint);
        const Json json = Json::parse(constraint.toStdString());
        const Shape shape{2, 3, 2, 5};
        QVERIFY(checkConstraint(json, shape));
        std::vector<float> weights(static_cast<std::size_t>(shape.elements()));
        for (std::size_t i = 0; i < weights.size(); ++i)
            weights[i] = std::sin(static_cast<float>(i) * 1.7F);
        // The definition, weight by weight.
        const Json config = json.is_object() ? json["config"] : Json::object();
        const std::string name = json.is_object() ? json["class_name"] : json;
        std::vector<bool> summed(4);
        const Json axis = config.value("axis", Json(0));
        for (const Json& each : axis.is_array() ? axis : Json::array({axis}))
            summed[static_cast<std::size_t>((each.get<int>() + 4) % 4)] = true;
        const auto groupOf = [&](std::size_t index) {
            std::array<std::size_t, 4> at{};
            for (int a = 3; a >= 0; --a) {
                at[static_cast<std::size_t>(a)] =
                    summed[static_cast<std::size_t>(a)] ? 0 : index % static_cast<std::size_t>(shape[a]);
                index /= static_cast<std::size_t>(shape[a]);
            }
            return at;
        };
        std::map<std::array<std::size_t, 4>, double> squares;
        for (std::size_t i = 0; i < weights.size(); ++i)
            squares[groupOf(i)] += static_cast<double>(weights[i]) * weights[i];
        std::vector<double> expected;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const double norm = std::sqrt(squares[groupOf(i)]);
            double wanted = 1;
            if (name == "max_norm" || name == "MaxNorm")
                wanted = std::min(norm, config.value("max_value", 2.0));
            else if (name == "min_max_norm" || name == "MinMaxNorm") {
                const double rate = config.value("rate", 1.0);
                wanted = rate
                        * std::min(std::max(norm, config.value("min_value", 0.0)),
                                   config.value("max_value", 1.0))
                    + (1 - rate) * norm;
            }
            expected.push_back(weights[i] * wanted / (1e-7 + norm));
        }
        Constraint::make(json, shape)->apply(weights.data());
        for (std::size_t i = 0; i < weights.size(); ++i)
            QVERIFY(near(weights[i], expected[i]));
    }

    void anUpdateEndsWithTheConstraint()
    {
        const Network network = networkOf(R"([["InputLayer", "x", {"shape": [3]}],
            ["Dense", "y", {"units": 2, "kernel_constraint": "non_neg", "bias_constraint": "unit_norm"}]])");
        Updater updater = *Updater::make(network, sgd(R"({"learning_rate": 1})"));
        Gradients gradients(network);
        gradients.fill(network.variables()[0], {1, -1, 0.5F, -0.5F, 0, 2});
        gradients.fill(network.variables()[1], {3, -4});
        Buffer weights(network.weightCount());
        Workers workers(2);
        updater.apply(workers, weights.data(), gradients.lanes());
        const std::vector<float> kernel = of(weights, network.variables()[0]);
        QVERIFY(std::ranges::equal(kernel, std::vector<float>{0, 1, 0, 0.5F, 0, 0}));
        const std::vector<float> bias = of(weights, network.variables()[1]);
        QVERIFY(near(bias[0], -0.6) && near(bias[1], 0.8));
    }

    void mistakesAreToldOnTheLayer_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<QString>("path");
        QTest::newRow("unknown") << QByteArray(R"({"units": 2, "kernel_regularizer": "l3"})")
                                 << "config.kernel_regularizer";
        QTest::newRow("setting") << QByteArray(
            R"({"units": 2, "kernel_regularizer": {"class_name": "l2", "config": {"l1": 1}}})")
                                 << "config.kernel_regularizer.config.l1";
        QTest::newRow("negative") << QByteArray(
            R"({"units": 2, "kernel_regularizer": {"class_name": "l2", "config": {"l2": -1}}})")
                                  << "config.kernel_regularizer.config.l2";
        QTest::newRow("constraint") << QByteArray(R"({"units": 2, "bias_constraint": "no_norm"})")
                                    << "config.bias_constraint";
        QTest::newRow("axis") << QByteArray(
            R"({"units": 2, "bias_constraint": {"class_name": "unit_norm", "config": {"axis": 1}}})")
                              << "config.bias_constraint";
    }
    void mistakesAreToldOnTheLayer()
    {
        QFETCH(QByteArray, config);
        QFETCH(QString, path);
        ModelSpec spec;
        spec.layers = {{"InputLayer", "x", Json::parse(R"({"shape": [3]})"), {}},
                       {"Dense", "y", Json::parse(config.toStdString()), {{"x"}}}};
        const ModelAnalysis analysis = analyse(spec);
        QCOMPARE(analysis.faults.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(analysis.faults[0].where.path), "model.layers[1]." + path);
    }
};

LAMINA_TEST(UpdaterTest)
#include "updater_test.moc"
