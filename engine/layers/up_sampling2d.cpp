// UpSampling2D: the picture made larger by whole factors.   x [h, w, c]   y [h · size 1, w · size 2, c]
#include "engine/kernels/upsampling.h"
#include "engine/model/convolution_fields.h"

namespace lamina::layers {

namespace {
constexpr std::array interpolations{"nearest", "bilinear"};

const std::array upSamplingFields{
    fields::pair("size", "[2, 2]", LAMINA_TEXT("layers", "Size"),
                 LAMINA_TEXT("layers", "How many times as high and as wide")),
    fields::dataFormat(),
    fields::choice(
        "interpolation", "\"nearest\"", interpolations, LAMINA_TEXT("layers", "Interpolation"),
        LAMINA_TEXT("layers", "nearest repeats cells, bilinear passes smoothly from one to the next")),
};

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (Faults faults = checkPicture("UpSampling2D", x); !faults.empty())
        return faults;
    const std::vector<Index> size = attributes.wholes("size");
    const Shape y{x[0] * size[0], x[1] * size[1], x[2]};
    return Signature{.outputs = {y}, .parameters = {}, .flops = 4.0 * static_cast<double>(y.elements())};
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    const std::vector<Index> size = request.attributes.wholes("size");
    return makeUpsamplingKernel(request.attributes.text("interpolation") == "bilinear"
                                    ? Interpolation::Bilinear
                                    : Interpolation::Nearest,
                                request.inputs[0], size[0], size[1]);
}
} // namespace

const LayerType& up_sampling2d()
{
    static const LayerType type{
        .className = "UpSampling2D",
        .label = LAMINA_TEXT("layers", "Upsampling 2D"),
        .help = LAMINA_TEXT("layers", "Makes the picture larger by whole factors"),
        .family = Family::ShapeChange,
        .fields = upSamplingFields,
        .signature = signature,
        .compile = compile,
        .examples = {{R"({})", {{3, 4, 2}}},
                     {R"({"size": [1, 3]})", {{2, 1, 1}}},
                     {R"({"interpolation": "bilinear"})", {{3, 4, 2}}},
                     {R"({"size": [3, 1], "interpolation": "bilinear"})", {{4, 1, 3}}},
                     {R"({"size": 4, "interpolation": "bilinear"})", {{1, 2, 1}}}}};
    return type;
}

} // namespace lamina::layers
