// SimpleRNN: h' = f(x W + h R + b).
#include "engine/kernels/activation.h"
#include "engine/kernels/recurrent_kernel.h"

#include <algorithm>

namespace lamina {

namespace {
class SimpleCell final : public RecurrentKernel {
public:
    SimpleCell(const RecurrentGeometry& geometry, const KernelRequest& request)
        : RecurrentKernel(geometry, request)
    {
        setBlocks({{0, m_g.units}});
    }

private:
    void stepForward(const RecurrentFrame& f, Index t) const override
    {
        const Index step = f.rows * m_g.units;
        addProduct(f, 0, source(f, t, 0), f.z + t * step, m_g.units);
        activate(m_g.activation, f.z + t * step, f.h + (t + 1) * step, f.rows, m_g.units);
    }
    void stepBackward(const RecurrentFrame& f, Index t) const override
    {
        const Index step = f.rows * m_g.units;
        float* z = f.z + t * step;
        activateBackward(m_g.activation, z, f.h + (t + 1) * step, f.dh, z, f.rows, m_g.units);
        std::fill_n(f.dh, step, 0.0F);
        addBack(f, 0, z, m_g.units, f.dh);
    }
};
} // namespace

std::unique_ptr<Kernel> makeSimpleCell(const RecurrentGeometry& geometry, const KernelRequest& request)
{
    return std::make_unique<SimpleCell>(geometry, request);
}

} // namespace lamina
