// The memory of a plan, laid out once.
#include "engine/model/memory_layout.h"
#include "engine/model/plan_state.h"

namespace lamina {

Plan::State::State(const Network& network, const PlanOptions& options) : graph(network, options)
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

void Plan::State::allocate()
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

std::vector<Lifetime> Plan::State::arraysOf(const LaneState& lane) const
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

double Plan::State::bytes() const
{
    double floats = 0;
    for (int kind = 0; kind < 2; ++kind) {
        const auto alike =
            std::ranges::count_if(lanes, [&](const LaneState& lane) { return lane.kind == kind; });
        if (alike == 0)
            continue;
        const LaneState& lane = *std::ranges::find(lanes, kind, &LaneState::kind);
        const Index gradients = graph.options.training ? graph.network->weightCount() : 0;
        floats += static_cast<double>(alike) * static_cast<double>(layOut(arraysOf(lane)).total + gradients);
        for (const std::unique_ptr<Kernel>& kernel : lane.kernels)
            floats += static_cast<double>(kernel->workspace().packed);
    }
    return floats * sizeof(float);
}

std::vector<double> Plan::State::ownFloats(const LaneState& lane) const
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
            floats[static_cast<std::size_t>(layer)] +=
                static_cast<double>(graph.values[static_cast<std::size_t>(value)].elements * lane.samples);
        }
    }
    for (std::size_t o = 0; o < graph.ops.size(); ++o) {
        const Workspace wants = lane.kernels[o]->workspace();
        floats[static_cast<std::size_t>(graph.ops[o].layer)] +=
            static_cast<double>(wants.saved + wants.sums + wants.packed);
    }
    return floats;
}

void Plan::State::layOutLane(LaneState& lane) const
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
                          .yMask =
                              op.outMask < 0 ? nullptr : lane.values[static_cast<std::size_t>(op.outMask)],
                          .saved = place(graph.values.size() + 2 * o),
                          .scratch = place(layout.offsets.size() - 1),
                          .samples = lane.samples,
                          .firstSample = lane.first};
    }
}

void Plan::State::layOutShared()
{
    Index total = 0;
    for (int kind = 0; kind < 2; ++kind) {
        const auto any = std::find_if(lanes.begin(), lanes.end(),
                                      [&](const LaneState& lane) { return lane.kind == kind; });
        for (int o = 0; any != lanes.end() && o < opCount(); ++o)
            if (const Index size = any->kernels[static_cast<std::size_t>(o)]->workspace().packed; size > 0) {
                packs.push_back(
                    {.op = o, .lane = static_cast<int>(any - lanes.begin()), .kind = kind, .offset = total});
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

} // namespace lamina
