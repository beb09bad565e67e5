// First steps by hand: the places of epsilon, and what momentum does.
#include "engine/model/optimizer_type.h"
#include "tests/support/run.h"

#include <QTest>

#include <cmath>

using namespace lamina;

namespace {
// Where a weight of 1 stands after steps with these gradients.
double after(const char* name, const char* config, std::initializer_list<float> gradients)
{
    const OptimizerType* type = optimizers::find(name);
    const Attributes attributes(type->fields, Json::parse(config));
    const UpdateFunction update = compileUpdate(*type, attributes);
    std::vector<float> kept;
    for (std::size_t s = 0; s < type->slots(attributes).size(); ++s)
        kept.push_back(type->slotStart ? type->slotStart(attributes, static_cast<int>(s)) : 0.0F);
    std::vector<float*> places;
    for (float& each : kept)
        places.push_back(&each);
    float weight = 1;
    Index step = 0;
    for (const float gradient : gradients)
        update({.weights = &weight,
                .gradient = &gradient,
                .slots = places,
                .count = 1,
                .step = ++step,
                .learningRate = attributes.real("learning_rate")});
    return static_cast<double>(weight);
}

bool near(double found, double expected)
{
    return std::abs(found - expected) < 2e-7;
}
} // namespace

class OptimizersTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sgdAndItsMomentum()
    {
        QVERIFY(near(after("SGD", R"({"learning_rate": 0.5})", {0.5F, -1}), 1 - 0.25 + 0.5));
        // v = -0.25; v = 0.5 v - 0.25
        QVERIFY(
            near(after("SGD", R"({"learning_rate": 0.5, "momentum": 0.5})", {0.5F, 0.5F}), 1 - 0.25 - 0.375));
        // each step μ v - lr g
        QVERIFY(near(after("SGD", R"({"learning_rate": 0.5, "momentum": 0.5, "nesterov": true})", {0.5F}),
                     1 - 0.125 - 0.25));
        QVERIFY(near(after("SGD", R"({"learning_rate": 0.5, "nesterov": true})", {0.5F}), 0.75));
    }

    // The first step is as long as the learning rate, whatever the gradient; epsilon stands outside of the
    // root that is not yet corrected, so it counts 1 / sqrt(1 - β2) ≈ 31.6 times.
    void adamsEpsilonStandsOutsideTheRoot()
    {
        QVERIFY(near(after("Adam", R"({"learning_rate": 0.125})", {3}), 0.875));
        QVERIFY(near(after("Adam", R"({"learning_rate": 0.125})", {-3}), 1.125));
        const double g = 1e-3;
        QVERIFY(near(after("Adam", R"({"learning_rate": 0.125, "epsilon": 0.001})", {static_cast<float>(g)}),
                     1 - 0.125 * g / (g + 0.001 / std::sqrt(0.001))));
    }

    void weightDecayComesBeforeTheStep()
    {
        QVERIFY(near(after("AdamW", R"({"learning_rate": 0.125, "weight_decay": 0.5})", {3}),
                     1 - 0.0625 - 0.125));
    }

    void rmspropsEpsilonStandsInsideTheRoot()
    {
        QVERIFY(near(after("RMSprop", R"({"learning_rate": 0.125, "epsilon": 0.5})", {1}),
                     1 - 0.125 / std::sqrt(0.1 + 0.5)));
        // Centred: the variance of the gradients, 0.1 - 0.01.
        QVERIFY(near(after("RMSprop", R"({"learning_rate": 0.125, "epsilon": 0, "centered": true})", {1}),
                     1 - 0.125 / std::sqrt(0.09)));
    }

    void adagradStartsFromItsAccumulator()
    {
        QVERIFY(near(after("Adagrad", R"({"learning_rate": 0.125})", {1}), 1 - 0.125 / std::sqrt(1.1)));
        QVERIFY(near(after("Adagrad", R"({"learning_rate": 0.125, "initial_accumulator_value": 0})", {1, 1}),
                     1 - 0.125 - 0.125 / std::sqrt(2)));
    }

    // With a little in v, amsgrad goes on dividing by the most there ever was.
    void amsgradRemembersTheLargest()
    {
        const char* plain = R"({"beta_1": 0, "beta_2": 0.5, "learning_rate": 0.125})";
        const char* amsgrad = R"({"beta_1": 0, "beta_2": 0.5, "learning_rate": 0.125, "amsgrad": true})";
        const double first = 1 - 0.125; // of both; v = 8
        QVERIFY(near(after("Adam", plain, {4, 0, 1}) - first, -0.125 * std::sqrt(0.875) / std::sqrt(2.5)));
        QVERIFY(near(after("Adam", amsgrad, {4, 0, 1}) - first, -0.125 * std::sqrt(0.875) / std::sqrt(8.0)));
    }
};

LAMINA_TEST(OptimizersTest)
#include "optimizers_test.moc"
