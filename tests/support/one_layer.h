// A layer alone between its inputs and outputs, run through the compiled plan as in a training.
#pragma once

#include "engine/model/plan.h"
#include "tests/support/numbers.h"

namespace lamina::test {

// What a step of it gave.
struct LayerStep {
    double loss = 0; // the sum of output × dy over everything
    std::vector<Numbers> y;
    std::vector<Numbers> dx; // empty where the input has no gradient
    std::vector<Numbers> gradients; // of each variable, summed over the lanes; empty for what is not trained
    std::vector<Numbers> after; // each variable as the step left it
};

struct LayerRun {
    bool training = true;
    int lanes = 1;
    int threads = 1;
    std::uint64_t step = 7; // decides what is random
};

// One InputLayer for each shape, and the layer. Owns the numbers it runs on; all may be changed between runs.
// An output that carries a mask ends in a Flatten, so that the mask does not reach the loss.
class OneLayer {
public:
    // masked: where every number of a step of the first input is passedOver, the layer's input is 0 and
    // masked.
    static Result<OneLayer> make(const std::string& className, const Json& config,
                                 const std::vector<Shape>& inputs, Index batch, bool masked = false);

    // A network in which the layer is called "layer".
    OneLayer(Network network, Index batch);

    // x, dy and all parameters with numbers between -1/2 and 1/2.
    void fill();

    LayerStep run(const LayerRun& how = {});

    const NetworkLayer& layer() const;
    const Network& network() const { return m_network; }
    Index batch() const { return m_batch; }

    std::vector<Numbers> x;
    std::vector<Numbers> dy;
    std::vector<Numbers> parameters; // in the order of the variables; a run leaves them as they were
    bool wantsInputGradients = true;

private:
    Network m_network;
    Index m_batch;
};

// Objective of any network: the sum of prediction × target, whose gradient is the target.
Objective weightedSum(const Network& network);

} // namespace lamina::test
