// One step of a plan: what each lane does between the meetings, and the meetings.
#include "engine/kernels/clones.h"
#include "engine/model/plan_state.h"

#include <chrono>

namespace lamina {

namespace {
LAMINA_CLONES void addTo(float* into, const float* other, Index count)
{
    for (Index i = 0; i < count; ++i)
        into[i] += other[i];
}

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

void Plan::State::runStage(const Stage& stage, LaneState& lane)
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

double* Plan::State::secondsOf(const Instruction& instruction, LaneState& lane) const
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

void Plan::State::sumGradients(LaneState& lane, const PlanTensor& tensor)
{
    float* sum = lane.values[static_cast<std::size_t>(tensor.gradients[0])];
    for (std::size_t i = 1; i < tensor.gradients.size(); ++i)
        addTo(sum, lane.values[static_cast<std::size_t>(tensor.gradients[i])],
              tensor.elements * lane.samples);
}

OutputMask Plan::State::maskOf(const LaneState& lane, std::size_t output) const
{
    const PlanTensor& tensor = graph.tensors[static_cast<std::size_t>(graph.outputTensors[output])];
    const Index positions = graph.options.objective->outputs[output].positions;
    assert(positions % tensor.maskElements == 0);
    return {.values = lane.values[static_cast<std::size_t>(tensor.mask)],
            .entries = lane.samples * tensor.maskElements,
            .positionsEach = positions / tensor.maskElements};
}

void Plan::State::countMasks(LaneState& lane) const
{
    for (std::size_t o = 0; o < lane.realPositions.size(); ++o)
        lane.realPositions[o] = outputMask(o) >= 0 ? maskOf(lane, o).realPositions() : 0;
}

void Plan::State::computeLosses(LaneState& lane)
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
                              .gradient =
                                  gradient < 0 ? nullptr : lane.values[static_cast<std::size_t>(gradient)],
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

void Plan::State::addPenalty(LaneState& lane, const ActivityPenalty& activity) const
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

void Plan::State::meet(const Stage& stage)
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

void Plan::State::run(Workers& workers, std::uint64_t seed, std::uint64_t step)
{
    for (LaneState& lane : lanes)
        for (std::size_t o = 0; o < graph.ops.size(); ++o) {
            lane.ops[o].pass.random = CounterRandom(seed, RandomPurpose::Dropout,
                                                    {static_cast<std::uint64_t>(graph.ops[o].layer), step});
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

void sumLanes(std::span<float* const> lanes, Index offset, Index count)
{
    for (std::size_t stride = 1; stride < lanes.size(); stride *= 2)
        for (std::size_t l = 0; l + stride < lanes.size(); l += 2 * stride)
            addTo(lanes[l] + offset, lanes[l + stride] + offset, count);
}

} // namespace lamina
