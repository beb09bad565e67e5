// A network compiled for a batch: what runs in a step, in which order, in which memory. See design.md,
// section 4.
//
// The batch is cut into lanes, whose number follows from model and batch alone. A lane runs several layers
// over its samples on one thread; where a layer needs the whole batch the lanes meet. Sums over lanes are
// taken along a fixed binary tree. So the result does not depend on the number of threads, bit for bit.
#pragma once

#include "engine/core/buffer.h"
#include "engine/core/pieces.h"
#include "engine/model/network.h"
#include "engine/model/objective.h"

namespace lamina {

struct PlanOptions {
    Index batch = 1;
    bool training = false; // backward, too, and layers in training mode
    const Objective* objective = nullptr; // needed to train; without it no loss is computed
    std::vector<TensorRef> taps; // outputs of layers that stay readable after a step
    bool inputGradients = false; // keep the gradients of the inputs
    int lanes = 0; // 0: by the rule
    bool timed = false; // keep what each layer takes
};

// What a layer has taken in all steps of a timed plan, in seconds of processor time, its activation included.
struct LayerTime {
    double pack = 0; // parameters into the kernel's own layout
    double forward = 0;
    double backward = 0;
};

// Bytes that a plan takes. Most of its memory serves one layer after the other: what each layer alone would
// have to hold decides its share of the whole.
struct PlanMemory {
    double total = 0;
    std::vector<double> layers; // shares of the total without the lanes' gradients, by layer of the network
};

struct StepResult {
    double lossSum = 0; // over the samples
    std::vector<double> metricSums; // losses of single outputs, too, as Objective::results() takes them
};

class Plan {
public:
    Plan(const Network& network, const PlanOptions& options);
    ~Plan();
    Plan(Plan&&) noexcept;
    Plan& operator=(Plan&&) noexcept;

    Index batch() const;
    int lanes() const;
    // Bytes of activations, gradients and workspaces; the weights themselves not counted.
    double memory() const;
    // The same, without taking it: only the kernels are made.
    static PlanMemory memoryOf(const Network& network, const PlanOptions& options);

    // The addresses that the next steps read and write; they stay the caller's. Weights as Network lays them
    // out: written only by layers that keep state, in training.
    void setWeights(float* weights);
    void setInputs(std::span<const float* const> inputs); // batch × elements each
    void setTargets(std::span<const float* const> targets); // batch × targetElements each
    void setSampleWeights(const float* weights); // batch numbers; nullptr: all count the same

    // One pass over the batch; in training also backward, leaving each lane's gradients. seed and step decide
    // what is random.
    const StepResult& run(Workers& workers, std::uint64_t seed, std::uint64_t step);

    // After run(): the gradients of each lane, laid out as the weights.
    std::span<float* const> gradients();
    // Copies batch × elements numbers out.
    void readOutput(int output, std::span<float> into) const;
    void readTap(int tap, std::span<float> into) const;
    void readInputGradient(std::span<float> into, int input = 0) const;

    // By layer of the network; all 0 unless the plan is timed. restartTimes() begins anew.
    std::vector<LayerTime> layerTimes() const;
    void restartTimes();

    // The rule for the number of lanes, from the arithmetic of a step and the size of the gradients.
    static int laneCount(const Network& network, Index batch);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

// into[i] += the lanes' values, pair by pair: (0 + 1) + (2 + 3) …; the result stands in lane 0's.
void sumLanes(std::span<float* const> lanes, Index offset, Index count);

} // namespace lamina
