// RandomRotation: in training each picture is turned about its middle by an angle of its own.   x [h, w, c]
// y as x
#include "engine/model/augmentation.h"

#include <cmath>
#include <numbers>

namespace lamina::layers {

namespace {
const std::array rotationFields{
    fields::factor(
        "factor", nullptr, -1e3, 1e3, LAMINA_TEXT("layers", "Factor"),
        LAMINA_TEXT("layers", "How far, in whole turns to the left: 0.1 for 36° each way, or two ends")),
    fields::fillMode(),
    fields::interpolation(),
    fields::seed(),
    fields::fillValue(),
};

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    return augmentationSignature(attributes, inputs, {"factor"});
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    const Range turns = rangeOf(request.attributes, "factor");
    const double right = static_cast<double>(request.inputs[0][1]) - 1; // the last column and row
    const double bottom = static_cast<double>(request.inputs[0][0]) - 1;
    return makeRandomMapKernel(request, [=](const SampleRandom& random) {
        const double angle = 2 * std::numbers::pi * random.in(turns);
        const double cosine = std::cos(angle);
        const double sine = std::sin(angle);
        return AffineMap{.xx = static_cast<float>(cosine),
                         .xy = static_cast<float>(-sine),
                         .x0 = static_cast<float>((right - (cosine * right - sine * bottom)) / 2),
                         .yx = static_cast<float>(sine),
                         .yy = static_cast<float>(cosine),
                         .y0 = static_cast<float>((bottom - (sine * right + cosine * bottom)) / 2)};
    });
}
} // namespace

const LayerType& random_rotation()
{
    static const LayerType type{
        .className = "RandomRotation",
        .label = LAMINA_TEXT("layers", "Random rotation"),
        .help = LAMINA_TEXT("layers", "Turns pictures at random while training"),
        .family = Family::Augmentation,
        .fields = rotationFields,
        .signature = signature,
        .compile = compile,
        .examples = {
            {R"({"factor": 0.3})", {{5, 6, 1}}},
            {R"({"factor": [0.1, 0.2], "fill_mode": "wrap"})", {{4, 4, 3}}},
            {R"({"factor": 0.5, "fill_mode": "constant", "fill_value": 0.5, "seed": 4})", {{5, 3, 2}}},
            {R"({"factor": [-0.2, 0.4], "fill_mode": "nearest", "interpolation": "nearest"})", {{4, 5, 2}}}}};
    return type;
}

} // namespace lamina::layers
