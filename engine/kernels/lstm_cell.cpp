// LSTM: i, f, o = σ(x W + h R + b), g = φ(…), c' = f c + i g, h' = o φ(c'). The gates stand as i f g o.
// Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000.
#include "engine/kernels/activation.h"
#include "engine/kernels/clones.h"
#include "engine/kernels/recurrent_kernel.h"
#include "engine/kernels/vector_math.h"

#include <algorithm>

namespace lamina {

namespace {
// A row of gates and what comes of them, with sigmoid and tanh in one go.
LAMINA_CLONES void openGates(float* __restrict z, const float* __restrict c, float* __restrict nextC,
                             float* __restrict a, float* __restrict h, Index units)
{
    for (Index j = 0; j < units; ++j) {
        const float i = vectorSigmoid(z[j]);
        const float f = vectorSigmoid(z[units + j]);
        const float g = vectorTanh(z[2 * units + j]);
        const float o = vectorSigmoid(z[3 * units + j]);
        const float carry = f * c[j] + i * g;
        const float shown = vectorTanh(carry);
        z[j] = i;
        z[units + j] = f;
        z[2 * units + j] = g;
        z[3 * units + j] = o;
        nextC[j] = carry;
        a[j] = shown;
        h[j] = o * shown;
    }
}

LAMINA_CLONES void gateGradients(float* __restrict z, const float* __restrict c, const float* __restrict a,
                                 const float* __restrict dh, float* __restrict dc, Index units)
{
    for (Index j = 0; j < units; ++j) {
        const float i = z[j];
        const float f = z[units + j];
        const float g = z[2 * units + j];
        const float o = z[3 * units + j];
        const float carry = dc[j] + dh[j] * o * (1.0F - a[j] * a[j]);
        z[j] = carry * g * i * (1.0F - i);
        z[units + j] = carry * c[j] * f * (1.0F - f);
        z[2 * units + j] = carry * i * (1.0F - g * g);
        z[3 * units + j] = dh[j] * a[j] * o * (1.0F - o);
        dc[j] = carry * f;
    }
}

class LstmCell final : public RecurrentKernel {
public:
    LstmCell(const RecurrentGeometry& geometry, const KernelRequest& request)
        : RecurrentKernel(geometry, request), m_fused(m_g.activation == ActivationKind::Tanh
                                                      && m_g.recurrentActivation == ActivationKind::Sigmoid)
    {
        setBlocks({{0, width()}});
    }

private:
    ActivationKind kind(Index gate) const { return gate == 2 ? m_g.activation : m_g.recurrentActivation; }

    void stepForward(const RecurrentFrame& f, Index t) const override
    {
        const Index units = m_g.units;
        const Index step = f.rows * units;
        float* z = f.z + t * f.rows * width();
        for (std::size_t b = 0; b < blockCount(); ++b)
            addProduct(f, b, source(f, t, b), z + block(b).first, width());
        if (f.pre)
            std::copy_n(z, f.rows * width(), f.pre + t * f.rows * width());
        for (Index n = 0; n < f.rows; ++n) {
            float* gates = z + n * width();
            const float* c = f.c + t * step + n * units;
            float* nextC = f.c + (t + 1) * step + n * units;
            float* a = f.a + t * step + n * units;
            float* h = f.h + (t + 1) * step + n * units;
            if (m_fused) {
                openGates(gates, c, nextC, a, h, units);
                continue;
            }
            for (Index gate = 0; gate < 4; ++gate)
                activate(kind(gate), gates + gate * units, gates + gate * units, 1, units);
            for (Index j = 0; j < units; ++j)
                nextC[j] = gates[units + j] * c[j] + gates[j] * gates[2 * units + j];
            activate(m_g.activation, nextC, a, 1, units);
            for (Index j = 0; j < units; ++j)
                h[j] = gates[3 * units + j] * a[j];
        }
    }

    void stepBackward(const RecurrentFrame& f, Index t) const override
    {
        const Index units = m_g.units;
        const Index step = f.rows * units;
        float* z = f.z + t * f.rows * width();
        for (Index n = 0; n < f.rows; ++n) {
            const float* c = f.c + t * step + n * units;
            const float* a = f.a + t * step + n * units;
            if (m_fused)
                gateGradients(z + n * width(), c, a, f.dh + n * units, f.dc + n * units, units);
            else
                anyGradients(f, t, n);
        }
        std::fill_n(f.dh, step, 0.0F);
        for (std::size_t b = 0; b < blockCount(); ++b)
            addBack(f, b, z + block(b).first, width(), f.dh);
    }

    void anyGradients(const RecurrentFrame& f, Index t, Index n) const
    {
        const Index units = m_g.units;
        const Index row = t * f.rows + n;
        float* gates = f.z + row * width();
        const float* pre = f.pre ? f.pre + row * width() : nullptr;
        const float* c = f.c + row * units;
        const float* nextC = c + f.rows * units;
        const float* a = f.a + row * units;
        const float* dh = f.dh + n * units;
        float* dc = f.dc + n * units;
        float* into = f.row; // gradients of the four gates, then of the shown carry
        float* shown = f.row + 4 * units;
        for (Index j = 0; j < units; ++j)
            shown[j] = dh[j] * gates[3 * units + j];
        activateBackward(m_g.activation, nextC, a, shown, shown, 1, units);
        for (Index j = 0; j < units; ++j) {
            const float carry = dc[j] + shown[j];
            into[j] = carry * gates[2 * units + j];
            into[units + j] = carry * c[j];
            into[2 * units + j] = carry * gates[j];
            into[3 * units + j] = dh[j] * a[j];
            dc[j] = carry * gates[units + j];
        }
        for (Index gate = 0; gate < 4; ++gate)
            activateBackward(kind(gate), pre ? pre + gate * units : nullptr, gates + gate * units,
                             into + gate * units, gates + gate * units, 1, units);
    }

    bool m_fused;
};
} // namespace

std::unique_ptr<Kernel> makeLstmCell(const RecurrentGeometry& geometry, const KernelRequest& request)
{
    return std::make_unique<LstmCell>(geometry, request);
}

} // namespace lamina
