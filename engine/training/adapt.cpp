#include "engine/training/adapt.h"

#include "engine/model/plan.h"

#include <algorithm>
#include <numeric>

namespace lamina {

namespace {
// The part of the network that makes a layer's input.
ModelSpec before(const Network& network, int layer)
{
    std::vector<bool> needed(network.layers().size(), false);
    const NetworkLayer& target = network.layers()[static_cast<std::size_t>(layer)];
    for (int i = layer; i >= 0; --i) // layers stand in the order of computation
        if (i == layer || needed[static_cast<std::size_t>(i)])
            for (const int input : network.layers()[static_cast<std::size_t>(i)].inputLayers)
                needed[static_cast<std::size_t>(input)] = true;
    ModelSpec spec;
    for (std::size_t i = 0; i < needed.size(); ++i)
        if (needed[i])
            spec.layers.push_back(network.layers()[i].spec);
    for (const TensorRef& input : network.spec().effectiveInputs())
        if (spec.find(input.layer))
            spec.inputs.push_back(input);
    spec.outputs = {target.spec.inputs[0]};
    return spec;
}

// Variables of one network copied to those of the same name in the part.
void copyWeights(const Network& whole, const Buffer& weights, const Network& part, Buffer& into)
{
    for (const NetworkLayer& layer : part.layers()) {
        const auto same = std::ranges::find_if(
            whole.layers(), [&](const NetworkLayer& each) { return each.spec.name == layer.spec.name; });
        for (std::size_t v = 0; v < layer.variables.size(); ++v) {
            const Variable& from = whole.variables()[static_cast<std::size_t>(same->variables[v])];
            const Variable& to = part.variables()[static_cast<std::size_t>(layer.variables[v])];
            std::copy_n(weights.data() + from.offset, from.count, into.data() + to.offset);
        }
    }
}

class Adapter {
public:
    Adapter(const Network& network, const Feed& feed, const Dataset& data, Index batch, Workers& workers)
        : m_network(network), m_data(data), m_batch(std::min(batch, data.size())), m_workers(workers),
          m_buffers(feed, m_batch)
    {
    }

    // False: told to stop.
    Result<bool> feedTo(Adaptation& adaptation, int layer, const Buffer& weights,
                        const std::function<bool()>& goesOn)
    {
        Result<Network> part = Network::make(before(m_network, layer));
        if (!part)
            return part.faults();
        Buffer own(part->weightCount());
        copyWeights(m_network, weights, *part, own);
        std::vector<const float*> inputs;
        const std::vector<TensorRef> all = m_network.spec().effectiveInputs();
        for (const TensorRef& input : part->spec().inputs)
            inputs.push_back(
                m_buffers.inputs()[static_cast<std::size_t>(std::ranges::find(all, input) - all.begin())]);
        std::vector<float> x(static_cast<std::size_t>(m_batch * part->outputShape().elements()));
        std::vector<Index> order(static_cast<std::size_t>(m_batch));
        std::optional<Plan> plan;
        for (Index first = 0; first < m_data.size(); first += m_batch) {
            if (!goesOn())
                return false;
            const Index count = std::min(m_batch, m_data.size() - first);
            std::iota(order.begin(), order.end(), first);
            if (Result<void> filled =
                    m_buffers.fill(m_workers, m_data, {order.data(), static_cast<std::size_t>(count)});
                !filled)
                return filled.faults();
            if (!plan || plan->batch() != count) {
                plan.emplace(*part, PlanOptions{.batch = count, .taps = {}});
                plan->setWeights(own.data());
                plan->setInputs(inputs);
            }
            plan->run(m_workers, 0, 0);
            const std::span<float> values(x.data(),
                                          static_cast<std::size_t>(count * part->outputShape().elements()));
            plan->readOutput(0, values);
            adaptation.add(values.data(), count);
        }
        return true;
    }

private:
    const Network& m_network;
    const Dataset& m_data;
    Index m_batch;
    Workers& m_workers;
    BatchBuffers m_buffers;
};
} // namespace

Result<void> adaptLayers(const Network& network, const Feed& feed, const Dataset& data, Index batch,
                         Workers& workers, Buffer& weights, const std::function<bool()>& goesOn)
{
    std::optional<Adapter> adapter;
    for (int l = 0; l < static_cast<int>(network.layers().size()); ++l) {
        const NetworkLayer& layer = network.layers()[static_cast<std::size_t>(l)];
        if (!layer.type->adapt)
            continue;
        std::vector<float*> parameters;
        for (const int variable : layer.variables)
            parameters.push_back(weights.data()
                                 + network.variables()[static_cast<std::size_t>(variable)].offset);
        const std::unique_ptr<Adaptation> adaptation =
            layer.type->adapt(Attributes(layer.type->fields, layer.spec.config), layer.inputs, parameters);
        if (!adaptation)
            continue;
        if (!adapter)
            adapter.emplace(network, feed, data, batch, workers);
        Result<bool> fed = adapter->feedTo(*adaptation, l, weights, goesOn);
        if (!fed)
            return fed.faults();
        if (!*fed)
            return {};
        adaptation->finish(parameters);
    }
    return {};
}

} // namespace lamina
