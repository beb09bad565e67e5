#include "tests/support/one_layer.h"

namespace lamina::test {

Objective weightedSum(const Network& network)
{
    Objective objective;
    static const LossType type{
        .className = "test", .aliases = {}, .label = {}, .help = {}, .fields = {}, .compile = nullptr};
    for (int o = 0; o < static_cast<int>(network.outputs().size()); ++o) {
        const Index width = network.outputShape(o).elements();
        const auto loss = [width](const LossPass& p) {
            for (Index n = 0; n < p.samples; ++n) {
                p.sampleLoss[n] = 0;
                for (Index i = n * width; i < (n + 1) * width; ++i)
                    p.sampleLoss[n] +=
                        static_cast<double>(p.prediction[i]) * static_cast<double>(p.target[i]);
            }
            if (p.gradient)
                std::copy_n(p.target, p.samples * width, p.gradient);
        };
        objective.outputs.push_back({.type = &type,
                                     .loss = loss,
                                     .classes = width,
                                     .targetElements = width,
                                     .lossName = {},
                                     .metrics = {}});
    }
    return objective;
}

OneLayer::OneLayer(Network network, Index batch) : m_network(std::move(network)), m_batch(batch) { }

const NetworkLayer& OneLayer::layer() const
{
    return *std::ranges::find(m_network.layers(), "layer",
                              [](const NetworkLayer& each) { return each.spec.name; });
}

Result<OneLayer> OneLayer::make(const std::string& className, const Json& config,
                                const std::vector<Shape>& inputs, Index batch, bool masked)
{
    ModelSpec spec;
    LayerSpec layer{className, "layer", config, {}};
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const std::string name = "input_" + std::to_string(i + 1);
        spec.layers.push_back({"InputLayer", name, {{"shape", inputs[i].sizes()}}, {}});
        layer.inputs.push_back({name});
        spec.inputs.push_back({name});
    }
    if (masked) {
        spec.layers.push_back({"Masking", "mask", {{"mask_value", passedOver}}, {spec.inputs[0]}});
        layer.inputs[0] = {"mask"};
    }
    spec.layers.push_back(layer);
    if (inputs.empty())
        spec.inputs = {{"layer"}};
    Result<Network> network = Network::make(spec);
    if (!network)
        return network.faults();
    const std::vector<int>& masks = network->layers().back().maskAxes;
    for (int o = 0; o < static_cast<int>(masks.size()); ++o) {
        TensorRef output{"layer", o};
        if (masks[static_cast<std::size_t>(o)] >= 0) {
            const std::string name = "flat_" + std::to_string(o + 1);
            spec.layers.push_back({"Flatten", name, Json::object(), {output}});
            output = {name};
        }
        spec.outputs.push_back(output);
    }
    network = Network::make(spec);
    if (!network)
        return network.faults();
    return OneLayer(std::move(*network), batch);
}

void OneLayer::fill()
{
    std::uint64_t who = 0;
    const auto numbers = [&who](Index count) { return uniform(count, -0.5, 0.5, ++who); };
    x.clear();
    dy.clear();
    parameters.clear();
    for (std::size_t i = 0; i < m_network.inputs().size(); ++i)
        x.push_back(numbers(m_batch * m_network.inputShape(static_cast<int>(i)).elements()));
    for (std::size_t o = 0; o < m_network.outputs().size(); ++o)
        dy.push_back(numbers(m_batch * m_network.outputShape(static_cast<int>(o)).elements()));
    for (const Variable& variable : m_network.variables())
        parameters.push_back(numbers(variable.count));
}

LayerStep OneLayer::run(const LayerRun& how)
{
    const Objective objective = weightedSum(m_network);
    Plan plan(m_network,
              {.batch = m_batch,
               .training = how.training,
               .objective = &objective,
               .taps = {},
               .inputGradients = how.training && wantsInputGradients,
               .lanes = how.lanes});
    Buffer weights(m_network.weightCount());
    const auto variables = std::span(m_network.variables());
    for (std::size_t v = 0; v < variables.size(); ++v)
        std::ranges::copy(parameters[v], weights.data() + variables[v].offset);
    std::vector<const float*> inputs;
    std::vector<const float*> targets;
    for (const Numbers& each : x)
        inputs.push_back(each.data());
    for (const Numbers& each : dy)
        targets.push_back(each.data());
    plan.setWeights(weights.data());
    plan.setInputs(inputs);
    plan.setTargets(targets);
    Workers workers(how.threads);

    LayerStep step;
    step.loss = plan.run(workers, 5, how.step).lossSum;
    for (std::size_t o = 0; o < dy.size(); ++o)
        plan.readOutput(static_cast<int>(o), step.y.emplace_back(dy[o].size()));
    for (const Variable& variable : variables) {
        const auto values = weights.values().subspan(static_cast<std::size_t>(variable.offset),
                                                     static_cast<std::size_t>(variable.count));
        step.after.emplace_back(values.begin(), values.end());
    }
    if (!how.training)
        return step;
    if (wantsInputGradients)
        for (std::size_t i = 0; i < x.size(); ++i)
            plan.readInputGradient(step.dx.emplace_back(x[i].size()), static_cast<int>(i));
    sumLanes(plan.gradients(), 0, m_network.weightCount());
    for (const Variable& variable : variables) {
        const float* gradient = plan.gradients()[0] + variable.offset;
        step.gradients.emplace_back(gradient, gradient + (variable.trainable ? variable.count : 0));
    }
    return step;
}

} // namespace lamina::test
