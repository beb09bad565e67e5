// Conv2D: a window slid over a picture.   x [h, w, in]   kernel [kh, kw, in, filters]   bias [filters]   y
// [oh, ow, filters]
#include "engine/kernels/convolution.h"
#include "engine/model/common_fields.h"

namespace lamina::layers {

namespace {
const std::array convFields{
    fields::whole("filters", nullptr, 1, 65536, LAMINA_TEXT("layers", "Filters"),
                  LAMINA_TEXT("layers", "Feature maps out")),
    fields::pair("kernel_size", nullptr, LAMINA_TEXT("layers", "Kernel size"),
                 LAMINA_TEXT("layers", "Height and width of the window")),
    fields::pair("strides", "[1, 1]", LAMINA_TEXT("layers", "Strides"),
                 LAMINA_TEXT("layers", "How far the window moves each time")),
    fields::padding(),
    fields::pair("dilation_rate", "[1, 1]", LAMINA_TEXT("layers", "Dilation rate"),
                 LAMINA_TEXT("layers", "Distance between the cells of the window")),
    fields::activation(),
    fields::useBias(),
    fields::initializer("kernel_initializer", "\"glorot_uniform\"",
                        LAMINA_TEXT("layers", "Kernel initializer")),
    fields::initializer("bias_initializer", "\"zeros\"", LAMINA_TEXT("layers", "Bias initializer")),
};

ConvolutionGeometry geometry(const Attributes& attributes, const Shape& x)
{
    const std::vector<Index> kernel = attributes.wholes("kernel_size");
    const std::vector<Index> strides = attributes.wholes("strides");
    const std::vector<Index> dilation = attributes.wholes("dilation_rate");
    const Padding padding = fields::paddingOf(attributes);
    return {.height = x[0],
            .width = x[1],
            .in = x[2],
            .out = attributes.whole("filters"),
            .kernelHeight = kernel[0],
            .kernelWidth = kernel[1],
            .strideHeight = strides[0],
            .strideWidth = strides[1],
            .dilationHeight = dilation[0],
            .dilationWidth = dilation[1],
            .rows = placeWindow(x[0], kernel[0], strides[0], dilation[0], padding),
            .columns = placeWindow(x[1], kernel[1], strides[1], dilation[1], padding),
            .bias = attributes.flag("use_bias")};
}

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (x.rank() != 3)
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("layers", "Conv2D reads pictures (height, width, channels), and here come %1"),
                 x.text()),
            {},
            LAMINA_TEXT("layers",
                        "put it before the Flatten layer, or give the input a shape like (28, 28, 1)")};
    const ConvolutionGeometry g = geometry(attributes, x);
    const bool dilated = g.dilationHeight > 1 || g.dilationWidth > 1;
    const bool strided = g.strideHeight > 1 || g.strideWidth > 1;
    if (dilated && strided)
        return Fault{FaultKind::Input,
                     LAMINA_TEXT("layers", "Strides above 1 and a dilation rate above 1 do not go together"),
                     {},
                     LAMINA_TEXT("layers", "set one of them to 1")};
    if (g.rows.output < 1 || g.columns.output < 1)
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("layers", "A window of %1 × %2 does not fit into a picture of %3 × %4"),
                 (g.kernelHeight - 1) * g.dilationHeight + 1, (g.kernelWidth - 1) * g.dilationWidth + 1, x[0],
                 x[1]),
            {},
            LAMINA_TEXT("layers", "make the window smaller, pool less before it, or set padding to same")};
    Signature result{.outputs = {Shape{g.rows.output, g.columns.output, g.out}},
                     .parameters = {fields::parameter(attributes, "kernel",
                                                      {g.kernelHeight, g.kernelWidth, g.in, g.out})}};
    if (g.bias)
        result.parameters.push_back(fields::parameter(attributes, "bias", {g.out}));
    result.flops = 2.0 * static_cast<double>(g.rows.output * g.columns.output * g.out)
        * static_cast<double>(g.kernelHeight * g.kernelWidth * g.in);
    return result;
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return makeConvolutionKernel(geometry(request.attributes, request.inputs[0]), request);
}
} // namespace

const LayerType& conv2d()
{
    static const LayerType type{
        .className = "Conv2D",
        .label = LAMINA_TEXT("layers", "Convolution 2D"),
        .help = LAMINA_TEXT(
            "layers", "Small windows of trained weights slide over the picture and report what they find"),
        .family = Family::Convolution,
        .fields = convFields,
        .signature = signature,
        .compile = compile,
        .activationField = "activation",
        .examples = {
            {R"({"filters": 2, "kernel_size": 3})", {{5, 6, 1}}},
            {R"({"filters": 3, "kernel_size": [3, 2], "strides": 2, "padding": "same", "activation": "relu"})",
             {{6, 5, 2}}},
            {R"({"filters": 2, "kernel_size": 2, "padding": "same", "dilation_rate": 2, "use_bias": false})",
             {{5, 5, 3}}},
            {R"({"filters": 17, "kernel_size": 1})", {{1, 1, 16}}}}};
    return type;
}

} // namespace lamina::layers
