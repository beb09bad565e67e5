// Conv1D: a window slid along a sequence.   x [steps, in]   kernel [k, in / groups, filters]   bias [filters]
// y [new steps, filters]
#include "engine/model/convolution_fields.h"

namespace lamina::layers {

namespace {
constexpr std::array paddings{"valid", "same", "causal"};

const std::array convFields{
    fields::filters(),
    fields::kernelSize(1),
    fields::strides(1),
    fields::choice(
        "padding", "\"valid\"", paddings, LAMINA_TEXT("fields", "Padding"),
        LAMINA_TEXT("layers",
                    "valid: only whole windows; same: zeros around; causal: zeros before, so that no "
                    "step sees a later one")),
    fields::dataFormat(),
    fields::dilationRate(1),
    fields::groups(),
    fields::activation(),
    fields::useBias(),
    fields::initializer("kernel_initializer", "\"glorot_uniform\"",
                        LAMINA_TEXT("layers", "Kernel initializer")),
    fields::initializer("bias_initializer", "\"zeros\"", LAMINA_TEXT("layers", "Bias initializer")),
    fields::regularizer("kernel_regularizer", LAMINA_TEXT("layers", "Kernel regularizer")),
    fields::regularizer("bias_regularizer", LAMINA_TEXT("layers", "Bias regularizer")),
    fields::activityRegularizer(),
    fields::constraint("kernel_constraint", LAMINA_TEXT("layers", "Kernel constraint")),
    fields::constraint("bias_constraint", LAMINA_TEXT("layers", "Bias constraint")),
};

Window place(const std::string& padding, Index steps, Index kernel, Index stride, Index dilation)
{
    if (padding != "causal")
        return placeWindow(steps, kernel, stride, dilation,
                           padding == "same" ? Padding::Same : Padding::Valid);
    // As many zeros in front as the window reaches back.
    const Index back = (kernel - 1) * dilation;
    Window window = placeWindow(steps + back, kernel, stride, dilation, Padding::Valid);
    window.before = back;
    return window;
}

// A picture of height 1.
ConvolutionGeometry geometry(const Attributes& attributes, const Shape& x)
{
    const Index kernel = attributes.wholes("kernel_size")[0];
    const Index stride = attributes.wholes("strides")[0];
    const Index dilation = attributes.wholes("dilation_rate")[0];
    return {.height = 1,
            .width = x[0],
            .in = x[1],
            .out = attributes.whole("filters"),
            .groups = attributes.whole("groups"),
            .kernelWidth = kernel,
            .strideWidth = stride,
            .dilationWidth = dilation,
            .rows = {.output = 1},
            .columns = place(attributes.text("padding"), x[0], kernel, stride, dilation),
            .bias = attributes.flag("use_bias")};
}

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (Faults faults = checkSequence("Conv1D", x); !faults.empty())
        return faults;
    const ConvolutionGeometry g = geometry(attributes, x);
    if (Faults faults = checkGroups(g.groups, g.in, g.out); !faults.empty())
        return faults;
    if (g.columns.output < 1)
        return windowTooLong((g.kernelWidth - 1) * g.dilationWidth + 1, x[0]);
    if (Faults faults = checkWindow(g); !faults.empty())
        return faults;
    Signature result{
        .outputs = {Shape{g.columns.output, g.out}},
        .parameters = {fields::parameter(attributes, "kernel", {g.kernelWidth, g.in / g.groups, g.out})},
        .flops = convolutionFlops(g),
        .activityRegularizer = attributes.value("activity_regularizer")};
    if (g.bias)
        result.parameters.push_back(fields::parameter(attributes, "bias", {g.out}));
    return result;
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return makeConvolutionKernel(geometry(request.attributes, request.inputs[0]), request);
}
} // namespace

const LayerType& conv1d()
{
    static const LayerType type{
        .className = "Conv1D",
        .label = LAMINA_TEXT("layers", "Convolution 1D"),
        .help = LAMINA_TEXT(
            "layers", "Small windows of trained weights slide along the sequence and report what they find"),
        .family = Family::Convolution,
        .fields = convFields,
        .signature = signature,
        .compile = compile,
        .activationField = "activation",
        .examples = {
            {R"({"filters": 2, "kernel_size": 3})", {{7, 1}}},
            {R"({"filters": 3, "kernel_size": [2], "strides": 2, "padding": "same"})", {{5, 4}}},
            {R"({"filters": 4, "kernel_size": 3, "padding": "causal", "dilation_rate": 2, "activation": "tanh"})",
             {{6, 2}}},
            {R"({"filters": 4, "kernel_size": 2, "strides": 3, "padding": "causal", "groups": 2, "use_bias": false})",
             {{8, 6}}}}};
    return type;
}

} // namespace lamina::layers
