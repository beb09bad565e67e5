// ReLU: x for x above the threshold, at most max_value; negative_slope (x - threshold) below.   x [...]   y
// as x
#include "engine/kernels/rectifier.h"
#include "engine/model/common_fields.h"

namespace lamina::layers {

namespace {
const std::array reluFields{
    Field{.name = "max_value",
          .kind = FieldKind::Real,
          .defaultJson = "null",
          .label = LAMINA_TEXT("layers", "Largest value"),
          .help = LAMINA_TEXT("layers", "Nothing larger comes out; empty: no limit"),
          .minimum = 0,
          .maximum = 1e9,
          .orNull = true},
    fields::real("negative_slope", "0", 0, 1e6, LAMINA_TEXT("layers", "Slope"),
                 LAMINA_TEXT("layers", "Slope below the threshold")),
    fields::real("threshold", "0", 0, 1e9, LAMINA_TEXT("layers", "Threshold"),
                 LAMINA_TEXT("layers", "Numbers above it come through")),
};

Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    return Signature{
        .outputs = {inputs[0]}, .parameters = {}, .flops = static_cast<double>(inputs[0].elements())};
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    Rectifier rectifier{.threshold = static_cast<float>(request.attributes.real("threshold")),
                        .slope = static_cast<float>(request.attributes.real("negative_slope"))};
    if (!request.attributes.isNull("max_value"))
        rectifier.largest = static_cast<float>(request.attributes.real("max_value"));
    return makeRectifierKernel(rectifier, request.inputs[0].elements());
}
} // namespace

const LayerType& relu()
{
    static const LayerType type{
        .className = "ReLU",
        .label = LAMINA_TEXT("layers", "ReLU"),
        .help = LAMINA_TEXT("layers", "Lets through what is above zero, up to a limit if there is one"),
        .family = Family::Activation,
        .fields = reluFields,
        .signature = signature,
        .compile = compile,
        .examples = {{R"({})", {{2, 3}}},
                     {R"({"max_value": 0.6, "negative_slope": 0.2})", {{7}}},
                     {R"({"threshold": 0.3, "negative_slope": 0.1, "max_value": 0.9})", {{4, 3}}}},
        .mask = MaskRule::Passes};
    return type;
}

} // namespace lamina::layers
