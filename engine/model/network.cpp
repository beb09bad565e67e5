#include "engine/model/network.h"

#include "engine/kernels/activation.h"
#include "engine/model/initializers.h"

namespace lamina {

Result<Network> Network::make(const ModelSpec& spec)
{
    ModelAnalysis analysis = analyse(spec);
    if (!analysis.faults.empty())
        return std::move(analysis.faults);
    Network network;
    network.m_spec = spec;
    std::map<std::string, int> index;
    for (const int position : analysis.order) {
        NetworkLayer layer;
        layer.spec = spec.layers[static_cast<std::size_t>(position)];
        layer.type = layers::find(layer.spec.className);
        for (const TensorRef& input : layer.spec.inputs) {
            const int from = index.at(input.layer);
            layer.inputLayers.push_back(from);
            layer.inputTensors.push_back(input.index);
            layer.inputs.push_back(network.m_layers[static_cast<std::size_t>(from)]
                                       .signature.outputs[static_cast<std::size_t>(input.index)]);
        }
        layer.trainable = Attributes(commonLayerFields(), layer.spec.config).flag("trainable");
        const Attributes attributes(layer.type->fields, layer.spec.config);
        layer.signature = *layer.type->signature(attributes, layer.inputs);
        if (layer.type->activationField)
            layer.activation = activationNamed(attributes.text(layer.type->activationField))
                                   .value_or(ActivationKind::Linear);
        const int self = static_cast<int>(network.m_layers.size());
        for (const ParameterSpec& parameter : layer.signature.parameters) {
            layer.variables.push_back(static_cast<int>(network.m_variables.size()));
            network.m_variables.push_back({.layer = self,
                                           .name = parameter.name,
                                           .shape = parameter.shape,
                                           .initializer = parameter.initializer,
                                           .trainable = parameter.trainable && layer.trainable,
                                           .offset = network.m_weightCount,
                                           .count = parameter.shape.elements()});
            network.m_weightCount += roundedToCacheLine(parameter.shape.elements());
        }
        index.emplace(layer.spec.name, self);
        network.m_layers.push_back(std::move(layer));
    }
    for (const TensorRef& input : spec.effectiveInputs())
        network.m_inputs.emplace_back(index.at(input.layer), input.index);
    for (const TensorRef& output : spec.effectiveOutputs())
        network.m_outputs.emplace_back(index.at(output.layer), output.index);
    return network;
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
