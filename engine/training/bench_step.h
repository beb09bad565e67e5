// One step on random input of the model's shape, again and again: what is timed.
#pragma once

#include "engine/model/plan.h"
#include "engine/training/updater.h"

namespace lamina {

class BenchStep {
public:
    struct Options {
        Index batch = 1;
        bool timed = false; // layer by layer, too
        std::uint64_t seed = 0;
    };
    // Network, objective and updater must outlive it. Without an objective a step is a pass of inference.
    BenchStep(const Network& network, const Objective* objective, Updater& updater, const Options& options);

    void run(Workers& workers);
    Plan& plan() { return m_plan; }

private:
    Updater& m_updater;
    bool m_trains;
    std::uint64_t m_seed;
    std::uint64_t m_step = 0;
    Buffer m_weights;
    std::vector<Buffer> m_inputs, m_targets;
    Plan m_plan;
};

} // namespace lamina
