// ThresholdedReLU: x for x > theta, 0 otherwise.   x [...]   y as x
#include "engine/kernels/rectifier.h"
#include "engine/model/common_fields.h"

namespace lamina::layers {

namespace {
const std::array thresholdedFields{fields::real("theta", "1", 0, 1e9, LAMINA_TEXT("layers", "Threshold"),
                                                LAMINA_TEXT("layers", "Numbers above it come through"))};

Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    return Signature{
        .outputs = {inputs[0]}, .parameters = {}, .flops = static_cast<double>(inputs[0].elements())};
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return makeRectifierKernel({.threshold = static_cast<float>(request.attributes.real("theta"))},
                               request.inputs[0].elements());
}
} // namespace

const LayerType& thresholded_relu()
{
    static const LayerType type{
        .className = "ThresholdedReLU",
        .label = LAMINA_TEXT("layers", "Thresholded ReLU"),
        .help = LAMINA_TEXT("layers", "Lets through what is above a threshold, and nothing else"),
        .family = Family::Activation,
        .fields = thresholdedFields,
        .signature = signature,
        .compile = compile,
        .examples = {{R"({})", {{2, 3}}}, {R"({"theta": 0.25})", {{7}}}},
        .mask = MaskRule::Passes};
    return type;
}

} // namespace lamina::layers
