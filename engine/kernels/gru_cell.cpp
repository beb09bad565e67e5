// GRU: z, r = σ(x W + h R + b), h' = z h + (1 - z) g, where the reset gate r acts on h before its product
// (g = φ(x W + (r h) R + b), Cho et al. 2014) or after it (g = φ(x W + b + r (h R + b')), Keras' default).
#include "engine/kernels/activation.h"
#include "engine/kernels/clones.h"
#include "engine/kernels/product.h"
#include "engine/kernels/recurrent_kernel.h"

#include <algorithm>

namespace lamina {

namespace {
LAMINA_CLONES void addResetSum(const float* __restrict r, const float* __restrict q, float* __restrict g,
                               Index units)
{
    for (Index j = 0; j < units; ++j)
        g[j] += r[j] * q[j];
}

LAMINA_CLONES void product(const float* __restrict a, const float* __restrict b, float* __restrict ab,
                           Index units)
{
    for (Index j = 0; j < units; ++j)
        ab[j] = a[j] * b[j];
}

LAMINA_CLONES void multiplyBy(const float* __restrict factors, float* __restrict values, Index units)
{
    for (Index j = 0; j < units; ++j)
        values[j] *= factors[j];
}

LAMINA_CLONES void mix(const float* __restrict z, const float* __restrict g, const float* __restrict h,
                       float* __restrict next, Index units)
{
    for (Index j = 0; j < units; ++j)
        next[j] = z[j] * h[j] + (1.0F - z[j]) * g[j];
}

// Gradients of z and g before their activations; dh becomes what goes to h through the mixture.
LAMINA_CLONES void unmix(const float* __restrict z, const float* __restrict g, const float* __restrict h,
                         float* __restrict dh, float* __restrict dz, float* __restrict dg, Index units)
{
    for (Index j = 0; j < units; ++j) {
        dz[j] = dh[j] * (h[j] - g[j]);
        dg[j] = dh[j] * (1.0F - z[j]);
        dh[j] *= z[j];
    }
}

class GruCell final : public RecurrentKernel {
public:
    GruCell(const RecurrentGeometry& geometry, const KernelRequest& request)
        : RecurrentKernel(geometry, request)
    {
        setBlocks({{0, 2 * m_g.units}, {2 * m_g.units, m_g.units}});
    }

private:
    std::size_t candidate() const { return blockCount() - 1; } // the block of g; z and r come before it

    // Where z and r are added to, both biases may stand; the candidate's recurrent one goes with its product.
    void startSums(const RecurrentFrame& f) const override
    {
        RecurrentKernel::startSums(f);
        if (!f.bias || !m_g.resetAfter)
            return;
        for (Index row = 0; row < rowsOf(f); ++row)
            for (Index j = 0; j < 2 * m_g.units; ++j)
                f.z[row * width() + j] += f.bias[width() + j];
    }

    void stepForward(const RecurrentFrame& f, Index t) const override
    {
        const Index units = m_g.units;
        const Index step = f.rows * units;
        float* z = f.z + t * f.rows * width();
        float* q = f.q + t * step;
        float* pre = f.pre ? f.pre + t * f.rows * width() : nullptr;
        for (std::size_t b = 0; b < candidate(); ++b)
            addProduct(f, b, source(f, t, b), z + block(b).first, width());
        if (m_g.resetAfter) {
            for (Index n = 0; n < f.rows; ++n)
                if (f.bias)
                    std::copy_n(f.bias + width() + 2 * units, units, q + n * units);
                else
                    std::fill_n(q + n * units, units, 0.0F);
            addProduct(f, candidate(), source(f, t, candidate()), q, units);
        }
        const float* from = source(f, t, candidate());
        for (Index n = 0; n < f.rows; ++n) {
            float* gates = z + n * width();
            if (pre)
                std::copy_n(gates, 2 * units, pre + n * width());
            for (const Index gate : {0, 1})
                activate(m_g.recurrentActivation, gates + gate * units, gates + gate * units, 1, units);
            if (m_g.resetAfter)
                addResetSum(gates + units, q + n * units, gates + 2 * units, units);
            else
                product(gates + units, from + n * units, q + n * units, units);
        }
        if (!m_g.resetAfter)
            addProduct(f, candidate(), q, z + 2 * units, width());
        for (Index n = 0; n < f.rows; ++n) {
            float* gates = z + n * width();
            float* g = gates + 2 * units;
            if (pre)
                std::copy_n(g, units, pre + n * width() + 2 * units);
            activate(m_g.activation, g, g, 1, units);
            mix(gates, g, f.h + t * step + n * units, f.h + (t + 1) * step + n * units, units);
        }
    }

