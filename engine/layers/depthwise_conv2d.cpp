// DepthwiseConv2D: every channel has windows of its own.   x [h, w, c]   depthwise_kernel [kh, kw, c, m] bias
// [c · m]   y [oh, ow, c · m], channel c's windows side by side
#include "engine/kernels/depthwise.h"
#include "engine/model/convolution_fields.h"

namespace lamina::layers {

namespace {
const std::array depthwiseFields{
    fields::kernelSize(2),
    fields::strides(2),
    fields::padding(),
    fields::depthMultiplier(),
    fields::dataFormat(),
    fields::dilationRate(2),
    fields::activation(),
    fields::useBias(),
    fields::initializer("depthwise_initializer", "\"glorot_uniform\"",
                        LAMINA_TEXT("layers", "Depthwise initializer")),
    fields::initializer("bias_initializer", "\"zeros\"", LAMINA_TEXT("layers", "Bias initializer")),
    fields::regularizer("depthwise_regularizer", LAMINA_TEXT("layers", "Depthwise regularizer")),
    fields::regularizer("bias_regularizer", LAMINA_TEXT("layers", "Bias regularizer")),
    fields::activityRegularizer(),
    fields::constraint("depthwise_constraint", LAMINA_TEXT("layers", "Depthwise constraint")),
    fields::constraint("bias_constraint", LAMINA_TEXT("layers", "Bias constraint")),
};

ConvolutionGeometry geometry(const Attributes& attributes, const Shape& x)
{
    return pictureGeometry(attributes, x, x[2] * attributes.whole("depth_multiplier"), x[2]);
}

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (Faults faults = checkPicture("DepthwiseConv2D", x); !faults.empty())
        return faults;
    const ConvolutionGeometry g = geometry(attributes, x);
    if (Faults faults = checkWindow(g); !faults.empty())
        return faults;
    ParameterSpec kernel =
        fields::parameter(attributes, "depthwise", {g.kernelHeight, g.kernelWidth, g.in, g.out / g.in});
    kernel.name = "depthwise_kernel";
    Signature result{.outputs = {Shape{g.rows.output, g.columns.output, g.out}},
                     .parameters = {std::move(kernel)},
                     .flops = convolutionFlops(g),
                     .activityRegularizer = attributes.value("activity_regularizer")};
    if (g.bias)
        result.parameters.push_back(fields::parameter(attributes, "bias", {g.out}));
    return result;
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return makeDepthwiseKernel(geometry(request.attributes, request.inputs[0]), request);
}
} // namespace

const LayerType& depthwise_conv2d()
{
    static const LayerType type{
        .className = "DepthwiseConv2D",
        .label = LAMINA_TEXT("layers", "Depthwise convolution 2D"),
        .help = LAMINA_TEXT("layers", "A convolution in which each channel sees only itself"),
        .family = Family::Convolution,
        .fields = depthwiseFields,
        .signature = signature,
        .compile = compile,
        .activationField = "activation",
        .examples = {
            {R"({"kernel_size": 3})", {{5, 6, 3}}},
            {R"({"kernel_size": [3, 2], "strides": 2, "padding": "same", "depth_multiplier": 2})",
             {{6, 5, 3}}},
            {R"({"kernel_size": 3, "padding": "same", "activation": "tanh"})", {{3, 7, 9}}},
            {R"({"kernel_size": 2, "padding": "same", "dilation_rate": 2, "use_bias": false})", {{5, 5, 1}}},
            {R"({"kernel_size": 1, "strides": 3})", {{4, 7, 2}}}}};
    return type;
}

} // namespace lamina::layers
