// The kernel of a layer that multiplies by random factors in training. The factors are a function of each
// number's place in the batch, so backward makes them again instead of keeping them.
#pragma once

#include "engine/model/common_fields.h"

namespace lamina {

class RandomFactorsKernel : public Kernel {
public:
    bool backwardReadsInput() const final { return false; }
    bool backwardReadsOutput() const final { return false; }
    bool inPlace() const final { return true; }
    void forward(const Pass& p) const final { apply(p, randomOf(p, m_seed), p.x[0], p.y[0]); }
    void backward(const Pass& p) const final
    {
        if (p.dx[0])
            apply(p, randomOf(p, m_seed), p.dy[0], p.dx[0]);
    }

protected:
    explicit RandomFactorsKernel(const KernelRequest& request)
        : m_seed(fields::seedOf(request.attributes)) { }
    // to may be from.
    virtual void apply(const Pass& p, const CounterRandom& random, const float* from, float* to) const = 0;

private:
    std::optional<std::uint64_t> m_seed;
};

} // namespace lamina
