#include "engine/model/model_spec.h"

#include <algorithm>

namespace lamina {

const LayerSpec* ModelSpec::find(std::string_view name) const
{
    const auto found = std::find_if(layers.begin(), layers.end(),
                                    [&](const LayerSpec& layer) { return layer.name == name; });
    return found == layers.end() ? nullptr : &*found;
}

LayerSpec* ModelSpec::find(std::string_view name)
{
    return const_cast<LayerSpec*>(std::as_const(*this).find(name));
}

std::vector<TensorRef> ModelSpec::effectiveInputs() const
{
    if (!inputs.empty())
        return inputs;
    std::vector<TensorRef> found;
    for (const LayerSpec& layer : layers)
        if (layer.inputs.empty())
            found.push_back({layer.name, 0});
    return found;
}

std::vector<TensorRef> ModelSpec::effectiveOutputs() const
{
    if (!outputs.empty())
        return outputs;
    std::vector<TensorRef> found;
    for (const LayerSpec& layer : layers) {
        const bool followed = std::any_of(layers.begin(), layers.end(), [&](const LayerSpec& other) {
            return std::any_of(other.inputs.begin(), other.inputs.end(),
                               [&](const TensorRef& input) { return input.layer == layer.name; });
        });
        if (!followed)
            found.push_back({layer.name, 0});
    }
    return found;
}

} // namespace lamina
