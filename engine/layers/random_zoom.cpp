// RandomZoom: in training each picture is made smaller or larger about its middle.   x [h, w, c]   y as x
#include "engine/model/augmentation.h"

namespace lamina::layers {

namespace {
const std::array zoomFields{
    fields::factor("height_factor", nullptr, -1, 1, LAMINA_TEXT("layers", "Height factor"),
                   LAMINA_TEXT("layers",
                               "How much smaller, as a share: 0.2 for up to a fifth each way, or two ends; "
                               "below 0 is larger")),
    fields::factor(
        "width_factor", "null", -1, 1e3, LAMINA_TEXT("layers", "Width factor"),
        LAMINA_TEXT("layers", "The same for the width; empty: as the height, keeping the proportions")),
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
    const Range height = rangeOf(request.attributes, "height_factor");
    const bool together = request.attributes.isNull("width_factor");
    const Range width = together ? height : rangeOf(request.attributes, "width_factor");
    const double middleX = (static_cast<double>(request.inputs[0][1]) - 1) / 2;
    const double middleY = (static_cast<double>(request.inputs[0][0]) - 1) / 2;
    return makeRandomMapKernel(request, [=](const SampleRandom& random) {
        const double y = 1 + random.in(height);
        const double x = together ? y : 1 + random.in(width, 1);
        return AffineMap{.xx = static_cast<float>(x),
                         .x0 = static_cast<float>(middleX * (1 - x)),
                         .yy = static_cast<float>(y),
                         .y0 = static_cast<float>(middleY * (1 - y))};
    });
}
} // namespace

const LayerType& random_zoom()
{
    static const LayerType type{
        .className = "RandomZoom",
        .label = LAMINA_TEXT("layers", "Random zoom"),
        .help = LAMINA_TEXT("layers", "Makes pictures smaller or larger at random while training"),
        .family = Family::Augmentation,
        .fields = zoomFields,
        .signature = signature,
        .compile = compile,
        .examples = {
            {R"({"height_factor": 0.4})", {{5, 6, 1}}},
            {R"({"height_factor": [0.1, 0.6], "width_factor": [-0.5, 0.5], "fill_mode": "wrap"})",
             {{4, 4, 3}}},
            {R"({"height_factor": 0.5, "fill_mode": "constant", "interpolation": "nearest"})", {{5, 3, 2}}}}};
    return type;
}

} // namespace lamina::layers
