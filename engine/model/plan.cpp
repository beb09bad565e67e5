#include "engine/model/plan.h"

#include "engine/kernels/clones.h"
#include "engine/model/lane_losses.h"
#include "engine/model/plan_graph.h"

#include <algorithm>
#include <cassert>
#include <chrono>

namespace lamina {

namespace {
LAMINA_CLONES void addTo(float* into, const float* other, Index count)
{
    for (Index i = 0; i < count; ++i)
        into[i] += other[i];
}

// The addresses of one op in one lane.
struct OpAddresses {
    std::vector<const float*> x;
    std::vector<float*> y;
    std::vector<const float*> dy;
    std::vector<float*> dx;
    std::vector<const float*> masks;
    std::vector<const float*> parameters;
    std::vector<float*> parameterGradients;
    Pass pass;
    float* ownSums = nullptr;
};

struct LaneState {
    Index first = 0;
    Index samples = 0;
    int kind = 0; // lanes of equal size are of one kind and share packed parameters
    std::vector<std::unique_ptr<Kernel>> kernels;
    std::vector<OpAddresses> ops;
    std::vector<float*> values;
    Buffer arena;
    Buffer gradients;
    LaneLosses losses;
    std::vector<double> realPositions; // of each output that carries a mask
    std::vector<LayerTime> times; // by op, if the plan is timed
};

// Adds the time until its end; does nothing without a place to add to.
class Stopwatch {
public:
    explicit Stopwatch(double* seconds) : m_seconds(seconds)
    {
        if (m_seconds)
            m_begun = std::chrono::steady_clock::now();
    }
    ~Stopwatch()
    {
        if (m_seconds)
            *m_seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begun).count();
    }
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;

private:
    double* m_seconds;
    std::chrono::steady_clock::time_point m_begun;
};
} // namespace

struct Plan::State {
    State(const Network& network, const PlanOptions& options) : graph(network, options)
    {
        const int count = options.lanes > 0 ? options.lanes : laneCount(network, options.batch);
        const Index each = options.batch / count;
        const Index longer = options.batch % count;
        lanes.resize(static_cast<std::size_t>(count));
        Index first = 0;
        for (int l = 0; l < count; ++l) {
            LaneState& lane = lanes[static_cast<std::size_t>(l)];
            lane.first = first;
            lane.samples = each + (l < longer ? 1 : 0);
            lane.kind = longer > 0 && l >= longer ? 1 : 0;
            first += lane.samples;
            for (int o = 0; o < opCount(); ++o)
                lane.kernels.push_back(graph.compile(o, lane.samples));
        }
        graph.arrange(lanes[0].kernels);
    }

    // All that takes memory.
    void allocate()
    {
        const PlanOptions& options = graph.options;
        for (LaneState& lane : lanes)
            layOutLane(lane);
        layOutShared();
        for (LaneState& lane : lanes)
            gradientAddresses.push_back(lane.gradients.data());
        externals.resize(graph.network->inputs().size());
        if (options.objective) {
            targets.resize(options.objective->outputs.size());
            result.metricSums.resize(static_cast<std::size_t>(options.objective->sums));
        }
    }

    int opCount() const { return static_cast<int>(graph.ops.size()); }

    // What a lane holds: the values, for each op what it keeps and its sums, and at last the scratch.
    std::vector<Lifetime> arraysOf(const LaneState& lane) const
    {
        std::vector<Lifetime> arrays;
        for (const PlanValue& value : graph.values)
            arrays.push_back({value.elements * lane.samples, value.first, value.last});
        const int n = opCount();
        const int end = graph.momentCount();
        Index scratch = 0;
        for (int o = 0; o < n; ++o) {
            const Workspace wants = lane.kernels[static_cast<std::size_t>(o)]->workspace();
            scratch = std::max(scratch, wants.scratch);
            arrays.push_back(
                {wants.saved, o, graph.ops[static_cast<std::size_t>(o)].runsBackward ? 2 * n - o : o});
            arrays.push_back({wants.sums, 0, end});
        }
        arrays.push_back({scratch, 0, end});
        return arrays;
    }

