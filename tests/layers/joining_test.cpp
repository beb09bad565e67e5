// The layers that join inputs: ties, broadcasting, axes and masks, by hand.
#include "tests/support/one_layer.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

namespace {
LayerStep run(const char* className, const char* config, const std::vector<Shape>& shapes,
              std::vector<Numbers> x, Numbers dy)
{
    const Index batch = static_cast<Index>(x[0].size()) / shapes[0].elements();
    Result<OneLayer> made = OneLayer::make(className, Json::parse(config), shapes, batch);
    made->x = std::move(x);
    made->dy = {std::move(dy)};
    return made->run();
}
} // namespace

class JoiningTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ofEqualInputsTheFirstHasTheGradient()
    {
        const LayerStep most =
            run("Maximum", "{}", {{3}, {3}, {3}}, {{1, 5, 2}, {1, 4, 7}, {1, 5, 7}}, {1, 2, 3});
        QCOMPARE(most.y[0], (Numbers{1, 5, 7}));
        QCOMPARE(most.dx[0], (Numbers{1, 2, 0}));
        QCOMPARE(most.dx[1], (Numbers{0, 0, 3}));
        QCOMPARE(most.dx[2], (Numbers{0, 0, 0}));
        const LayerStep least = run("Minimum", "{}", {{3}, {3}}, {{1, 5, 2}, {1, 4, 7}}, {1, 2, 3});
        QCOMPARE(least.y[0], (Numbers{1, 4, 2}));
        QCOMPARE(least.dx[0], (Numbers{1, 0, 3}));
    }

    void aNotANumberStaysVisible()
    {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        for (const char* className : {"Maximum", "Minimum"})
            for (const bool first : {true, false}) {
                const LayerStep step =
                    run(className, "{}", {{1}, {1}}, {{first ? nan : 1.0F}, {first ? 1.0F : nan}}, {1});
                QVERIFY(std::isnan(step.y[0][0]));
            }
    }

    void aSizeOfOneRepeatsAndGathersItsGradient()
    {
        const LayerStep step = run("Multiply", "{}", {{2, 1}, {3}}, {{2, 10}, {1, 2, 3}}, {1, 1, 1, 0, 1, 0});
        QCOMPARE(step.y[0], (Numbers{2, 4, 6, 10, 20, 30}));
        QCOMPARE(step.dx[0], (Numbers{6, 2}));
        QCOMPARE(step.dx[1], (Numbers{2, 12, 2}));
    }

    void samplesAreNotMixedByBroadcasting()
    {
        const LayerStep step = run("Subtract", "{}", {{2}, {1}}, {{1, 2, 3, 4}, {10, 20}}, {1, 2, 3, 4});
        QCOMPARE(step.y[0], (Numbers{-9, -8, -17, -16}));
        QCOMPARE(step.dx[1], (Numbers{-3, -7}));
    }

    void concatenatesAlongAnyAxis()
    {
        const LayerStep rows = run("Concatenate", R"({"axis": 1})", {{1, 2}, {2, 2}},
                                   {{1, 2, 10, 20}, {3, 4, 5, 6, 30, 40, 50, 60}}, Numbers(12, 1));
        QCOMPARE(rows.y[0], (Numbers{1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60}));
        const LayerStep columns =
            run("Concatenate", "{}", {{2, 1}, {2, 2}}, {{1, 2}, {3, 4, 5, 6}}, {1, 2, 3, 4, 5, 6});
        QCOMPARE(columns.y[0], (Numbers{1, 3, 4, 2, 5, 6}));
        QCOMPARE(columns.dx[0], (Numbers{1, 4}));
        QCOMPARE(columns.dx[1], (Numbers{2, 3, 5, 6}));
    }

    void dotOfUnitVectorsIsTheCosine()
    {
        const char* config = R"({"axes": 1, "normalize": true})";
        const LayerStep step = run("Dot", config, {{2}, {2}}, {{3, 4, 0, 0}, {4, 3, 1, 0}}, {1, 1});
        QVERIFY(std::abs(step.y[0][0] - 0.96F) < 1e-6F);
        QCOMPARE(step.y[0][1], 0.0F); // no length at all: Keras' floor keeps it from dividing by 0
        QVERIFY(std::abs(step.dx[0][0] - (0.8F - 0.96F * 0.6F) / 5) < 1e-6F);
        QVERIFY(std::isfinite(step.dx[0][2]));
    }

    void whatIsMaskedInOneIsMaskedInTheSum()
    {
        QCOMPARE(outputMask("Add", "{}"), (Numbers{0, 1, 0}));
        QCOMPARE(outputMask("Concatenate", "{}"), (Numbers{0, 1, 0}));
    }

    void masksAreLaidOutWithTheirSteps()
    {
        QCOMPARE(outputMask("Concatenate", R"({"axis": 1})"), (Numbers{0, 1, 1, 1, 1, 0}));
    }

private:
    // The mask behind a join of two masked sequences, seen by what a loss counts: each step weighs as its
    // mask.
    static Numbers outputMask(const char* className, const char* config)
    {
        ModelSpec spec;
        const auto add = [&](const char* of, const char* name, const Json& how,
                             std::vector<TensorRef> inputs) {
            spec.layers.push_back({of, name, how, std::move(inputs)});
        };
        add("InputLayer", "a", {{"shape", {3, 1}}}, {});
        add("InputLayer", "b", {{"shape", {3, 1}}}, {});
        add("Masking", "ma", Json::object(), {{"a"}});
        add("Masking", "mb", Json::object(), {{"b"}});
        add(className, "join", Json::parse(config), {{"ma"}, {"mb"}});
        const Network network = *Network::make(spec);
        TrainingSpec training;
        training.loss.className = "mean_squared_error";
        const Objective objective = *compileObjective(network, training);
        Plan plan(
            network,
            {.batch = 1, .training = true, .objective = &objective, .taps = {}, .inputGradients = true});
        const Numbers a{0, 2, 3};
        const Numbers b{4, 5, 0};
        const Numbers targets(static_cast<std::size_t>(network.outputShape().elements()), -1);
        const std::array inputs{a.data(), b.data()};
        const float* target = targets.data();
        plan.setInputs(inputs);
        plan.setTargets({&target, 1});
        Workers workers(1);
        plan.run(workers, 1, 0);
        Numbers first(3);
        plan.readInputGradient(first, 0);
        Numbers second(3);
        plan.readInputGradient(second, 1);
        // A masked step has no gradient; a real one has.
        Numbers mask;
        for (const Numbers* each : {&first, &second})
            for (const float value : *each)
                mask.push_back(value != 0 ? 1.0F : 0.0F);
        if (network.outputShape()[0] == 3)
            mask.resize(3);
        return mask;
    }
};

LAMINA_TEST(JoiningTest)
#include "joining_test.moc"
