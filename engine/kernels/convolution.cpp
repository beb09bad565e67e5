#include "engine/kernels/convolution.h"

#include "engine/kernels/onednn.h"

#include <algorithm>

namespace lamina {

namespace {
using namespace onednn;

// Pictures stay channels-last; the weights take the layout that oneDNN likes, made from Keras' once a step
// (pack) and for the gradient made back once a lane.
class ConvolutionKernel final : public Kernel {
public:
    ConvolutionKernel(const ConvolutionGeometry& g, const KernelRequest& request)
        : m_bias(g.bias), m_relu(request.activation == ActivationKind::Relu)
    {
        const auto x = floats({request.samples, g.in, g.height, g.width}, Tag::nhwc);
        const auto y = floats({request.samples, g.out, g.rows.output, g.columns.output}, Tag::nhwc);
        const std::vector<Index> kernelSizes{g.out, g.in, g.kernelHeight, g.kernelWidth};
        const auto keras = floats(kernelSizes, Tag::hwio);
        const auto any = floats(kernelSizes, Tag::any);
        const auto bias = g.bias ? floats({g.out}, Tag::x) : dnnl::memory::desc();
        const dnnl::memory::dims strides{g.strideHeight, g.strideWidth};
        const dnnl::memory::dims dilation{g.dilationHeight - 1, g.dilationWidth - 1};
        const dnnl::memory::dims before{g.rows.before, g.columns.before};
        const dnnl::memory::dims after{g.rows.after, g.columns.after};
        const auto algorithm = dnnl::algorithm::convolution_direct;

        dnnl::primitive_attr forwardAttributes = attributes();
        if (m_relu) {
            dnnl::post_ops relu;
            relu.append_eltwise(1.0F, dnnl::algorithm::eltwise_relu, 0.0F, 0.0F);
            forwardAttributes.set_post_ops(relu);
        }
        using Forward = dnnl::convolution_forward;
        const auto kind = dnnl::prop_kind::forward_training;
        const Forward::desc forwardDesc = g.bias
            ? Forward::desc(kind, algorithm, x, any, bias, y, strides, dilation, before, after)
            : Forward::desc(kind, algorithm, x, any, y, strides, dilation, before, after);
        const Forward::primitive_desc forward(forwardDesc, forwardAttributes, cpu());
        const auto forwardWeights = forward.weights_desc();
        m_forward = g.bias
            ? Execution(Forward(forward),
                        {{DNNL_ARG_SRC, x},
                         {DNNL_ARG_WEIGHTS, forwardWeights},
                         {DNNL_ARG_DST, y},
                         {DNNL_ARG_BIAS, bias}},
                        forward.scratchpad_desc())
            : Execution(Forward(forward),
                        {{DNNL_ARG_SRC, x}, {DNNL_ARG_WEIGHTS, forwardWeights}, {DNNL_ARG_DST, y}},
                        forward.scratchpad_desc());
        m_packForward = reorder(keras, forwardWeights);
        m_packedForward = roundedToCacheLineFloats(forwardWeights);
        if (!request.training)
            return;

        using Data = dnnl::convolution_backward_data;
        const Data::primitive_desc data({algorithm, x, any, y, strides, dilation, before, after},
                                        attributes(), cpu(), forward);
        const auto dataWeights = data.weights_desc();
        m_backwardData = Execution(
            Data(data), {{DNNL_ARG_DIFF_SRC, x}, {DNNL_ARG_WEIGHTS, dataWeights}, {DNNL_ARG_DIFF_DST, y}},
            data.scratchpad_desc());
        m_packBackward = reorder(keras, dataWeights);
        m_packedBackward = roundedToCacheLineFloats(dataWeights);

        using Weights = dnnl::convolution_backward_weights;
        const Weights::desc weightsDesc = g.bias
            ? Weights::desc(algorithm, x, any, bias, y, strides, dilation, before, after)
            : Weights::desc(algorithm, x, any, y, strides, dilation, before, after);
        const Weights::primitive_desc weights(weightsDesc, attributes(), cpu(), forward);
        const auto gradient = weights.diff_weights_desc();
        m_backwardWeights = g.bias
            ? Execution(Weights(weights),
                        {{DNNL_ARG_SRC, x},
                         {DNNL_ARG_DIFF_WEIGHTS, gradient},
                         {DNNL_ARG_DIFF_DST, y},
                         {DNNL_ARG_DIFF_BIAS, bias}},
                        weights.scratchpad_desc())
            : Execution(Weights(weights),
                        {{DNNL_ARG_SRC, x}, {DNNL_ARG_DIFF_WEIGHTS, gradient}, {DNNL_ARG_DIFF_DST, y}},
                        weights.scratchpad_desc());
        m_unpackGradient = reorder(gradient, keras);
        m_gradient = roundedToCacheLineFloats(gradient);
    }

    Workspace workspace() const override
    {
        const Index libraries =
            std::max({m_forward.scratchFloats(), m_backwardData.scratchFloats(),
                      m_backwardWeights.scratchFloats(), m_unpackGradient.scratchFloats()});
        return {.scratch = m_gradient + libraries, .packed = m_packedForward + m_packedBackward};
    }
    bool appliedActivation() const override { return m_relu; }
    bool backwardReadsOutput() const override { return false; }

    void pack(std::span<const float* const> parameters, float* packed) const override
    {
        m_packForward.run({parameters[0], packed}, nullptr);
        if (m_packBackward)
            m_packBackward.run({parameters[0], packed + m_packedForward}, nullptr);
    }

    void forward(const Pass& p) const override
    {
        if (m_bias)
            m_forward.run({p.x[0], p.packed, p.y[0], p.parameters[1]}, p.scratch);
        else
            m_forward.run({p.x[0], p.packed, p.y[0]}, p.scratch);
    }

    void backward(const Pass& p) const override
    {
        if (p.dx[0])
            m_backwardData.run({p.dx[0], p.packed + m_packedForward, p.dy[0]}, p.scratch);
        if (!p.parameterGradients[0])
            return;
        float* gradient = p.scratch;
        float* rest = p.scratch + m_gradient;
        if (m_bias)
            m_backwardWeights.run({p.x[0], gradient, p.dy[0], p.parameterGradients[1]}, rest);
        else
            m_backwardWeights.run({p.x[0], gradient, p.dy[0]}, rest);
        m_unpackGradient.run({gradient, p.parameterGradients[0]}, rest);
    }

private:
    static Index roundedToCacheLineFloats(const dnnl::memory::desc& desc)
    {
        return (floatsIn(desc) + 15) / 16 * 16;
    }

    bool m_bias;
    bool m_relu;
    Execution m_forward, m_backwardData, m_backwardWeights;
    Execution m_packForward, m_packBackward, m_unpackGradient;
    Index m_packedForward = 0, m_packedBackward = 0, m_gradient = 0;
};
} // namespace

std::unique_ptr<Kernel> makeConvolutionKernel(const ConvolutionGeometry& geometry,
                                              const KernelRequest& request)
{
    return std::make_unique<ConvolutionKernel>(geometry, request);
}

} // namespace lamina
