#include "engine/kernels/convolution_primitives.h"
#include "engine/kernels/rows.h"

namespace lamina {

namespace {
// Forward is the convolution's gradient of its input, backward the convolution itself; the kernel's gradient
// is the convolution's with input and output gradient changing places.
class TransposedConvolutionKernel final : public Kernel {
public:
    TransposedConvolutionKernel(ConvolutionGeometry g, const KernelRequest& request)
        : m_channels(g.in), m_rows(request.samples * g.height * g.width), m_bias(g.bias),
          m_relu(g.bias && request.activation == ActivationKind::Relu),
          m_do(withoutBias(g), request.samples, {.forward = request.training, .weights = request.training})
    {
    }

    Workspace workspace() const override
    {
        return {.scratch = m_do.gradientWeights + m_do.scratch(),
                .packed = m_do.forwardWeights + m_do.dataWeights};
    }
    bool appliedActivation() const override { return m_relu; }
    bool backwardReadsOutput() const override { return false; }

    void pack(std::span<const float* const> parameters, float* packed) const override
    {
        m_do.packData.run({parameters[0], packed}, nullptr);
        if (m_do.packForward)
            m_do.packForward.run({parameters[0], packed + m_do.dataWeights}, nullptr);
    }

    void forward(const Pass& p) const override
    {
        m_do.data.run({p.y[0], p.packed, p.x[0]}, p.scratch);
        if (m_bias)
            addBias(p.parameters[1], p.y[0], m_rows, m_channels, m_relu);
    }

    void backward(const Pass& p) const override
    {
        if (p.dx[0])
            m_do.forward.run({p.dy[0], p.packed + m_do.dataWeights, p.dx[0]}, p.scratch);
        if (m_bias && p.parameterGradients[1])
            sumRows(p.dy[0], p.parameterGradients[1], m_rows, m_channels);
        if (!p.parameterGradients[0])
            return;
        float* gradient = p.scratch;
        float* rest = p.scratch + m_do.gradientWeights;
        m_do.weights.run({p.dy[0], gradient, p.x[0]}, rest);
        m_do.unpackGradient.run({gradient, p.parameterGradients[0]}, rest);
    }

private:
    static ConvolutionGeometry withoutBias(ConvolutionGeometry g)
    {
        g.bias = false;
        return g;
    }
    Index m_channels;
    Index m_rows;
    bool m_bias;
    bool m_relu;
    onednn::ConvolutionPrimitives m_do;
};
} // namespace

std::unique_ptr<Kernel> makeTransposedConvolutionKernel(const ConvolutionGeometry& geometry,
                                                        const KernelRequest& request)
{
    return std::make_unique<TransposedConvolutionKernel>(geometry, request);
}

} // namespace lamina
