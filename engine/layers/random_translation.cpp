// RandomTranslation: in training each picture is shifted.   x [h, w, c]   y as x
#include "engine/model/augmentation.h"

namespace lamina::layers {

namespace {
const std::array translationFields{
    fields::factor(
        "height_factor", nullptr, -1, 1, LAMINA_TEXT("layers", "Height factor"),
        LAMINA_TEXT("layers",
                    "How far down, as a share of the height: 0.2 for a fifth each way, or two ends")),
    fields::factor("width_factor", nullptr, -1, 1, LAMINA_TEXT("layers", "Width factor"),
                   LAMINA_TEXT("layers", "How far to the right, as a share of the width")),
    fields::fillMode(),
    fields::interpolation(),
    fields::seed(),
    fields::fillValue(),
};

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    return augmentationSignature(attributes, inputs, {"height_factor", "width_factor"});
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    const Range down = rangeOf(request.attributes, "height_factor");
    const Range right = rangeOf(request.attributes, "width_factor");
    const auto height = static_cast<double>(request.inputs[0][0]);
    const auto width = static_cast<double>(request.inputs[0][1]);
    return makeRandomMapKernel(request, [=](const SampleRandom& random) {
        return AffineMap{.x0 = static_cast<float>(-width * random.in(right, 1)),
                         .y0 = static_cast<float>(-height * random.in(down))};
    });
}
} // namespace

const LayerType& random_translation()
{
    static const LayerType type{
        .className = "RandomTranslation",
        .label = LAMINA_TEXT("layers", "Random translation"),
        .help = LAMINA_TEXT("layers", "Shifts pictures at random while training"),
        .family = Family::Augmentation,
        .fields = translationFields,
        .signature = signature,
        .compile = compile,
        .examples = {
            {R"({"height_factor": 0.4, "width_factor": 0.3})", {{5, 6, 1}}},
            {R"({"height_factor": [0.1, 0.6], "width_factor": 0, "fill_mode": "wrap"})", {{4, 4, 3}}},
            {R"({"height_factor": 0.5, "width_factor": 1, "fill_mode": "constant"})", {{5, 3, 2}}},
            {R"({"height_factor": 0.5, "width_factor": 0.5, "fill_mode": "nearest", "interpolation": "nearest"})",
             {{3, 4, 1}}}}};
    return type;
}

} // namespace lamina::layers
