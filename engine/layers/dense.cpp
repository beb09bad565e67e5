// Dense: y = x W + b along the last axis.     x [..., in]   kernel [in, units]   bias [units]   y [...,
// units]
#include "engine/kernels/dense.h"
#include "engine/model/common_fields.h"

namespace lamina::layers {

namespace {
const std::array denseFields{
    fields::whole("units", nullptr, 1, 1048576, LAMINA_TEXT("layers", "Units"),
                  LAMINA_TEXT("layers", "Numbers out for each sample")),
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

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (x.rank() == 0)
        return Fault{FaultKind::Input,
                     LAMINA_TEXT("layers", "Dense reads rows of numbers, and here comes a single one"),
                     {},
                     LAMINA_TEXT("layers", "give the input a shape of at least one axis")};
    const Index units = attributes.whole("units");
    Shape y = x;
    y[-1] = units;
    Signature result{.outputs = {y}, .parameters = {fields::parameter(attributes, "kernel", {x[-1], units})}};
    if (attributes.flag("use_bias"))
        result.parameters.push_back(fields::parameter(attributes, "bias", {units}));
    result.flops = 2.0 * static_cast<double>(x.elements()) * static_cast<double>(units);
    result.activityRegularizer = attributes.value("activity_regularizer");
    return result;
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    const Shape& x = request.inputs[0];
    return makeDenseKernel({.rowsPerSample = x.elements() / x[-1],
                            .in = x[-1],
                            .out = request.attributes.whole("units"),
                            .bias = request.attributes.flag("use_bias")},
                           request);
}
} // namespace

const LayerType& dense()
{
    static const LayerType type{.className = "Dense",
                                .label = LAMINA_TEXT("layers", "Dense"),
                                .help = LAMINA_TEXT("layers", "Every output sees every input"),
                                .family = Family::Linear,
                                .fields = denseFields,
                                .signature = signature,
                                .compile = compile,
                                .activationField = "activation",
                                .examples = {{R"({"units": 3})", {{5}}},
                                             {R"({"units": 1, "use_bias": false})", {{1}}},
                                             {R"({"units": 4, "activation": "relu"})", {{3, 2}}},
                                             {R"({"units": 2})", {{2, 3, 4}}}},
                                .mask = MaskRule::Passes};
    return type;
}

} // namespace lamina::layers