    void stepBackward(const RecurrentFrame& f, Index t) const override
    {
        const Index units = m_g.units;
        const Index step = f.rows * units;
        float* z = f.z + t * f.rows * width();
        float* q = f.q + t * step;
        const float* pre = f.pre ? f.pre + t * f.rows * width() : nullptr;
        const auto gateBack = [&](ActivationKind kind, Index n, Index gate, const float* dy) {
            float* values = z + n * width() + gate * units;
            activateBackward(kind, pre ? pre + n * width() + gate * units : nullptr, values, dy, values, 1,
                             units);
        };
        float* dz = f.row;
        float* dg = f.row + units;
        float* dr = f.row + 2 * units;
        // z and g; where the reset came after, r too
        for (Index n = 0; n < f.rows; ++n) {
            float* gates = z + n * width();
            float* dh = f.dh + n * units;
            unmix(gates, gates + 2 * units, f.h + t * step + n * units, dh, dz, dg, units);
            gateBack(m_g.recurrentActivation, n, 0, dz);
            gateBack(m_g.activation, n, 2, dg);
            if (!m_g.resetAfter)
                continue;
            product(gates + 2 * units, q + n * units, dr, units);
            product(gates + 2 * units, gates + units, q + n * units, units); // now the gradient of q
            gateBack(m_g.recurrentActivation, n, 1, dr);
        }
        if (m_g.resetAfter)
            addBack(f, candidate(), q, units, f.dh);
        else
            resetBefore(f, t, gateBack, dr);
        for (std::size_t b = 0; b < candidate(); ++b)
            addBack(f, b, z + block(b).first, width(), f.dh);
    }

    template <typename GateBack>
    void resetBefore(const RecurrentFrame& f, Index t, const GateBack& gateBack, float* dr) const
    {
        const Index units = m_g.units;
        float* z = f.z + t * f.rows * width();
        float* dq = f.spare;
        std::fill_n(dq, f.rows * units, 0.0F);
        addTransposed(f, candidate(), z + 2 * units, width(), dq);
        const float* from = source(f, t, candidate());
        for (Index n = 0; n < f.rows; ++n) {
            float* gates = z + n * width();
            product(dq + n * units, from + n * units, dr, units);
            multiplyBy(gates + units, dq + n * units, units); // now the gradient of `from`
            gateBack(m_g.recurrentActivation, n, 1, dr);
        }
        const float* keep = f.keep ? f.keep + static_cast<Index>(candidate()) * f.rows * units : nullptr;
        for (Index i = 0; i < f.rows * units; ++i)
            f.dh[i] += keep ? dq[i] * keep[i] : dq[i];
    }

    void recurrentGradient(const RecurrentFrame& f, float* kernel, float* bias) const override
    {
        const Index units = m_g.units;
        if (kernel) {
            for (std::size_t b = 0; b < candidate(); ++b)
                blockGradient(f, b, f.z + block(b).first, width(), kernel);
            if (m_g.resetAfter)
                blockGradient(f, candidate(), f.q, units, kernel);
            else
                transposedProduct(f.q, rowsOf(f), units, f.z + 2 * units, width(), units, kernel + 2 * units,
                                  width());
        }
        if (!bias)
            return;
        columnSums(f.z, rowsOf(f), width(), width(), bias);
        if (!m_g.resetAfter)
            return;
        std::copy_n(bias, 2 * units, bias + width());
        columnSums(f.q, rowsOf(f), units, units, bias + width() + 2 * units);
    }
};
} // namespace

std::unique_ptr<Kernel> makeGruCell(const RecurrentGeometry& geometry, const KernelRequest& request)
{
    return std::make_unique<GruCell>(geometry, request);
}

} // namespace lamina
