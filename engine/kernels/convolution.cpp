#include "engine/kernels/convolution.h"

#include "engine/kernels/bfloat_convolution.h"
#include "engine/kernels/convolution_primitives.h"
#include "engine/kernels/narrow_gradient.h"
#include "engine/kernels/winograd.h"

#include <algorithm>

namespace lamina {

namespace {
// Pictures stay channels-last; the weights take the layout that oneDNN likes, made from Keras' once a step
// (pack) and for the gradient made back once a lane.
class ConvolutionKernel final : public Kernel {
public:
    ConvolutionKernel(const ConvolutionGeometry& g, const KernelRequest& request)
        : m_bias(g.bias), m_relu(request.activation == ActivationKind::Relu), m_afterRelu(request.afterRelu),
          m_own(ownKernels(g, request)), m_winograd(g, request.samples),
          m_do(g, request.samples,
               {.forward = !m_own.forward,
                .data = request.training && !m_own.data,
                .weights = request.training && !m_own.weights && !NarrowGradient::serves(g),
                .relu = m_relu})
    {
        if (request.training && !m_own.weights && NarrowGradient::serves(g))
            m_narrow.emplace(g);
    }

    // packed: the weights of forward, then those of data.
    Workspace workspace() const override
    {
        return {.scratch = std::max({m_do.gradientWeights + m_do.scratch(), m_winograd.scratch(m_own),
                                     m_narrow ? m_narrow->scratch() : 0}),
                .packed = forwardWeights() + (m_own.data ? m_winograd.packedFloats() : m_do.dataWeights)};
    }
    bool appliedActivation() const override { return m_relu; }
    bool backwardReadsOutput() const override { return false; }
    bool undoesRelu() const override { return m_afterRelu && m_own.data; }

    void pack(std::span<const float* const> parameters, float* packed) const override
    {
        if (m_own.forward)
            m_winograd.packForward(parameters[0], packed);
        else
            m_do.packForward.run({parameters[0], packed}, nullptr);
        if (m_own.data)
            m_winograd.packData(parameters[0], packed + forwardWeights());
        else if (m_do.packData)
            m_do.packData.run({parameters[0], packed + forwardWeights()}, nullptr);
    }

    void forward(const Pass& p) const override
    {
        if (m_own.forward)
            m_winograd.forward(p.x[0], p.packed, m_bias ? p.parameters[1] : nullptr, m_relu, p.y[0],
                               p.scratch);
        else if (m_bias)
            m_do.forward.run({p.x[0], p.packed, p.y[0], p.parameters[1]}, p.scratch);
        else
            m_do.forward.run({p.x[0], p.packed, p.y[0]}, p.scratch);
    }

    void backward(const Pass& p) const override
    {
        if (p.dx[0] && m_own.data)
            m_winograd.data(p.dy[0], p.packed + forwardWeights(), m_afterRelu ? p.x[0] : nullptr, p.dx[0],
                            p.scratch);
        else if (p.dx[0])
            m_do.data.run({p.dx[0], p.packed + forwardWeights(), p.dy[0]}, p.scratch);
        if (p.parameterGradients[0])
            gradients(p, p.parameterGradients[0], m_bias ? p.parameterGradients[1] : nullptr);
    }

private:
    static Winograd::Served ownKernels(const ConvolutionGeometry& g, const KernelRequest& request)
    {
        Winograd::Served served = Winograd::serves(g, request.samples);
        served.data = served.data && request.training;
        served.weights = served.weights && request.training;
        return served;
    }
    Index forwardWeights() const { return m_own.forward ? m_winograd.packedFloats() : m_do.forwardWeights; }

    void gradients(const Pass& p, float* kernel, float* bias) const
    {
        if (m_own.weights) {
            m_winograd.weights(p.x[0], p.dy[0], kernel, bias, p.scratch);
            return;
        }
        if (m_narrow) {
            m_narrow->run(p.x[0], p.dy[0], p.samples, kernel, bias, p.scratch);
            return;
        }
        float* gradient = p.scratch;
        float* rest = p.scratch + m_do.gradientWeights;
        if (bias)
            m_do.weights.run({p.x[0], gradient, p.dy[0], bias}, rest);
        else
            m_do.weights.run({p.x[0], gradient, p.dy[0]}, rest);
        m_do.unpackGradient.run({gradient, kernel}, rest);
    }

    bool m_bias;
    bool m_relu;
    bool m_afterRelu;
    Winograd::Served m_own;
    Winograd m_winograd;
    onednn::ConvolutionPrimitives m_do;
    std::optional<NarrowGradient> m_narrow;
};
} // namespace

std::unique_ptr<Kernel> makeConvolutionKernel(const ConvolutionGeometry& geometry,
                                              const KernelRequest& request)
{
    if (request.precision == Precision::MixedBfloat16)
        if (auto kernel = makeBfloatConvolutionKernel(geometry, request))
            return kernel;
    return std::make_unique<ConvolutionKernel>(geometry, request);
}

} // namespace lamina
