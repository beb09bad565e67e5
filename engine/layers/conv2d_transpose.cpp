// Conv2DTranspose: the way back through a convolution, which makes the picture larger.   x [h, w, in] kernel
// [kh, kw, filters, in]   bias [filters]   y [oh, ow, filters]. Sizes: Keras' deconv_output_length
// (keras_semantics 5.1); y is the input of the convolution (with the same padding) whose output would be x.
#include "engine/model/convolution_fields.h"

namespace lamina::layers {

namespace {
const std::array transposeFields{
    fields::filters(),
    fields::kernelSize(2),
    fields::strides(2),
    fields::padding(),
    Field{.name = "output_padding",
          .kind = FieldKind::WholeList,
          .defaultJson = "null",
          .label = LAMINA_TEXT("layers", "Output padding"),
          .help = LAMINA_TEXT("layers", "Rows and columns added, each fewer than the stride; empty: as fits"),
          .minimum = 0,
          .maximum = 1023,
          .listLength = 2,
          .orNull = true},
    fields::dataFormat(),
    fields::dilationRate(2),
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

// The convolution that goes the other way: from y to x.
ConvolutionGeometry geometry(const Attributes& attributes, const Shape& x)
{
    const std::vector<Index> kernel = attributes.wholes("kernel_size");
    const std::vector<Index> strides = attributes.wholes("strides");
    const std::vector<Index> dilation = attributes.wholes("dilation_rate");
    const std::vector<Index> more = attributes.wholes("output_padding"); // empty if null
    const Padding padding = fields::paddingOf(attributes);
    const auto length = [&](std::size_t axis) {
        const Index n = x[static_cast<int>(axis)];
        const Index reach = (kernel[axis] - 1) * dilation[axis] + 1;
        if (!more.empty())
            return (n - 1) * strides[axis] + reach - (padding == Padding::Same ? reach / 2 * 2 : 0)
                + more[axis];
        return n * strides[axis] + (padding == Padding::Same ? 0 : std::max<Index>(reach - strides[axis], 0));
    };
    const Index height = length(0);
    const Index width = length(1);
    return {.height = height,
            .width = width,
            .in = attributes.whole("filters"),
            .out = x[2],
            .kernelHeight = kernel[0],
            .kernelWidth = kernel[1],
            .strideHeight = strides[0],
            .strideWidth = strides[1],
            .dilationHeight = dilation[0],
            .dilationWidth = dilation[1],
            .rows = placeWindow(height, kernel[0], strides[0], dilation[0], padding),
            .columns = placeWindow(width, kernel[1], strides[1], dilation[1], padding),
            .bias = attributes.flag("use_bias")};
}

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (Faults faults = checkPicture("Conv2DTranspose", x); !faults.empty())
        return faults;
    const ConvolutionGeometry g = geometry(attributes, x);
    const std::vector<Index> more = attributes.wholes("output_padding");
    if (!more.empty() && (more[0] >= g.strideHeight || more[1] >= g.strideWidth))
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("layers", "An output padding of %1 × %2 needs larger strides than %3 × %4"),
                 more[0], more[1], g.strideHeight, g.strideWidth),
            {.path = "config.output_padding"},
            LAMINA_TEXT("layers", "make it smaller than the strides, or leave it empty")};
    // A convolution over y would have to give x's size: not so for some even windows with output padding.
    if (g.height < 1 || g.width < 1 || g.rows.output != x[0] || g.columns.output != x[1])
        return Fault{FaultKind::Input,
                     Text(LAMINA_TEXT("layers", "No convolution leads from %1 × %2 back to %3 × %4"),
                          g.height, g.width, x[0], x[1]),
                     {.path = "config.output_padding"},
                     LAMINA_TEXT("layers", "leave output_padding empty, or choose it 1 larger")};
    if (Faults faults = checkWindow(g); !faults.empty())
        return faults;
    Signature result{
        .outputs = {Shape{g.height, g.width, g.in}},
        .parameters = {fields::parameter(attributes, "kernel", {g.kernelHeight, g.kernelWidth, g.in, g.out})},
        .flops = convolutionFlops(g),
        .activityRegularizer = attributes.value("activity_regularizer")};
    if (g.bias)
        result.parameters.push_back(fields::parameter(attributes, "bias", {g.in}));
    return result;
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return makeTransposedConvolutionKernel(geometry(request.attributes, request.inputs[0]), request);
}
} // namespace

const LayerType& conv2d_transpose()
{
    static const LayerType type{
        .className = "Conv2DTranspose",
        .label = LAMINA_TEXT("layers", "Transposed convolution 2D"),
        .help = LAMINA_TEXT("layers",
                            "Each number becomes a small trained picture; where they overlap they add up"),
        .family = Family::Convolution,
        .fields = transposeFields,
        .signature = signature,
        .compile = compile,
        .activationField = "activation",
        .examples = {
            {R"({"filters": 2, "kernel_size": 3})", {{3, 4, 1}}},
            {R"({"filters": 3, "kernel_size": 3, "strides": 2, "padding": "same", "activation": "sigmoid"})",
             {{3, 2, 2}}},
            {R"({"filters": 2, "kernel_size": [2, 3], "strides": [3, 2]})", {{2, 3, 3}}},
            {R"({"filters": 2, "kernel_size": 3, "strides": 2, "padding": "same", "output_padding": 1, "use_bias": false})",
             {{3, 3, 2}}},
            {R"({"filters": 1, "kernel_size": 2, "dilation_rate": 2})", {{3, 3, 2}}}}};
    return type;
}

} // namespace lamina::layers
