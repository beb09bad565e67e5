#include "engine/kernels/rectifier.h"

#include "engine/kernels/clones.h"

namespace lamina {

namespace {
LAMINA_CLONES void rectify(const Rectifier& r, const float* x, float* y, Index count)
{
    const Rectifier own = r; // y may be anywhere
    for (Index i = 0; i < count; ++i) {
        const float v = x[i];
        const float above = v < own.largest ? v : own.largest;
        const float below = own.slope * (v - own.threshold);
        y[i] = v > own.threshold ? above : v == v ? below : v; // a not-a-number stays visible
    }
}

LAMINA_CLONES void rectifyGradient(const Rectifier& r, const float* x, const float* dy, float* dx,
                                   Index count)
{
    const Rectifier own = r;
    for (Index i = 0; i < count; ++i) {
        const float above = x[i] < own.largest ? dy[i] : 0.0F;
        dx[i] = x[i] > own.threshold ? above : own.slope * dy[i];
    }
}

class RectifierKernel final : public Kernel {
public:
    RectifierKernel(const Rectifier& rectifier, Index elements) : m_rectifier(rectifier), m_elements(elements)
    {
    }
    bool backwardReadsOutput() const override { return false; }
    bool inPlace() const override { return true; }
    void forward(const Pass& p) const override
    {
        rectify(m_rectifier, p.x[0], p.y[0], p.samples * m_elements);
    }
    void backward(const Pass& p) const override
    {
        if (p.dx[0])
            rectifyGradient(m_rectifier, p.x[0], p.dy[0], p.dx[0], p.samples * m_elements);
    }

private:
    Rectifier m_rectifier;
    Index m_elements;
};
} // namespace

std::unique_ptr<Kernel> makeRectifierKernel(const Rectifier& rectifier, Index elements)
{
    return std::make_unique<RectifierKernel>(rectifier, elements);
}

} // namespace lamina
