// SeparableConv2D: first every channel by itself, then all channels of each cell together.   x [h, w, c]
// depthwise_kernel [kh, kw, c, m]   pointwise_kernel [1, 1, c · m, filters]   bias [filters]   y [oh, ow,
// filters] (Chollet 2016, Xception)
#include "engine/kernels/depthwise.h"
#include "engine/model/convolution_fields.h"

namespace lamina::layers {

namespace {
const std::array separableFields{
    fields::filters(),
    fields::kernelSize(2),
    fields::strides(2),
    fields::padding(),
    fields::dataFormat(),
    fields::dilationRate(2),
    fields::depthMultiplier(),
    fields::activation(),
    fields::useBias(),
    fields::initializer("depthwise_initializer", "\"glorot_uniform\"",
                        LAMINA_TEXT("layers", "Depthwise initializer")),
    fields::initializer("pointwise_initializer", "\"glorot_uniform\"",
                        LAMINA_TEXT("layers", "Pointwise initializer")),
    fields::initializer("bias_initializer", "\"zeros\"", LAMINA_TEXT("layers", "Bias initializer")),
    fields::regularizer("depthwise_regularizer", LAMINA_TEXT("layers", "Depthwise regularizer")),
    fields::regularizer("pointwise_regularizer", LAMINA_TEXT("layers", "Pointwise regularizer")),
    fields::regularizer("bias_regularizer", LAMINA_TEXT("layers", "Bias regularizer")),
    fields::activityRegularizer(),
    fields::constraint("depthwise_constraint", LAMINA_TEXT("layers", "Depthwise constraint")),
    fields::constraint("pointwise_constraint", LAMINA_TEXT("layers", "Pointwise constraint")),
    fields::constraint("bias_constraint", LAMINA_TEXT("layers", "Bias constraint")),
};

// Of the first half.
ConvolutionGeometry geometry(const Attributes& attributes, const Shape& x)
{
    return pictureGeometry(attributes, x, x[2] * attributes.whole("depth_multiplier"), x[2]);
}

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (Faults faults = checkPicture("SeparableConv2D", x); !faults.empty())
        return faults;
    const ConvolutionGeometry g = geometry(attributes, x);
    if (Faults faults = checkWindow(g); !faults.empty())
        return faults;
    const Index filters = attributes.whole("filters");
    ParameterSpec depthwise =
        fields::parameter(attributes, "depthwise", {g.kernelHeight, g.kernelWidth, g.in, g.out / g.in});
    depthwise.name = "depthwise_kernel";
    ParameterSpec pointwise = fields::parameter(attributes, "pointwise", {1, 1, g.out, filters});
    pointwise.name = "pointwise_kernel";
    const double cells = static_cast<double>(g.rows.output * g.columns.output);
    Signature result{.outputs = {Shape{g.rows.output, g.columns.output, filters}},
                     .parameters = {std::move(depthwise), std::move(pointwise)},
                     .flops = convolutionFlops(g) + 2 * cells * static_cast<double>(g.out * filters),
                     .activityRegularizer = attributes.value("activity_regularizer")};
    if (g.bias)
        result.parameters.push_back(fields::parameter(attributes, "bias", {filters}));
    return result;
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return makeSeparableKernel(geometry(request.attributes, request.inputs[0]),
                               request.attributes.whole("filters"), request.attributes.flag("use_bias"),
                               request);
}
} // namespace

const LayerType& separable_conv2d()
{
    static const LayerType type{
        .className = "SeparableConv2D",
        .label = LAMINA_TEXT("layers", "Separable convolution 2D"),
        .help = LAMINA_TEXT("layers",
                            "Windows for each channel, then a mixing of the channels: a convolution with far "
                            "fewer weights"),
        .family = Family::Convolution,
        .fields = separableFields,
        .signature = signature,
        .compile = compile,
        .activationField = "activation",
        .examples =
            {{R"({"filters": 4, "kernel_size": 3})", {{5, 6, 3}}},
             {R"({"filters": 5, "kernel_size": 3, "strides": 2, "padding": "same", "depth_multiplier": 2, "activation": "tanh"})",
              {{6, 5, 2}}},
             {R"({"filters": 3, "kernel_size": 2, "padding": "same", "dilation_rate": 2, "use_bias": false})",
              {{5, 5, 1}}},
             {R"({"filters": 2, "kernel_size": 3, "padding": "same", "activation": "tanh"})", {{4, 5, 9}}}},
        .idleKeys = {"kernel_initializer", "kernel_regularizer", "kernel_constraint"}};
    return type;
}

} // namespace lamina::layers
