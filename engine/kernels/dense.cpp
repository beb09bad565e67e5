#include "engine/kernels/dense.h"

#include "engine/kernels/bfloat_convolution.h"
#include "engine/kernels/onednn.h"

#include <algorithm>

namespace lamina {

namespace {
using namespace onednn;

class DenseKernel final : public Kernel {
public:
    DenseKernel(const DenseGeometry& g, const KernelRequest& request) : m_bias(g.bias)
    {
        const Index rows = request.samples * g.rowsPerSample;
        const auto x = floats({rows, g.in}, Tag::nc);
        const auto y = floats({rows, g.out}, Tag::nc);
        const auto weights = floats({g.out, g.in}, Tag::ba); // stored in × out
        const auto bias = g.bias ? floats({g.out}, Tag::x) : dnnl::memory::desc();
        using dnnl::prop_kind;

        // The library would take over a relu, too, but its relu makes 0 of a not-a-number, and a broken
        // training would look like a dead unit.
        const dnnl::inner_product_forward::desc forwardDesc = g.bias
            ? dnnl::inner_product_forward::desc(prop_kind::forward_training, x, weights, bias, y)
            : dnnl::inner_product_forward::desc(prop_kind::forward_training, x, weights, y);
        const dnnl::inner_product_forward::primitive_desc forward(forwardDesc, attributes(), cpu());
        m_forward = g.bias
            ? Execution(
                dnnl::inner_product_forward(forward),
                {{DNNL_ARG_SRC, x}, {DNNL_ARG_WEIGHTS, weights}, {DNNL_ARG_DST, y}, {DNNL_ARG_BIAS, bias}},
                forward.scratchpad_desc())
            : Execution(dnnl::inner_product_forward(forward),
                        {{DNNL_ARG_SRC, x}, {DNNL_ARG_WEIGHTS, weights}, {DNNL_ARG_DST, y}},
                        forward.scratchpad_desc());
        if (!request.training)
            return;

        const dnnl::inner_product_backward_data::primitive_desc backwardData({x, weights, y}, attributes(),
                                                                             cpu(), forward);
        m_backwardData =
            Execution(dnnl::inner_product_backward_data(backwardData),
                      {{DNNL_ARG_DIFF_SRC, x}, {DNNL_ARG_WEIGHTS, weights}, {DNNL_ARG_DIFF_DST, y}},
                      backwardData.scratchpad_desc());
        const dnnl::inner_product_backward_weights::desc weightsDesc = g.bias
            ? dnnl::inner_product_backward_weights::desc(x, weights, bias, y)
            : dnnl::inner_product_backward_weights::desc(x, weights, y);
        const dnnl::inner_product_backward_weights::primitive_desc backwardWeights(weightsDesc, attributes(),
                                                                                   cpu(), forward);
        m_backwardWeights = g.bias
            ? Execution(dnnl::inner_product_backward_weights(backwardWeights),
                        {{DNNL_ARG_SRC, x},
                         {DNNL_ARG_DIFF_WEIGHTS, weights},
                         {DNNL_ARG_DIFF_DST, y},
                         {DNNL_ARG_DIFF_BIAS, bias}},
                        backwardWeights.scratchpad_desc())
            : Execution(dnnl::inner_product_backward_weights(backwardWeights),
                        {{DNNL_ARG_SRC, x}, {DNNL_ARG_DIFF_WEIGHTS, weights}, {DNNL_ARG_DIFF_DST, y}},
                        backwardWeights.scratchpad_desc());
    }

    Workspace workspace() const override
    {
        return {.scratch = std::max({m_forward.scratchFloats(), m_backwardData.scratchFloats(),
                                     m_backwardWeights.scratchFloats()})};
    }
    bool backwardReadsOutput() const override { return false; }

    void forward(const Pass& p) const override
    {
        if (m_bias)
            m_forward.run({p.x[0], p.parameters[0], p.y[0], p.parameters[1]}, p.scratch);
        else
            m_forward.run({p.x[0], p.parameters[0], p.y[0]}, p.scratch);
    }

    void backward(const Pass& p) const override
    {
        if (p.dx[0])
            m_backwardData.run({p.dx[0], p.parameters[0], p.dy[0]}, p.scratch);
        if (!p.parameterGradients[0])
            return;
        if (m_bias)
            m_backwardWeights.run({p.x[0], p.parameterGradients[0], p.dy[0], p.parameterGradients[1]},
                                  p.scratch);
        else
            m_backwardWeights.run({p.x[0], p.parameterGradients[0], p.dy[0]}, p.scratch);
    }

private:
    bool m_bias;
    Execution m_forward;
    Execution m_backwardData;
    Execution m_backwardWeights;
};
// A convolution whose windows are single cells, over a picture of all rows. The relu is left to the plan
// here, too.
std::unique_ptr<Kernel> makeBfloatDenseKernel(const DenseGeometry& g, KernelRequest request)
{
    const Index rows = request.samples * g.rowsPerSample;
    request.samples = 1;
    request.activation = ActivationKind::Linear;
    return makeBfloatConvolutionKernel({.height = 1,
                                        .width = rows,
                                        .in = g.in,
                                        .out = g.out,
                                        .rows = {.output = 1},
                                        .columns = {.output = rows},
                                        .bias = g.bias},
                                       request);
}
} // namespace

std::unique_ptr<Kernel> makeDenseKernel(const DenseGeometry& geometry, const KernelRequest& request)
{
    if (request.precision == Precision::MixedBfloat16)
        if (auto kernel = makeBfloatDenseKernel(geometry, request))
            return kernel;
    return std::make_unique<DenseKernel>(geometry, request);
}

} // namespace lamina
