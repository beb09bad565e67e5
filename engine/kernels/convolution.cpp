#include "engine/kernels/convolution.h"

#include "engine/kernels/convolution_primitives.h"

namespace lamina {

namespace {
// Pictures stay channels-last; the weights take the layout that oneDNN likes, made from Keras' once a step
// (pack) and for the gradient made back once a lane.
class ConvolutionKernel final : public Kernel {
public:
    ConvolutionKernel(const ConvolutionGeometry& g, const KernelRequest& request)
        : m_bias(g.bias), m_relu(request.activation == ActivationKind::Relu),
          m_do(g, request.samples, {.data = request.training, .weights = request.training, .relu = m_relu})
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
        m_do.packForward.run({parameters[0], packed}, nullptr);
        if (m_do.packData)
            m_do.packData.run({parameters[0], packed + m_do.forwardWeights}, nullptr);
    }

    void forward(const Pass& p) const override
    {
        if (m_bias)
            m_do.forward.run({p.x[0], p.packed, p.y[0], p.parameters[1]}, p.scratch);
        else
            m_do.forward.run({p.x[0], p.packed, p.y[0]}, p.scratch);
    }

    void backward(const Pass& p) const override
    {
        if (p.dx[0])
            m_do.data.run({p.dx[0], p.packed + m_do.forwardWeights, p.dy[0]}, p.scratch);
        if (!p.parameterGradients[0])
            return;
        float* gradient = p.scratch;
        float* rest = p.scratch + m_do.gradientWeights;
        if (m_bias)
            m_do.weights.run({p.x[0], gradient, p.dy[0], p.parameterGradients[1]}, rest);
        else
            m_do.weights.run({p.x[0], gradient, p.dy[0]}, rest);
        m_do.unpackGradient.run({gradient, p.parameterGradients[0]}, rest);
    }

private:
    bool m_bias;
    bool m_relu;
    onednn::ConvolutionPrimitives m_do;
};
} // namespace

std::unique_ptr<Kernel> makeConvolutionKernel(const ConvolutionGeometry& geometry,
                                              const KernelRequest& request)
{
    return std::make_unique<ConvolutionKernel>(geometry, request);
}

} // namespace lamina