    double bytes() const
    {
        double floats = 0;
        for (int kind = 0; kind < 2; ++kind) {
            const auto alike =
                std::ranges::count_if(lanes, [&](const LaneState& lane) { return lane.kind == kind; });
            if (alike == 0)
                continue;
            const LaneState& lane = *std::ranges::find(lanes, kind, &LaneState::kind);
            const Index gradients = graph.options.training ? graph.network->weightCount() : 0;
            floats +=
                static_cast<double>(alike) * static_cast<double>(layOut(arraysOf(lane)).total + gradients);
            for (const std::unique_ptr<Kernel>& kernel : lane.kernels)
                floats += static_cast<double>(kernel->workspace().packed);
        }
        return floats * sizeof(float);
    }

    // What each layer of the network would hold by itself, in floats of one lane.
    std::vector<double> ownFloats(const LaneState& lane) const
    {
        std::vector<double> floats(graph.network->layers().size());
        std::vector<bool> counted(graph.values.size());
        for (const PlanTensor& tensor : graph.tensors) {
            if (tensor.producer < 0)
                continue;
            const int layer = graph.ops[static_cast<std::size_t>(tensor.producer)].layer;
            std::vector<int> held = tensor.gradients;
            held.push_back(tensor.value);
            held.push_back(tensor.mask);
            for (const int value : held) {
                if (value < 0 || counted[static_cast<std::size_t>(value)])
                    continue;
                counted[static_cast<std::size_t>(value)] = true;
                floats[static_cast<std::size_t>(layer)] += static_cast<double>(
                    graph.values[static_cast<std::size_t>(value)].elements * lane.samples);
            }
        }
        for (std::size_t o = 0; o < graph.ops.size(); ++o) {
            const Workspace wants = lane.kernels[o]->workspace();
            floats[static_cast<std::size_t>(graph.ops[o].layer)] +=
                static_cast<double>(wants.saved + wants.sums + wants.packed);
        }
        return floats;
    }

    void layOutLane(LaneState& lane) const
    {
        const MemoryLayout layout = layOut(arraysOf(lane));
        lane.arena = Buffer(layout.total);
        const auto place = [&](std::size_t index) { return lane.arena.data() + layout.offsets[index]; };
        for (std::size_t v = 0; v < graph.values.size(); ++v)
            lane.values.push_back(place(v));
        const Network& network = *graph.network;
        if (graph.options.training)
            lane.gradients = Buffer(network.weightCount());
        if (graph.options.objective) {
            const auto& outputs = graph.options.objective->outputs;
            lane.realPositions.resize(outputs.size());
            Index rows = lane.samples;
            for (std::size_t o = 0; o < outputs.size(); ++o)
                if (outputMask(o) >= 0)
                    rows = std::max(rows, lane.samples * outputs[o].positions);
            lane.losses = LaneLosses(*graph.options.objective, rows);
        }
        lane.ops.resize(graph.ops.size());
        lane.times.resize(graph.options.timed ? graph.ops.size() : 0);
        for (std::size_t o = 0; o < graph.ops.size(); ++o) {
            const PlanOp& op = graph.ops[o];
            OpAddresses& addresses = lane.ops[o];
            for (std::size_t k = 0; k < op.in.size(); ++k) {
                addresses.x.push_back(address(lane, op.in[k]));
                const int dx = op.dx.empty() ? -1 : op.dx[k];
                addresses.dx.push_back(dx < 0 ? nullptr : lane.values[static_cast<std::size_t>(dx)]);
            }
            for (const int tensor : op.out) {
                addresses.y.push_back(address(lane, tensor));
                addresses.dy.push_back(gradient(lane, tensor));
            }
            for (const int mask : op.inMasks)
                addresses.masks.push_back(mask < 0 ? nullptr : lane.values[static_cast<std::size_t>(mask)]);
            if (!op.isActivation)
                for (const int variable : network.layers()[static_cast<std::size_t>(op.layer)].variables) {
                    const Variable& v = network.variables()[static_cast<std::size_t>(variable)];
                    addresses.parameters.push_back(nullptr);
                    addresses.parameterGradients.push_back(
                        graph.options.training && v.trainable ? lane.gradients.data() + v.offset : nullptr);
                }
            addresses.ownSums = place(graph.values.size() + 2 * o + 1);
            addresses.pass = {.x = addresses.x,
                              .y = addresses.y,
                              .dy = addresses.dy,
                              .dx = addresses.dx,
                              .parameters = addresses.parameters,
                              .parameterGradients = addresses.parameterGradients,
                              .masks = addresses.masks,
                              .yMask = op.outMask < 0 ? nullptr
                                                      : lane.values[static_cast<std::size_t>(op.outMask)],
                              .saved = place(graph.values.size() + 2 * o),
                              .scratch = place(layout.offsets.size() - 1),
                              .samples = lane.samples,
                              .firstSample = lane.first};
        }
    }

