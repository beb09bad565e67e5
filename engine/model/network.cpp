#include "engine/model/network.h"

#include "engine/kernels/activation.h"
#include "engine/model/applied_activation.h"
#include "engine/model/initializers.h"
#include "engine/model/nested.h"

#include <algorithm>

namespace lamina {

namespace {
void placeMasks(NetworkLayer& layer, const Attributes& attributes)
{
    layer.maskAxes.assign(layer.signature.outputs.size(), -1);
    int masked = static_cast<int>(layer.maskAxes.size());
    if (layer.type->maskedOutputs)
        masked = std::min(masked, layer.type->maskedOutputs(attributes));
    const auto longest = std::max_element(layer.inputMaskAxes.begin(), layer.inputMaskAxes.end());
    for (int o = 0; o < masked; ++o) {
        const int rank = layer.signature.outputs[static_cast<std::size_t>(o)].rank();
        int axes = -1;
        if (layer.type->mask == MaskRule::Makes)
            axes = rank - 1;
        else if (layer.type->mask == MaskRule::Passes && !layer.inputMaskAxes.empty())
            axes = layer.inputMaskAxes[0];
        else if (layer.type->mask == MaskRule::Joins && longest != layer.inputMaskAxes.end())
            axes = *longest;
        layer.maskAxes[static_cast<std::size_t>(o)] = std::min(axes, rank);
    }
}
} // namespace

ActivationKind activationOf(const LayerType& type, const Attributes& attributes,
                            std::span<const Shape> inputs)
{
    if (type.activation)
        return type.activation(attributes, inputs);
    if (!type.activationField)
        return ActivationKind::Linear;
    return activationNamed(attributes.text(type.activationField)).value_or(ActivationKind::Linear);
}

Result<Network> Network::make(const ModelSpec& spec)
{
    ModelAnalysis analysis = analyse(spec);
    if (!analysis.faults.empty())
        return std::move(analysis.faults);
    Network network;
    network.m_spec = spec;
    std::vector<int> blockOf(spec.layers.size());
    for (const int position : analysis.order) {
        const auto at = static_cast<std::size_t>(position);
        blockOf[at] = static_cast<int>(network.m_blocks.size());
        network.m_blocks.push_back({spec.layers[at], {}, analysis.layers[at].outputs});
    }
    const FlatModel flat = layFlat(spec);
    if (holdsNested(spec)) {
        analysis = analyse(flat.model);
        if (!analysis.faults.empty())
            return std::move(analysis.faults);
    }
    std::map<std::string, int> index;
    for (const int position : analysis.order) {
        NetworkLayer layer;
        layer.spec = flat.model.layers[static_cast<std::size_t>(position)];
        layer.type = layers::find(layer.spec.className);
        for (const TensorRef& input : layer.spec.inputs) {
            const int from = index.at(input.layer);
            layer.inputLayers.push_back(from);
            layer.inputTensors.push_back(input.index);
            layer.inputs.push_back(network.m_layers[static_cast<std::size_t>(from)]
                                       .signature.outputs[static_cast<std::size_t>(input.index)]);
            layer.inputMaskAxes.push_back(network.m_layers[static_cast<std::size_t>(from)]
                                              .maskAxes[static_cast<std::size_t>(input.index)]);
        }
        layer.trainable = Attributes(commonLayerFields(), layer.spec.config).flag("trainable");
        const Attributes attributes(layer.type->fields, layer.spec.config);
        layer.signature = *layer.type->signature(attributes, layer.inputs);
        placeMasks(layer, attributes);
        layer.activation = activationOf(*layer.type, attributes, layer.inputs);
        const int self = static_cast<int>(network.m_layers.size());
        for (const ParameterSpec& parameter : layer.signature.parameters) {
            layer.variables.push_back(static_cast<int>(network.m_variables.size()));
            network.m_variables.push_back({.layer = self,
                                           .name = parameter.name,
                                           .shape = parameter.shape,
                                           .initializer = parameter.initializer,
                                           .regularizer = parameter.regularizer,
                                           .constraint = parameter.constraint,
                                           .trainable = parameter.trainable && layer.trainable,
                                           .offset = network.m_weightCount,
                                           .count = parameter.shape.elements()});
            network.m_weightCount += roundedToCacheLine(parameter.shape.elements());
        }
        index.emplace(layer.spec.name, self);
        const int block = blockOf[static_cast<std::size_t>(flat.owners[static_cast<std::size_t>(position)])];
        network.m_blocks[static_cast<std::size_t>(block)].layers.push_back(self);
        network.m_layers.push_back(std::move(layer));
    }
    for (const TensorRef& input : flat.model.inputs)
        network.m_inputs.emplace_back(index.at(input.layer), input.index);
    for (const TensorRef& output : flat.model.outputs)
        network.m_outputs.emplace_back(index.at(output.layer), output.index);
    for (const TensorRef& output : spec.effectiveOutputs())
        network.m_outputNames.push_back(output.layer);
    return network;
}

const std::string& Network::outputName(int output) const
{
    return m_outputNames[static_cast<std::size_t>(output)];
}

Shape Network::inputShape(int input) const
{
    const auto [layer, tensor] = m_inputs[static_cast<std::size_t>(input)];
    return m_layers[static_cast<std::size_t>(layer)].signature.outputs[static_cast<std::size_t>(tensor)];
}

Shape Network::outputShape(int output) const
{
    const auto [layer, tensor] = m_outputs[static_cast<std::size_t>(output)];
    return m_layers[static_cast<std::size_t>(layer)].signature.outputs[static_cast<std::size_t>(tensor)];
}

Index Network::parameterCount() const
{
    Index count = 0;
    for (const Variable& variable : m_variables)
        count += variable.count;
    return count;
}

Index Network::trainableParameterCount() const
{
    Index count = 0;
    for (const Variable& variable : m_variables)
        count += variable.trainable ? variable.count : 0;
    return count;
}

Buffer Network::initialWeights(std::uint64_t seed) const
{
    Buffer weights(m_weightCount);
    for (std::size_t i = 0; i < m_variables.size(); ++i) {
        const Variable& variable = m_variables[i];
        initialize(variable.initializer, variable.shape, CounterRandom(seed, RandomPurpose::Weights, {i}),
                   weights.values().subspan(static_cast<std::size_t>(variable.offset),
                                            static_cast<std::size_t>(variable.count)));
    }
    return weights;
}

} // namespace lamina
