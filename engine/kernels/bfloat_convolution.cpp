#include "engine/kernels/bfloat_convolution.h"

#include "engine/core/buffer.h"
#include "engine/kernels/bfloat16.h"
#include "engine/kernels/convolution_primitives.h"
#include "engine/kernels/narrow_gradient.h"
#include "engine/kernels/winograd.h"

#include <algorithm>

namespace lamina {

namespace {
// Whether Winograd's gradient of the weights in float32 is faster than the library's in bfloat16.
// Microseconds a sample on one core with AMX, height and width × channels: 36 × 256 takes 2900 and 37 × 256
// takes 9900, as against 4500 in float32; 56 × 128 takes 1060 and 57 × 128 takes 5600, as against 2600; below
// 32 all are quick.
bool isSlow(const ConvolutionGeometry& g)
{
    return g.columns.output > 32 && g.columns.output % 4 != 0;
}

class BfloatConvolution final : public Kernel {
public:
    BfloatConvolution(const ConvolutionGeometry& g, const KernelRequest& request)
        : m_bias(g.bias), m_relu(request.activation == ActivationKind::Relu), m_training(request.training),
          m_xCount(request.samples * g.height * g.width * g.in),
          m_yCount(request.samples * g.rows.output * g.columns.output * g.out),
          m_own{.weights = request.training && hasBfloat16() && isSlow(g)
                    && Winograd::gradientFitsCache(g, request.samples)},
          m_winograd(g, request.samples), m_do(g, request.samples,
                                               {.data = request.training,
                                                .weights = request.training && !m_own.weights,
                                                .relu = m_relu,
                                                .onlyFast = hasBfloat16(),
                                                .inBfloat16 = hasBfloat16()}),
          m_packScratch(std::max(m_do.packForward.scratchFloats(), m_do.packData.scratchFloats()))
    {
    }

    bool isServed() const
    {
        return m_do.forward && (!m_training || (m_do.data && (m_own.weights || m_do.weights)));
    }

    // saved: x rounded, where backward reads it so. packed: the weights of forward, then those of data.
    Workspace workspace() const override
    {
        const Index x = bfloat16Room(m_xCount);
        const Index dy = m_training ? bfloat16Room(m_yCount) : 0;
        const Index backward = dy + m_do.gradientWeights + m_do.scratch();
        if (!m_own.weights)
            return {.saved = x, .scratch = backward, .packed = m_do.forwardWeights + m_do.dataWeights};
        return {.scratch = std::max({x + m_do.scratch(), backward, m_winograd.scratch(m_own)}),
                .packed = m_do.forwardWeights + m_do.dataWeights};
    }
    bool appliedActivation() const override { return m_relu; }
    bool backwardReadsInput() const override { return m_own.weights; }
    bool backwardReadsOutput() const override { return false; }

    void pack(std::span<const float* const> parameters, float* packed) const override
    {
        float* scratch = m_packScratch.data();
        m_do.packForward.run({parameters[0], packed}, scratch);
        if (m_do.packData)
            m_do.packData.run({parameters[0], packed + m_do.forwardWeights}, scratch);
        if (!hasBfloat16()) // the copies have rounded otherwise
            toBfloat16(packed, m_do.forwardWeights + m_do.dataWeights, packed);
    }

    void forward(const Pass& p) const override
    {
        float* x = m_own.weights ? p.scratch : p.saved;
        float* rest = m_own.weights ? p.scratch + bfloat16Room(m_xCount) : p.scratch;
        toBfloat16(p.x[0], m_xCount, x);
        if (m_bias)
            m_do.forward.run({x, p.packed, p.y[0], p.parameters[1]}, rest);
        else
            m_do.forward.run({x, p.packed, p.y[0]}, rest);
    }

    void backward(const Pass& p) const override
    {
        float* dy = p.scratch;
        float* gradient = dy + bfloat16Room(m_yCount);
        float* rest = gradient + m_do.gradientWeights;
        toBfloat16(p.dy[0], m_yCount, dy);
        if (p.dx[0])
            m_do.data.run({p.dx[0], p.packed + m_do.forwardWeights, dy}, rest);
        if (!p.parameterGradients[0])
            return;
        if (m_own.weights) {
            m_winograd.weights(p.x[0], p.dy[0], p.parameterGradients[0],
                               m_bias ? p.parameterGradients[1] : nullptr, p.scratch);
            return;
        }
        if (m_bias)
            m_do.weights.run({p.saved, gradient, dy, p.parameterGradients[1]}, rest);
        else
            m_do.weights.run({p.saved, gradient, dy}, rest);
        m_do.unpackGradient.run({gradient, p.parameterGradients[0]}, rest);
    }

private:
    bool m_bias;
    bool m_relu;
    bool m_training;
    Index m_xCount, m_yCount;
    Winograd::Served m_own;
    Winograd m_winograd;
    onednn::ConvolutionPrimitives m_do;
    mutable Buffer m_packScratch;
};
} // namespace

std::unique_ptr<Kernel> makeBfloatConvolutionKernel(const ConvolutionGeometry& geometry,
                                                    const KernelRequest& request)
{
    // Pictures of a few channels fill a fraction of the instruction's depth: float32 is faster there.
    if (NarrowGradient::serves(geometry))
        return nullptr;
    try {
        auto kernel = std::make_unique<BfloatConvolution>(geometry, request);
        if (kernel->isServed())
            return kernel;
    } catch (const dnnl::error&) { // no implementation at all
    }
    return nullptr;
}

} // namespace lamina