    float* address(const LaneState& lane, int tensor) const
    {
        const int value = graph.tensors[static_cast<std::size_t>(tensor)].value;
        return value < 0 ? nullptr : lane.values[static_cast<std::size_t>(value)];
    }
    float* gradient(const LaneState& lane, int tensor) const
    {
        const std::vector<int>& gradients = graph.tensors[static_cast<std::size_t>(tensor)].gradients;
        return gradients.empty() ? nullptr : lane.values[static_cast<std::size_t>(gradients[0])];
    }

    // What all lanes read: parameters in the kernels' own layouts (a region for each op and kind of lane,
    // written once a step), and the sums of the meetings.
    void layOutShared()
    {
        Index total = 0;
        for (int kind = 0; kind < 2; ++kind) {
            const auto any = std::find_if(lanes.begin(), lanes.end(),
                                          [&](const LaneState& lane) { return lane.kind == kind; });
            for (int o = 0; any != lanes.end() && o < opCount(); ++o)
                if (const Index size = any->kernels[static_cast<std::size_t>(o)]->workspace().packed;
                    size > 0) {
                    packs.push_back({.op = o,
                                     .lane = static_cast<int>(any - lanes.begin()),
                                     .kind = kind,
                                     .offset = total});
                    total += roundedToCacheLine(size);
                }
        }
        packed = Buffer(total);
        Index sums = 0;
        for (const std::unique_ptr<Kernel>& kernel : lanes[0].kernels) {
            mergedOffsets.push_back(sums);
            sums += roundedToCacheLine(kernel->workspace().sums);
        }
        merged = Buffer(sums);
        for (const Pack& pack : packs)
            for (LaneState& lane : lanes)
                if (lane.kind == pack.kind)
                    lane.ops[static_cast<std::size_t>(pack.op)].pass.packed = packed.data() + pack.offset;
    }

    // An address that follows the caller's: inputs, and views of them.
    const float* external(const LaneState& lane, const PlanTensor& tensor) const
    {
        return externals[static_cast<std::size_t>(tensor.external)] + lane.first * tensor.elements;
    }
    const float* readable(const LaneState& lane, int tensor) const
    {
        const PlanTensor& t = graph.tensors[static_cast<std::size_t>(tensor)];
        return t.external >= 0 ? external(lane, t) : lane.values[static_cast<std::size_t>(t.value)];
    }

    void runStage(const Stage& stage, LaneState& lane)
    {
        for (const Instruction& instruction : stage.instructions) {
            const auto subject = static_cast<std::size_t>(instruction.subject);
            const Stopwatch watch(secondsOf(instruction, lane));
            switch (instruction.action) {
            case Action::CountMasks:
                countMasks(lane);
                break;
            case Action::Loss:
                computeLosses(lane);
                break;
            case Action::SumGradients:
                sumGradients(lane, graph.tensors[subject]);
                break;
            case Action::CollectForward:
                lane.ops[subject].pass.sums = lane.ops[subject].ownSums;
                lane.kernels[subject]->collectForward(lane.ops[subject].pass);
                break;
            case Action::CollectBackward:
                lane.ops[subject].pass.sums = lane.ops[subject].ownSums;
                lane.kernels[subject]->collectBackward(lane.ops[subject].pass);
                break;
            case Action::Forward:
                lane.ops[subject].pass.sums = merged.data() + mergedOffsets[subject];
                lane.kernels[subject]->forward(lane.ops[subject].pass);
                break;
            case Action::Backward:
                lane.ops[subject].pass.sums = merged.data() + mergedOffsets[subject];
                lane.kernels[subject]->backward(lane.ops[subject].pass);
                break;
            }
        }
    }

