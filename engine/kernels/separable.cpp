#include "engine/kernels/depthwise.h"

#include <algorithm>

namespace lamina {

namespace {
Index roundedToLine(Index floats)
{
    return (floats + 15) / 16 * 16;
}

ConvolutionGeometry withoutBias(ConvolutionGeometry g)
{
    g.bias = false;
    return g;
}

ConvolutionGeometry pointwise(const ConvolutionGeometry& g, Index filters, bool bias)
{
    return {.height = g.rows.output,
            .width = g.columns.output,
            .in = g.out,
            .out = filters,
            .rows = {.output = g.rows.output},
            .columns = {.output = g.columns.output},
            .bias = bias};
}

// The first half knows nothing of the activation, which belongs to the second.
KernelRequest linear(KernelRequest request)
{
    request.activation = ActivationKind::Linear;
    return request;
}

class SeparableKernel final : public Kernel {
public:
    SeparableKernel(const ConvolutionGeometry& g, Index filters, bool bias, const KernelRequest& request)
        : m_depthwise(makeDepthwiseKernel(withoutBias(g), linear(request))),
          m_pointwise(makeConvolutionKernel(pointwise(g, filters, bias), request)),
          m_training(request.training),
          m_between(roundedToLine(request.samples * g.rows.output * g.columns.output * g.out)),
          m_firstPacked(roundedToLine(m_depthwise->workspace().packed))
    {
    }

    // What passes between the halves is kept for the second half's gradient; its own gradient is scratch.
    Workspace workspace() const override
    {
        const Index each = std::max(m_depthwise->workspace().scratch, m_pointwise->workspace().scratch);
        return {.saved = m_training ? m_between : 0,
                .scratch = m_between + each,
                .packed = m_firstPacked + m_pointwise->workspace().packed};
    }
    bool appliedActivation() const override { return m_pointwise->appliedActivation(); }
    bool backwardReadsOutput() const override { return false; }

    void pack(std::span<const float* const> parameters, float* packed) const override
    {
        m_depthwise->pack(parameters.first(1), packed);
        m_pointwise->pack(parameters.subspan(1), packed + m_firstPacked);
    }

    void forward(const Pass& p) const override
    {
        float* between = m_training ? p.saved : p.scratch;
        Pass first = p;
        first.y = {&between, 1};
        first.parameters = p.parameters.first(1);
        first.scratch = p.scratch + m_between;
        m_depthwise->forward(first);
        Pass second = p;
        const float* in = between;
        second.x = {&in, 1};
        second.parameters = p.parameters.subspan(1);
        second.scratch = p.scratch + m_between;
        second.packed = p.packed + m_firstPacked;
        m_pointwise->forward(second);
    }

    void backward(const Pass& p) const override
    {
        const float* between = p.saved;
        float* gradient = p.scratch;
        Pass second = p;
        second.x = {&between, 1};
        second.dx = {&gradient, 1};
        second.parameters = p.parameters.subspan(1);
        second.parameterGradients = p.parameterGradients.subspan(1);
        second.scratch = p.scratch + m_between;
        second.packed = p.packed + m_firstPacked;
        m_pointwise->backward(second);
        Pass first = p;
        const float* arriving = gradient;
        first.dy = {&arriving, 1};
        first.parameters = p.parameters.first(1);
        first.parameterGradients = p.parameterGradients.first(1);
        first.scratch = p.scratch + m_between;
        m_depthwise->backward(first);
    }

private:
    std::unique_ptr<Kernel> m_depthwise, m_pointwise;
    bool m_training;
    Index m_between; // numbers between the halves, rounded up to a cache line
    Index m_firstPacked; // likewise, of the first half
};
} // namespace

std::unique_ptr<Kernel> makeSeparableKernel(const ConvolutionGeometry& geometry, Index filters,
                                            bool pointwiseBias, const KernelRequest& request)
{
    return std::make_unique<SeparableKernel>(geometry, filters, pointwiseBias, request);
}

} // namespace lamina
