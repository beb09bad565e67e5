#include "engine/kernels/convolution_primitives.h"

#include <algorithm>
#include <string_view>

namespace lamina::onednn {

namespace {
Index roundedToCacheLineFloats(const dnnl::memory::desc& desc)
{
    return (floatsIn(desc) + 15) / 16 * 16;
}

// Keras lays kernels out as height, width, in / groups, out, with the groups one after another along the
// last.
dnnl::memory::desc kernelDesc(const ConvolutionGeometry& g, Number number, bool anyLayout)
{
    if (g.groups == 1)
        return {{g.out, g.in, g.kernelHeight, g.kernelWidth}, number, anyLayout ? Tag::any : Tag::hwio};
    return {{g.groups, g.out / g.groups, g.in / g.groups, g.kernelHeight, g.kernelWidth},
            number,
            anyLayout ? Tag::any : Tag::hwigo};
}

struct Descs {
    Descs(const ConvolutionGeometry& g, Index samples, Number multiplied)
        : x({samples, g.in, g.height, g.width}, multiplied, Tag::nhwc),
          y({samples, g.out, g.rows.output, g.columns.output}, multiplied, Tag::nhwc),
          sumX({samples, g.in, g.height, g.width}, Number::f32, Tag::nhwc),
          sumY({samples, g.out, g.rows.output, g.columns.output}, Number::f32, Tag::nhwc),
          keras(kernelDesc(g, Number::f32, false)), any(kernelDesc(g, multiplied, true)),
          anySum(kernelDesc(g, Number::f32, true)), strides{g.strideHeight, g.strideWidth},
          dilation{g.dilationHeight - 1, g.dilationWidth - 1}, before{g.rows.before, g.columns.before},
          after{g.rows.after, g.columns.after}
    {
        if (g.bias)
            bias = floats({g.out}, Tag::x);
    }
    dnnl::memory::desc x, y, sumX, sumY, keras, any, anySum, bias; // multiplied or added up
    dnnl::memory::dims strides, dilation, before, after;
};
constexpr auto direct = dnnl::algorithm::convolution_direct;

dnnl::convolution_forward::primitive_desc makeForward(const Descs& d, bool bias, bool relu)
{
    dnnl::primitive_attr attr = attributes();
    if (relu) {
        dnnl::post_ops after;
        after.append_eltwise(1.0F, dnnl::algorithm::eltwise_relu, 0.0F, 0.0F);
        attr.set_post_ops(after);
    }
    using Desc = dnnl::convolution_forward::desc;
    const auto kind = dnnl::prop_kind::forward_training;
    const Desc desc = bias
        ? Desc(kind, direct, d.x, d.any, d.bias, d.sumY, d.strides, d.dilation, d.before, d.after)
        : Desc(kind, direct, d.x, d.any, d.sumY, d.strides, d.dilation, d.before, d.after);
    return {desc, attr, cpu()};
}

bool isFast(const dnnl::primitive_desc_base& made)
{
    const std::string_view name = made.impl_info_str();
    return name.starts_with("jit") || name.starts_with("brg");
}
} // namespace

ConvolutionPrimitives::ConvolutionPrimitives(const ConvolutionGeometry& g, Index samples,
                                             const Wanted& wanted)
{
    if (!wanted.forward && !wanted.data && !wanted.weights)
        return;
    const Descs d(g, samples, wanted.inBfloat16 ? Number::bf16 : Number::f32);
    const auto forwardMade = makeForward(d, g.bias, wanted.relu);
    if (wanted.forward && (!wanted.onlyFast || isFast(forwardMade)))
        setForward(forwardMade, d.keras, g.bias);
    if (wanted.data) {
        const dnnl::convolution_backward_data::primitive_desc made(
            {direct, d.sumX, d.any, d.y, d.strides, d.dilation, d.before, d.after}, attributes(), cpu(),
            forwardMade);
        if (!wanted.onlyFast || isFast(made))
            setData(made, d.keras);
    }
    if (wanted.weights) {
        using Desc = dnnl::convolution_backward_weights::desc;
        const Desc desc = g.bias
            ? Desc(direct, d.x, d.anySum, d.bias, d.y, d.strides, d.dilation, d.before, d.after)
            : Desc(direct, d.x, d.anySum, d.y, d.strides, d.dilation, d.before, d.after);
        const dnnl::convolution_backward_weights::primitive_desc made(desc, attributes(), cpu(), forwardMade);
        if (!wanted.onlyFast || isFast(made))
            setWeights(made, d.keras, g.bias);
    }
}

void ConvolutionPrimitives::setForward(const dnnl::convolution_forward::primitive_desc& made,
                                       const dnnl::memory::desc& keras, bool bias)
{
    const auto desc = made.weights_desc();
    const dnnl::convolution_forward primitive(made);
    forward = bias
        ? Execution(primitive,
                    {{DNNL_ARG_SRC, made.src_desc()},
                     {DNNL_ARG_WEIGHTS, desc},
                     {DNNL_ARG_DST, made.dst_desc()},
                     {DNNL_ARG_BIAS, made.bias_desc()}},
                    made.scratchpad_desc())
        : Execution(
            primitive,
            {{DNNL_ARG_SRC, made.src_desc()}, {DNNL_ARG_WEIGHTS, desc}, {DNNL_ARG_DST, made.dst_desc()}},
            made.scratchpad_desc());
    packForward = reorder(keras, desc);
    forwardWeights = roundedToCacheLineFloats(desc);
}

void ConvolutionPrimitives::setData(const dnnl::convolution_backward_data::primitive_desc& made,
                                    const dnnl::memory::desc& keras)
{
    const auto desc = made.weights_desc();
    data = Execution(dnnl::convolution_backward_data(made),
                     {{DNNL_ARG_DIFF_SRC, made.diff_src_desc()},
                      {DNNL_ARG_WEIGHTS, desc},
                      {DNNL_ARG_DIFF_DST, made.diff_dst_desc()}},
                     made.scratchpad_desc());
    packData = reorder(keras, desc);
    dataWeights = roundedToCacheLineFloats(desc);
}

void ConvolutionPrimitives::setWeights(const dnnl::convolution_backward_weights::primitive_desc& made,
                                       const dnnl::memory::desc& keras, bool bias)
{
    const auto desc = made.diff_weights_desc();
    const dnnl::convolution_backward_weights primitive(made);
    weights = bias ? Execution(primitive,
                               {{DNNL_ARG_SRC, made.src_desc()},
                                {DNNL_ARG_DIFF_WEIGHTS, desc},
                                {DNNL_ARG_DIFF_DST, made.diff_dst_desc()},
                                {DNNL_ARG_DIFF_BIAS, made.diff_bias_desc()}},
                               made.scratchpad_desc())
                   : Execution(primitive,
                               {{DNNL_ARG_SRC, made.src_desc()},
                                {DNNL_ARG_DIFF_WEIGHTS, desc},
                                {DNNL_ARG_DIFF_DST, made.diff_dst_desc()}},
                               made.scratchpad_desc());
    unpackGradient = reorder(desc, keras);
    gradientWeights = roundedToCacheLineFloats(desc);
}

Index ConvolutionPrimitives::scratch() const
{
    return std::max({forward.scratchFloats(), data.scratchFloats(), weights.scratchFloats(),
                     packForward.scratchFloats(), packData.scratchFloats(), unpackGradient.scratchFloats()});
}

} // namespace lamina::onednn
