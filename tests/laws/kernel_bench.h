// A layer's kernels alone, in memory that holds rubbish wherever the contract of engine/model/kernel.h says
// that anything may stand there, between guards that nobody may write to.
#pragma once

#include "tests/support/one_layer.h"

namespace lamina::test {

// An array at a cache line between two guards.
class Guarded {
public:
    explicit Guarded(Index count, float filling);
    float* data() { return m_memory.data() + guard; }
    Numbers values() const;
    void fill(float filling);
    bool guardsHold() const;

private:
    static constexpr Index guard = 64;
    Buffer m_memory;
    Index m_count;
};

struct KernelRun {
    bool training = true;
    bool backward = true;
    float rubbish = 9;
    bool wantsDx = true;
    bool wantsParameterGradients = true;
    bool inPlace = false; // y is x's memory, dx is dy's
    bool spoilsUnread = false; // what backward says it does not read is rubbish by then
};

struct KernelOutcome {
    std::vector<Numbers> y;
    std::vector<Numbers> dx; // empty where not wanted
    std::vector<Numbers> gradients;
    std::vector<Numbers> parameters; // as the kernel left them
    Numbers mask; // that the kernel made
    bool guardsHeld = true;
    bool inputsUntouched = true; // x, dy and all parameters but the layer's own state
};

class KernelBench {
public:
    explicit KernelBench(OneLayer one) : m_one(std::move(one)) { }

    KernelOutcome run(const KernelRun& how) const;
    std::unique_ptr<Kernel> compile(bool training) const;
    const OneLayer& one() const { return m_one; }

private:
    OneLayer m_one;
};

} // namespace lamina::test
