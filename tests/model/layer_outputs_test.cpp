// What single layers give, against networks that end there.
#include "engine/model/layer_outputs.h"
#include "engine/model/nested.h"
#include "engine/model/predictor.h"
#include "tests/support/run.h"

#include <QTest>

#include <cmath>
#include <map>

using namespace lamina;

namespace {
struct Seen {
    Shape shape;
    std::vector<float> values;
};

LayerSpec layer(const char* className, const char* name, const char* config, std::vector<TensorRef> inputs)
{
    return {className, name, Json::parse(config), std::move(inputs)};
}

// Whatever may compute in place does: an activation of a convolution's own, a layer of nothing but one, a
// view, dropout, and a fork that reads the same twice.
ModelSpec forked()
{
    ModelSpec spec;
    spec.layers = {
        layer("InputLayer", "input", R"({"shape": [6, 6, 2]})", {}),
        layer("Conv2D", "conv", R"({"filters": 3, "kernel_size": 3, "activation": "relu"})", {{"input"}}),
        layer("Activation", "curve", R"({"activation": "tanh"})", {{"conv"}}),
        layer("MaxPooling2D", "pool", "{}", {{"curve"}}),
        layer("Flatten", "flatten", "{}", {{"pool"}}),
        layer("Dropout", "dropout", R"({"rate": 0.5})", {{"flatten"}}),
        layer("Dense", "left", R"({"units": 3})", {{"dropout"}}),
        layer("Dense", "right", R"({"units": 3, "activation": "softmax"})", {{"dropout"}}),
        layer("Add", "sum", "{}", {{"left"}, {"right"}})};
    return spec;
}

std::vector<float> wave(Index count)
{
    std::vector<float> values(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = std::sin(static_cast<float>(i) * 0.7F);
    return values;
}

std::map<std::string, Seen> seenIn(const std::shared_ptr<const Network>& network, const Buffer& weights,
                                   std::span<const float* const> inputs)
{
    std::map<std::string, Seen> seen;
    LayerOutputs outputs(network);
    outputs.run(inputs, weights,
                [&](const LayerSpec& spec, const Shape& shape, std::span<const float> values) {
                    seen[spec.name] = {shape, {values.begin(), values.end()}};
                });
    return seen;
}
} // namespace

class LayerOutputsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachLayerGivesWhatANetworkThatEndsThereGives();
    void aModelInTheModelIsSeenAsItsOwnOutput();
    void severalInputsAreTakenInTheirOrder();
    void ofAFaultyModelTheSoundPartIsLeft();
};

void LayerOutputsTest::eachLayerGivesWhatANetworkThatEndsThereGives()
{
    const auto network = std::make_shared<const Network>(*Network::make(forked()));
    const Buffer weights = network->initialWeights(5);
    const std::vector<float> input = wave(network->inputShape().elements());
    const float* address = input.data();
    const std::map<std::string, Seen> seen = seenIn(network, weights, {&address, 1});
    QCOMPARE(seen.size(), forked().layers.size());
    QCOMPARE(seen.at("input").values, input);
    for (std::size_t last = 1; last < network->spec().layers.size(); ++last) {
        ModelSpec part;
        part.layers = network->spec().layers;
        part.layers.resize(last + 1);
        const std::string name = part.layers.back().name;
        part.outputs = {{name, 0}};
        if (name == "right") // the other branch leads nowhere
            std::erase_if(part.layers, [](const LayerSpec& each) { return each.name == "left"; });
        const auto whole = std::make_shared<const Network>(*Network::make(part));
        Buffer own(whole->weightCount());
        for (const Variable& to : whole->variables())
            for (const Variable& from : network->variables())
                if (from.name == to.name
                    && network->layers()[static_cast<std::size_t>(from.layer)].spec.name
                        == whole->layers()[static_cast<std::size_t>(to.layer)].spec.name)
                    std::copy_n(weights.data() + from.offset, from.count, own.data() + to.offset);
        Predictor predictor(whole);
        const std::span<const float> wanted = predictor.run(input, own);
        QCOMPARE(seen.at(name).shape, whole->outputShape());
        for (std::size_t i = 0; i < wanted.size(); ++i)
            QVERIFY2(std::abs(seen.at(name).values[i] - wanted[i]) < 1e-5F, name.c_str());
    }
}

