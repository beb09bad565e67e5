#include "engine/kernels/depthwise.h"

#include "engine/kernels/convolution_primitives.h"
#include "engine/kernels/depthwise_loops.h"
#include "engine/kernels/rows.h"

#include <algorithm>

namespace lamina {

namespace {
// oneDNN's forward and gradient of x are faster than our loops where it has code of its own for them; its
// gradient of the kernel is slower, seven times with windows of 5 × 5. With more than one window a channel it
// has none: x is repeated first (one picture at a time), and then every channel has one window.
class DepthwiseKernel final : public Kernel {
public:
    DepthwiseKernel(const ConvolutionGeometry& g, const KernelRequest& request)
        : m_in(g.in), m_out(g.out), m_cellsIn(g.height * g.width),
          m_cellsOut(g.rows.output * g.columns.output), m_taps(g.kernelHeight * g.kernelWidth),
          m_bias(g.bias), m_relu(request.activation == ActivationKind::Relu), m_training(request.training),
          m_do(g, request.samples,
               {.forward = !repeats(),
                .data = m_training && !repeats(),
                .weights = false,
                .relu = m_relu,
                .onlyFast = true})
    {
        const AxisWindow rows{g.height, g.kernelHeight, g.strideHeight, g.dilationHeight, g.rows};
        const AxisWindow columns{g.width, g.kernelWidth, g.strideWidth, g.dilationWidth, g.columns};
        m_forward = {.rows = walkForward(rows),
                     .columns = walkForward(columns),
                     .sourceWidth = g.width,
                     .targetWidth = g.columns.output,
                     .kernelWidth = g.kernelWidth,
                     .channels = g.out};
        if (m_training)
            m_backward = {.rows = walkBackward(rows),
                          .columns = walkBackward(columns),
                          .sourceWidth = g.columns.output,
                          .targetWidth = g.width,
                          .kernelWidth = g.kernelWidth,
                          .channels = g.out};
    }

    Workspace workspace() const override
    {
        const Index own = (repeats() ? m_cellsIn * m_out : 0) + (m_training ? m_taps * m_out : 0);
        return {.scratch = std::max(m_do.scratch(), own), .packed = m_do.forwardWeights + m_do.dataWeights};
    }
    bool appliedActivation() const override { return m_relu; }
    bool backwardReadsOutput() const override { return false; }

    void pack(std::span<const float* const> parameters, float* packed) const override
    {
        if (m_do.packForward)
            m_do.packForward.run({parameters[0], packed}, nullptr);
        if (m_do.packData)
            m_do.packData.run({parameters[0], packed + m_do.forwardWeights}, nullptr);
    }

    void forward(const Pass& p) const override
    {
        if (m_do.forward && m_bias)
            return m_do.forward.run({p.x[0], p.packed, p.y[0], p.parameters[1]}, p.scratch);
        if (m_do.forward)
            return m_do.forward.run({p.x[0], p.packed, p.y[0]}, p.scratch);
        for (Index n = 0; n < p.samples; ++n)
            gather(m_forward, wide(p, n), p.parameters[0], m_bias ? p.parameters[1] : nullptr, m_relu,
                   p.y[0] + n * m_cellsOut * m_out);
    }

    void backward(const Pass& p) const override
    {
        if (p.dx[0])
            inputGradient(p);
        if (m_bias && p.parameterGradients[1])
            sumRows(p.dy[0], p.parameterGradients[1], p.samples * m_cellsOut, m_out);
        if (!p.parameterGradients[0])
            return;
        // Each picture's sum by itself, so that no digits are lost to many pictures.
        float* sum = p.parameterGradients[0];
        float* own = p.scratch + (repeats() ? m_cellsIn * m_out : 0);
        std::fill_n(sum, m_taps * m_out, 0.0F);
        for (Index n = 0; n < p.samples; ++n) {
            std::fill_n(own, m_taps * m_out, 0.0F);
            correlate(m_forward, wide(p, n), p.dy[0] + n * m_cellsOut * m_out, own);
            for (Index i = 0; i < m_taps * m_out; ++i)
                sum[i] += own[i];
        }
    }

private:
    void inputGradient(const Pass& p) const
    {
        if (m_do.data)
            return m_do.data.run({p.dx[0], p.packed + m_do.forwardWeights, p.dy[0]}, p.scratch);
        for (Index n = 0; n < p.samples; ++n) {
            float* dx = p.dx[0] + n * m_cellsIn * m_in;
            gather(m_backward, p.dy[0] + n * m_cellsOut * m_out, p.parameters[0], nullptr, false,
                   repeats() ? p.scratch : dx);
            if (repeats())
                foldChannels(p.scratch, dx, m_cellsIn, m_in, m_out / m_in);
        }
    }
    bool repeats() const { return m_out != m_in; }
    const float* wide(const Pass& p, Index n) const
    {
        const float* x = p.x[0] + n * m_cellsIn * m_in;
        if (!repeats())
            return x;
        repeatChannels(x, p.scratch, m_cellsIn, m_in, m_out / m_in);
        return p.scratch;
    }

    Index m_in, m_out, m_cellsIn, m_cellsOut, m_taps;
    bool m_bias, m_relu, m_training;
    onednn::ConvolutionPrimitives m_do; // asks the above
    DepthwiseWalk m_forward, m_backward;
};
} // namespace

std::unique_ptr<Kernel> makeDepthwiseKernel(const ConvolutionGeometry& geometry, const KernelRequest& request)
{
    return std::make_unique<DepthwiseKernel>(geometry, request);
}

} // namespace lamina