    double* secondsOf(const Instruction& instruction, LaneState& lane) const
    {
        if (!graph.options.timed || instruction.action == Action::CountMasks
            || instruction.action == Action::Loss)
            return nullptr;
        if (instruction.action == Action::SumGradients) {
            const int producer = graph.tensors[static_cast<std::size_t>(instruction.subject)].producer;
            return producer < 0 ? nullptr : &lane.times[static_cast<std::size_t>(producer)].backward;
        }
        LayerTime& time = lane.times[static_cast<std::size_t>(instruction.subject)];
        const bool forward =
            instruction.action == Action::Forward || instruction.action == Action::CollectForward;
        return forward ? &time.forward : &time.backward;
    }

    static void sumGradients(LaneState& lane, const PlanTensor& tensor)
    {
        float* sum = lane.values[static_cast<std::size_t>(tensor.gradients[0])];
        for (std::size_t i = 1; i < tensor.gradients.size(); ++i)
            addTo(sum, lane.values[static_cast<std::size_t>(tensor.gradients[i])],
                  tensor.elements * lane.samples);
    }

    // The value that holds an output's mask, or -1.
    int outputMask(std::size_t output) const
    {
        return graph.tensors[static_cast<std::size_t>(graph.outputTensors[output])].mask;
    }
    OutputMask maskOf(const LaneState& lane, std::size_t output) const
    {
        const PlanTensor& tensor = graph.tensors[static_cast<std::size_t>(graph.outputTensors[output])];
        const Index positions = graph.options.objective->outputs[output].positions;
        assert(positions % tensor.maskElements == 0);
        return {.values = lane.values[static_cast<std::size_t>(tensor.mask)],
                .entries = lane.samples * tensor.maskElements,
                .positionsEach = positions / tensor.maskElements};
    }
    void countMasks(LaneState& lane) const
    {
        for (std::size_t o = 0; o < lane.realPositions.size(); ++o)
            lane.realPositions[o] = outputMask(o) >= 0 ? maskOf(lane, o).realPositions() : 0;
    }

    void computeLosses(LaneState& lane)
    {
        lane.losses.clear();
        for (std::size_t o = 0; o < graph.options.objective->outputs.size(); ++o) {
            const Objective::Output& output = graph.options.objective->outputs[o];
            const int gradient = graph.options.training ? graph.lossGradients[o] : -1;
            const OutputPass pass{.scored = readable(lane, graph.lossTensors[o]),
                                  .prediction = readable(lane, graph.outputTensors[o]),
                                  .target = targets[o] + lane.first * output.targetElements,
                                  .batchTarget = targets[o],
                                  .weights = sampleWeights ? sampleWeights + lane.first : nullptr,
                                  .gradient = gradient < 0 ? nullptr
                                                           : lane.values[static_cast<std::size_t>(gradient)],
                                  .samples = lane.samples,
                                  .batch = graph.options.batch};
            if (outputMask(o) < 0) {
                addLosses(output, pass, lane.losses);
                continue;
            }
            double real = 0;
            for (const LaneState& each : lanes)
                real += each.realPositions[o];
            addMaskedLosses(output, pass, maskOf(lane, o), real, lane.losses);
        }
        for (const ActivityPenalty& activity : graph.activities)
            addPenalty(lane, activity);
    }

    // A sample's share of a penalty counts as its loss does: the mean over the batch.
    void addPenalty(LaneState& lane, const ActivityPenalty& activity) const
    {
        const float* y = readable(lane, activity.tensor);
        const Index count = graph.tensors[static_cast<std::size_t>(activity.tensor)].elements * lane.samples;
        lane.losses.lossSum += activity.penalty.value(y, count);
        if (activity.gradient < 0)
            return;
        float* gradient = lane.values[static_cast<std::size_t>(activity.gradient)];
        std::fill_n(gradient, count, 0.0F);
        activity.penalty.addGradient(y, gradient, count, 1.0 / static_cast<double>(graph.options.batch));
    }

