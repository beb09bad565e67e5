// The inside of a plan that all lanes share: operations in order, tensors, which of them share memory, and
// for how long each is needed.
#pragma once

#include "engine/model/memory_layout.h"
#include "engine/model/plan.h"
#include "engine/model/regularizers.h"

namespace lamina {

// A layer's kernel, or the activation that follows it.
struct PlanOp {
    int layer = 0;
    bool isActivation = false;
    std::vector<int> in; // tensors
    std::vector<int> out;
    std::vector<int> dx; // values that take the inputs' gradients; -1: nobody wants one
    bool needsBackward =
        false; // something trained, or an input whose gradient is wanted, lies in it or before it
    std::vector<int> inMasks{}; // values; -1: the input carries none
    int outMask = -1; // the value that the kernel writes a mask to
    bool runsForward = true; // false: a view, or an activation that the layer has applied itself
    bool runsBackward = false;
};

struct PlanTensor {
    Index elements = 0; // of one sample
    int producer = -1; // op; -1: comes from outside
    int external = -1; // which input of the network it is, or a view of
    int value = -1; // its memory, unless external
    bool needsGradient = false;
    int mask = -1; // the value that holds its mask
    Index maskElements = 0; // of one sample
    std::vector<int> consumers;
    // One for each place that the gradient comes from, in the order of arrival. Their sum ends up in the
    // first.
    std::vector<int> gradients;
};

// Memory of `elements` for each sample, alive between two moments: forward of op i is moment i, the losses
// come at n, backward of op i at 2n - i.
struct PlanValue {
    Index elements = 0;
    int first = 0;
    int last = 0;
};

// A penalty on what a layer gives, added to the loss.
struct ActivityPenalty {
    int tensor = 0;
    Penalty penalty;
    int gradient = -1; // the value that takes its gradient, or -1
};

enum class Action { Forward, Backward, CollectForward, CollectBackward, CountMasks, Loss, SumGradients };

struct Instruction {
    Action action;
    int subject; // op; for SumGradients a tensor
};

// What the lanes run between two meetings.
struct Stage {
    std::vector<Instruction> instructions;
    int meetingOp = -1; // -1: none after this stage
    bool meetsForward = true;
};

class PlanGraph {
public:
    PlanGraph(const Network& network, const PlanOptions& options);

    // Makes an op's kernel for a lane of so many samples.
    std::unique_ptr<Kernel> compile(int op, Index samples) const;
    // Fixes memory and order, asking kernels of any lane.
    void arrange(std::span<const std::unique_ptr<Kernel>> kernels);

    const Network* network;
    PlanOptions options;
    std::vector<PlanOp> ops;
    std::vector<PlanTensor> tensors;
    std::vector<PlanValue> values;
    std::vector<Stage> stages;
    std::vector<int> outputTensors; // of each output of the network
    std::vector<int> lossTensors; // what each loss reads: the output, or its logits
    std::vector<int> lossGradients; // the value each loss writes its gradient to, or -1
    std::vector<int> tapTensors;
    std::vector<ActivityPenalty> activities; // told with the losses, so only where these are

    int momentCount() const { return 2 * static_cast<int>(ops.size()) + 2; }

private:
    int addTensor(const Shape& shape, int producer);
    void placeMasks(int op);
    bool masksOutputs() const;
    void shareMemory(std::span<const std::unique_ptr<Kernel>> kernels);
    void placeGradients(std::span<const std::unique_ptr<Kernel>> kernels);
    void measureLifetimes(std::span<const std::unique_ptr<Kernel>> kernels);
    void order(std::span<const std::unique_ptr<Kernel>> kernels);
    bool neededAfter(int value, int op, std::span<const std::unique_ptr<Kernel>> kernels) const;
    bool isKept(int tensor) const;
    bool aloneAfterRelu(const PlanOp& op) const;
    void touch(int value, int moment);

    std::vector<std::vector<int>> m_layerTensors;
};

} // namespace lamina
