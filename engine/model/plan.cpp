#include "engine/model/plan.h"

#include "engine/model/plan_state.h"

namespace lamina {

Plan::Plan(const Network& network, const PlanOptions& options)
    : m_state(std::make_unique<State>(network, options))
{
    m_state->allocate();
}

Plan::~Plan() = default;
Plan::Plan(Plan&&) noexcept = default;
Plan& Plan::operator=(Plan&&) noexcept = default;

Index Plan::batch() const
{
    return m_state->graph.options.batch;
}

int Plan::lanes() const
{
    return static_cast<int>(m_state->lanes.size());
}

double Plan::memory() const
{
    return m_state->bytes();
}

PlanMemory Plan::memoryOf(const Network& network, const PlanOptions& options)
{
    const State state(network, options);
    PlanMemory memory{.total = state.bytes(), .layers = state.ownFloats(state.lanes[0])};
    double own = 0;
    for (const double floats : memory.layers)
        own += floats;
    const double gradients = options.training
        ? sizeof(float) * static_cast<double>(state.lanes.size()) * static_cast<double>(network.weightCount())
        : 0;
    for (double& layer : memory.layers)
        layer *= own > 0 ? (memory.total - gradients) / own : 0;
    return memory;
}

void Plan::setWeights(float* weights)
{
    State& state = *m_state;
    state.weights = weights;
    for (LaneState& lane : state.lanes)
        for (std::size_t o = 0; o < state.graph.ops.size(); ++o) {
            const NetworkLayer& layer =
                state.graph.network->layers()[static_cast<std::size_t>(state.graph.ops[o].layer)];
            for (std::size_t p = 0; p < lane.ops[o].parameters.size(); ++p)
                lane.ops[o].parameters[p] = weights
                    + state.graph.network->variables()[static_cast<std::size_t>(layer.variables[p])].offset;
        }
}

void Plan::setInputs(std::span<const float* const> inputs)
{
    State& state = *m_state;
    std::copy(inputs.begin(), inputs.end(), state.externals.begin());
    for (LaneState& lane : state.lanes)
        for (std::size_t o = 0; o < state.graph.ops.size(); ++o)
            for (std::size_t k = 0; k < state.graph.ops[o].in.size(); ++k) {
                const PlanTensor& tensor =
                    state.graph.tensors[static_cast<std::size_t>(state.graph.ops[o].in[k])];
                if (tensor.external >= 0)
                    lane.ops[o].x[k] = state.external(lane, tensor);
            }
}

void Plan::setTargets(std::span<const float* const> targets)
{
    std::copy(targets.begin(), targets.end(), m_state->targets.begin());
}

void Plan::setSampleWeights(const float* weights)
{
    m_state->sampleWeights = weights;
}

const StepResult& Plan::run(Workers& workers, std::uint64_t seed, std::uint64_t step)
{
    m_state->run(workers, seed, step);
    return m_state->result;
}

std::span<float* const> Plan::gradients()
{
    return m_state->gradientAddresses;
}

void Plan::readOutput(int output, std::span<float> into) const
{
    const int tensor = m_state->graph.outputTensors[static_cast<std::size_t>(output)];
    m_state->gather(m_state->graph.tensors[static_cast<std::size_t>(tensor)].elements, into,
                    [&](const LaneState& lane) { return m_state->readable(lane, tensor); });
}

void Plan::readTap(int tap, std::span<float> into) const
{
    const int tensor = m_state->graph.tapTensors[static_cast<std::size_t>(tap)];
    m_state->gather(m_state->graph.tensors[static_cast<std::size_t>(tensor)].elements, into,
                    [&](const LaneState& lane) { return m_state->readable(lane, tensor); });
}

void Plan::readInputGradient(std::span<float> into, int input) const
{
    const std::vector<PlanTensor>& tensors = m_state->graph.tensors;
    const auto tensor = std::find_if(tensors.begin(), tensors.end(), [input](const PlanTensor& each) {
        return each.external == input && each.producer < 0;
    });
    assert(tensor != tensors.end() && !tensor->gradients.empty());
    m_state->gather(tensor->elements, into, [&](const LaneState& lane) {
        return lane.values[static_cast<std::size_t>(tensor->gradients[0])];
    });
}

std::vector<LayerTime> Plan::layerTimes() const
{
    std::vector<LayerTime> times(m_state->graph.network->layers().size());
    for (const LaneState& lane : m_state->lanes)
        for (std::size_t o = 0; o < lane.times.size(); ++o) {
            LayerTime& time = times[static_cast<std::size_t>(m_state->graph.ops[o].layer)];
            time.pack += lane.times[o].pack;
            time.forward += lane.times[o].forward;
            time.backward += lane.times[o].backward;
        }
    return times;
}

void Plan::restartTimes()
{
    for (LaneState& lane : m_state->lanes)
        std::fill(lane.times.begin(), lane.times.end(), LayerTime());
}

int Plan::laneCount(const Network& network, Index batch)
{
    double flops = 0;
    double largest = 0;
    for (const NetworkLayer& layer : network.layers())
        flops += layer.signature.flops;
    for (const Variable& variable : network.variables())
        largest += variable.trainable ? static_cast<double>(variable.count) : 0;
    // A lane must do enough to be worth starting, and enough for each number of the gradient that it adds to
    // the sum: more of it once those no longer stay in the cache, and weights are fetched anew for each lane.
    const double each = largest > 4e6 ? 3000 : 100;
    const double worthwhile = std::max(2e6, each * largest);
    int lanes = 1;
    while (lanes < 8 && 2 * lanes <= batch && flops * static_cast<double>(batch) >= 2 * lanes * worthwhile)
        lanes *= 2;
    return lanes;
}

} // namespace lamina
