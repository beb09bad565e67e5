#include "engine/model/layer_outputs.h"

#include "engine/core/pieces.h"
#include "engine/model/nested.h"
#include "engine/model/plan.h"

#include <algorithm>
#include <cassert>

namespace lamina {

ModelSpec soundPart(const ModelSpec& model, const ModelAnalysis& analysis)
{
    if (analysis.faults.empty())
        return model;
    ModelSpec part;
    for (std::size_t i = 0; i < model.layers.size(); ++i)
        if (!analysis.layers[i].outputs.empty())
            part.layers.push_back(model.layers[i]);
    for (const TensorRef& input : model.effectiveInputs())
        if (part.find(input.layer))
            part.inputs.push_back(input);
    // Named, for an input that nothing uses any more would be a fault.
    part.outputs = ModelSpec{part.layers, {}, {}}.effectiveOutputs();
    return part;
}

struct LayerOutputs::State {
    State(std::shared_ptr<const Network> model, std::vector<TensorRef> ends)
        : network(std::move(model)), taps(std::move(ends)), plan(*network, {.batch = 1, .taps = taps})
    {
        for (const TensorRef& tap : taps) {
            const auto layer = std::ranges::find_if(
                network->layers(), [&](const NetworkLayer& each) { return each.spec.name == tap.layer; });
            assert(layer != network->layers().end());
            shapes.push_back(layer->signature.outputs[static_cast<std::size_t>(tap.index)]);
        }
    }
    std::shared_ptr<const Network> network;
    std::vector<TensorRef> taps; // one for each layer of the spec
    std::vector<Shape> shapes; // of the taps
    Plan plan;
    Workers workers{1};
    std::vector<float> values; // of the layer that is visited
};

LayerOutputs::LayerOutputs(std::shared_ptr<const Network> network)
{
    std::vector<TensorRef> ends = layFlat(network->spec()).firstOutputs;
    m_state = std::make_unique<State>(std::move(network), std::move(ends));
}

LayerOutputs::~LayerOutputs() = default;
LayerOutputs::LayerOutputs(LayerOutputs&&) noexcept = default;
LayerOutputs& LayerOutputs::operator=(LayerOutputs&&) noexcept = default;

const std::shared_ptr<const Network>& LayerOutputs::network() const
{
    return m_state->network;
}

void LayerOutputs::run(std::span<const float* const> inputs, const Buffer& weights, const Visit& visit)
{
    State& state = *m_state;
    assert(inputs.size() == state.network->inputs().size());
    assert(weights.size() == state.network->weightCount());
    state.plan.setWeights(const_cast<float*>(weights.data())); // inference writes none
    state.plan.setInputs(inputs);
    state.plan.run(state.workers, 0, 0);
    const std::vector<LayerSpec>& layers = state.network->spec().layers;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        state.values.resize(static_cast<std::size_t>(state.shapes[i].elements()));
        state.plan.readTap(static_cast<int>(i), state.values);
        visit(layers[i], state.shapes[i], state.values);
    }
}

double LayerOutputs::memoryOf(const Network& network)
{
    double numbers = 0;
    for (const NetworkLayer& layer : network.layers())
        for (const Shape& shape : layer.signature.outputs)
            numbers += static_cast<double>(shape.elements());
    return numbers * sizeof(float);
}

} // namespace lamina
