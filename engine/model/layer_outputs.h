// What every layer of a model gives for one sample: to be looked at while it is designed or trained.
#pragma once

#include "engine/model/network.h"

#include <functional>
#include <span>

namespace lamina {

// The layers that can be computed although others have faults: all whose output is known, with what they
// read. `analysis` is the model's own. Its inputs stand in the model's order. No layers: nothing can be.
ModelSpec soundPart(const ModelSpec& model, const ModelAnalysis& analysis);

// Computes on the caller's thread alone, as in inference. Not for two threads at once.
class LayerOutputs {
public:
    explicit LayerOutputs(std::shared_ptr<const Network> network);
    ~LayerOutputs();
    LayerOutputs(LayerOutputs&&) noexcept;
    LayerOutputs& operator=(LayerOutputs&&) noexcept;

    const std::shared_ptr<const Network>& network() const;

    // A layer of the spec (a nested model is one) and the first of its outputs; `values` may be read during
    // the call.
    using Visit = std::function<void(const LayerSpec&, const Shape&, std::span<const float> values)>;
    // `inputs`: one prepared sample's for each input of the network. Visits the layers in the spec's order.
    void run(std::span<const float* const> inputs, const Buffer& weights, const Visit& visit);

    // Bytes that all outputs together take, to be asked before they are.
    static double memoryOf(const Network& network);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lamina
