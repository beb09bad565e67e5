// Conv2D: a window slid over a picture.   x [h, w, in]   kernel [kh, kw, in / groups, filters]   bias
// [filters] y [oh, ow, filters]
#include "engine/model/convolution_fields.h"

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
    fields::groups(),
    fields::dataFormat(),
    fields::activation(),
    fields::useBias(),
    fields::initializer("kernel_initializer", "\"glorot_uniform\"",
                        LAMINA_TEXT("layers", "Kernel initializer")),
    fields::initializer("bias_initializer", "\"zeros\"", LAMINA_TEXT("layers", "Bias initializer")),
    fields::regularizer("kernel_regularizer", LAMINA_TEXT("layers", "Kernel regularizer")),
    fields::regularizer("bias_regularizer", LAMINA_TEXT("layers", "Bias regularizer")),
    fields::regularizer("activity_regularizer", LAMINA_TEXT("layers", "Activity regularizer")),
    fields::constraint("kernel_constraint", LAMINA_TEXT("layers", "Kernel constraint")),
    fields::constraint("bias_constraint", LAMINA_TEXT("layers", "Bias constraint")),
};

ConvolutionGeometry geometry(const Attributes& attributes, const Shape& x)
{
    return pictureGeometry(attributes, x, attributes.whole("filters"), attributes.whole("groups"));
}

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (Faults faults = checkPicture("Conv2D", x); !faults.empty())
        return faults;
    const ConvolutionGeometry g = geometry(attributes, x);
    if (Faults faults = checkGroups(g.groups, g.in, g.out); !faults.empty())
        return faults;
    if (Faults faults = checkWindow(g); !faults.empty())
        return faults;
    Signature result{.outputs = {Shape{g.rows.output, g.columns.output, g.out}},
                     .parameters = {fields::parameter(
                         attributes, "kernel", {g.kernelHeight, g.kernelWidth, g.in / g.groups, g.out})}};
    if (g.bias)
        result.parameters.push_back(fields::parameter(attributes, "bias", {g.out}));
    result.flops = convolutionFlops(g);
    result.activityRegularizer = attributes.value("activity_regularizer");
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
            {R"({"filters": 17, "kernel_size": 1})", {{1, 1, 16}}},
            {R"({"filters": 6, "kernel_size": 3, "padding": "same", "groups": 3})", {{4, 5, 6}}}}};
    return type;
}

} // namespace lamina::layers
