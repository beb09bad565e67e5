// What stands behind a Plan: its lanes, their memory, and one step.
#pragma once

#include "engine/core/buffer.h"
#include "engine/model/lane_losses.h"
#include "engine/model/plan.h"
#include "engine/model/plan_graph.h"

#include <algorithm>
#include <cassert>

namespace lamina {

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

struct Plan::State {
    State(const Network& network, const PlanOptions& options);
    // All that takes memory.
    void allocate();

    int opCount() const { return static_cast<int>(graph.ops.size()); }
    double bytes() const;
    // What each layer of the network would hold by itself, in floats of one lane.
    std::vector<double> ownFloats(const LaneState& lane) const;

    void run(Workers& workers, std::uint64_t seed, std::uint64_t step);
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

    // Gathers what each lane holds for its samples.
    template <typename Where>
    void gather(Index elements, std::span<float> into, const Where& where) const
    {
        assert(static_cast<Index>(into.size()) == elements * graph.options.batch);
        for (const LaneState& lane : lanes)
            std::copy_n(where(lane), lane.samples * elements, into.data() + lane.first * elements);
    }

    // Memory.
    // What a lane holds: the values, for each op what it keeps and its sums, and at last the scratch.
    std::vector<Lifetime> arraysOf(const LaneState& lane) const;
    void layOutLane(LaneState& lane) const;
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
    void layOutShared();

    // A step.
    void runStage(const Stage& stage, LaneState& lane);
    double* secondsOf(const Instruction& instruction, LaneState& lane) const;
    static void sumGradients(LaneState& lane, const PlanTensor& tensor);
    // The value that holds an output's mask, or -1.
    int outputMask(std::size_t output) const
    {
        return graph.tensors[static_cast<std::size_t>(graph.outputTensors[output])].mask;
    }
    OutputMask maskOf(const LaneState& lane, std::size_t output) const;
    void countMasks(LaneState& lane) const;
    void computeLosses(LaneState& lane);
    // A sample's share of a penalty counts as its loss does: the mean over the batch.
    void addPenalty(LaneState& lane, const ActivityPenalty& activity) const;
    // The same tree as sumLanes().
    void meet(const Stage& stage);

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

} // namespace lamina