void LayerOutputsTest::aModelInTheModelIsSeenAsItsOwnOutput()
{
    ModelSpec inner;
    inner.layers = {layer("InputLayer", "door", R"({"shape": [4]})", {}),
                    layer("Dense", "first", R"({"units": 3, "activation": "relu"})", {{"door"}}),
                    layer("Dense", "second", R"({"units": 2})", {{"first"}})};
    ModelSpec spec;
    spec.layers = {layer("InputLayer", "input", R"({"shape": [4]})", {}),
                   {"Functional", "block", nestedConfig(inner), {{"input", 0}}},
                   layer("ReLU", "end", "{}", {{"block"}})};
    const auto network = std::make_shared<const Network>(*Network::make(spec));
    const std::vector<float> input = wave(4);
    const float* address = input.data();
    const std::map<std::string, Seen> seen = seenIn(network, network->initialWeights(2), {&address, 1});
    QCOMPARE(seen.size(), std::size_t(3));
    QCOMPARE(seen.at("block").shape, Shape({2}));
    for (std::size_t i = 0; i < 2; ++i)
        QCOMPARE(seen.at("end").values[i], std::max(seen.at("block").values[i], 0.0F));
}

void LayerOutputsTest::severalInputsAreTakenInTheirOrder()
{
    ModelSpec spec;
    spec.layers = {layer("InputLayer", "a", R"({"shape": [2]})", {}),
                   layer("InputLayer", "b", R"({"shape": [2]})", {}),
                   layer("Subtract", "difference", "{}", {{"a"}, {"b"}})};
    spec.inputs = {{"b", 0}, {"a", 0}};
    const auto network = std::make_shared<const Network>(*Network::make(spec));
    const std::vector<float> first{1, 2}, second{5, 9};
    const std::vector<const float*> addresses{first.data(), second.data()};
    const std::map<std::string, Seen> seen = seenIn(network, network->initialWeights(0), addresses);
    QCOMPARE(seen.at("b").values, first);
    QCOMPARE(seen.at("difference").values, std::vector<float>({4, 7}));
}

void LayerOutputsTest::ofAFaultyModelTheSoundPartIsLeft()
{
    const auto namesLeft = [](const ModelSpec& spec) {
        std::string names;
        for (const LayerSpec& each : soundPart(spec, analyse(spec)).layers)
            names += each.name + " ";
        return names;
    };
    ModelSpec spec = forked();
    QVERIFY(soundPart(spec, analyse(spec)) == spec);
    spec.find("pool")->config["pool_size"] = 9; // larger than what comes in
    QCOMPARE(namesLeft(spec), std::string("input conv curve "));
    QVERIFY(Network::make(soundPart(spec, analyse(spec))));
    // An input whose only reader is faulty is left, too.
    spec = forked();
    spec.layers.push_back(layer("InputLayer", "aside", R"({"shape": [3]})", {}));
    spec.layers.push_back(layer("Dense", "broken", R"({"units": 0})", {{"aside"}}));
    spec.inputs = {{"aside", 0}, {"input", 0}};
    const ModelSpec part = soundPart(spec, analyse(spec));
    QVERIFY(part.find("aside") && !part.find("broken"));
    QCOMPARE(part.inputs.front().layer, std::string("aside"));
    QVERIFY(Network::make(part));
    QVERIFY(soundPart({}, analyse({})).layers.empty());
}

LAMINA_TEST(LayerOutputsTest)
#include "layer_outputs_test.moc"