    // The same tree as sumLanes().
    void meet(const Stage& stage)
    {
        const auto op = static_cast<std::size_t>(stage.meetingOp);
        const Kernel& kernel = *lanes[0].kernels[op];
        for (std::size_t stride = 1; stride < lanes.size(); stride *= 2)
            for (std::size_t l = 0; l + stride < lanes.size(); l += 2 * stride) {
                if (stage.meetsForward)
                    kernel.mergeForward(lanes[l].ops[op].ownSums, lanes[l + stride].ops[op].ownSums);
                else
                    kernel.mergeBackward(lanes[l].ops[op].ownSums, lanes[l + stride].ops[op].ownSums);
            }
        // A copy, since the first lane collects its next sums while others still read these.
        float* sums = merged.data() + mergedOffsets[op];
        std::copy_n(lanes[0].ops[op].ownSums, kernel.workspace().sums, sums);
        if (!stage.meetsForward)
            return;
        std::vector<float*>& state = meetingParameters;
        state.clear();
        for (const int variable :
             graph.network->layers()[static_cast<std::size_t>(graph.ops[op].layer)].variables)
            state.push_back(weights + graph.network->variables()[static_cast<std::size_t>(variable)].offset);
        kernel.meetForward({.sums = sums, .batch = graph.options.batch, .parameters = state});
    }

    void run(Workers& workers, std::uint64_t seed, std::uint64_t step)
    {
        for (LaneState& lane : lanes)
            for (std::size_t o = 0; o < graph.ops.size(); ++o) {
                lane.ops[o].pass.random = CounterRandom(
                    seed, RandomPurpose::Dropout, {static_cast<std::uint64_t>(graph.ops[o].layer), step});
                lane.ops[o].pass.step = step;
            }
        if (!packs.empty())
            workers.run(static_cast<int>(packs.size()), [&](int p) {
                const Pack& pack = packs[static_cast<std::size_t>(p)];
                LaneState& lane = lanes[static_cast<std::size_t>(pack.lane)];
                const auto op = static_cast<std::size_t>(pack.op);
                const Stopwatch watch(graph.options.timed ? &lane.times[op].pack : nullptr);
                lane.kernels[op]->pack(lane.ops[op].parameters, packed.data() + pack.offset);
            });
        for (const Stage& stage : graph.stages) {
            workers.run(static_cast<int>(lanes.size()),
                        [&](int l) { runStage(stage, lanes[static_cast<std::size_t>(l)]); });
            if (stage.meetingOp >= 0)
                meet(stage);
        }
        result.lossSum = 0;
        std::fill(result.metricSums.begin(), result.metricSums.end(), 0.0);
        for (const LaneState& lane : lanes) {
            result.lossSum += lane.losses.lossSum;
            for (std::size_t m = 0; m < lane.losses.sums.size(); ++m)
                result.metricSums[m] += lane.losses.sums[m];
        }
    }

    // Gathers what each lane holds for its samples.
    template <typename Where>
    void gather(Index elements, std::span<float> into, const Where& where) const
    {
        assert(static_cast<Index>(into.size()) == elements * graph.options.batch);
        for (const LaneState& lane : lanes)
            std::copy_n(where(lane), lane.samples * elements, into.data() + lane.first * elements);
    }

    struct Pack {
        int op;
        int lane; // whose kernel does it
        int kind;
        Index offset;
    };

    PlanGraph graph;
    std::vector<LaneState> lanes;
    std::vector<Pack> packs;
    Buffer packed;
    Buffer merged;
    std::vector<Index> mergedOffsets; // by op
    std::vector<float*> gradientAddresses;
    std::vector<const float*> externals;
    std::vector<const float*> targets;
    const float* sampleWeights = nullptr;
    std::vector<float*> meetingParameters;
    float* weights = nullptr;
    StepResult result;
};

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

void sumLanes(std::span<float* const> lanes, Index offset, Index count)
{
    for (std::size_t stride = 1; stride < lanes.size(); stride *= 2)
        for (std::size_t l = 0; l + stride < lanes.size(); l += 2 * stride)
            addTo(lanes[l] + offset, lanes[l + stride] + offset, count);
}

} // namespace lamina
