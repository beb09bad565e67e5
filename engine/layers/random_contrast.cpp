// RandomContrast: in training the distance of each channel's numbers from their mean is multiplied by a
// factor, and what comes out is cut at 0 and 255.   x [h, w, c]   y as x Keras draws one factor for a whole
// batch; here each picture has its own.
#include "engine/kernels/clones.h"
#include "engine/model/augmentation.h"

#include <algorithm>

namespace lamina::layers {

namespace {
constexpr float brightest = 255;
constexpr Index channelsAtOnce = 64;

const std::array contrastFields{
    fields::factor(
        "factor", nullptr, 0, 1e3, LAMINA_TEXT("layers", "Factor"),
        LAMINA_TEXT("layers",
                    "How much weaker or stronger, as a share: 0.2 for 0.8 to 1.2, or the two shares")),
    fields::seed(),
};

Range contrastOf(const Attributes& attributes)
{
    const std::vector<double> given = attributes.reals("factor");
    return {1 - given.front(), 1 + given.back()};
}

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    if (const Range range = contrastOf(attributes); range.low < 0)
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("layers", "A contrast weaker by %1 would turn the picture into its negative"),
                 1 - range.low),
            {.path = "config.factor"},
            LAMINA_TEXT("layers", "give 1 or less")};
    return augmentationSignature(attributes, inputs, {});
}

LAMINA_CLONES void addCells(const float* x, float* sums, Index cells, Index channels, Index width)
{
    for (Index cell = 0; cell < cells; ++cell)
        for (Index c = 0; c < width; ++c)
            sums[c] += x[cell * channels + c];
}

LAMINA_CLONES void stretch(const float* x, const float* mean, float factor, float* y, Index cells,
                           Index channels, Index width)
{
    for (Index cell = 0; cell < cells; ++cell)
        for (Index c = 0; c < width; ++c) {
            const float v = (x[cell * channels + c] - mean[c]) * factor + mean[c];
            y[cell * channels + c] = v < 0.0F ? 0.0F : v > brightest ? brightest : v;
        }
}

// What is cut off has no gradient. kept: dy where it is not; sums of it by channel.
LAMINA_CLONES void keepGradient(const float* x, const float* mean, float factor, const float* dy, float* kept,
                                float* sums, Index cells, Index channels, Index width)
{
    for (Index cell = 0; cell < cells; ++cell)
        for (Index c = 0; c < width; ++c) {
            const float v = (x[cell * channels + c] - mean[c]) * factor + mean[c];
            const float g = v < 0.0F || v > brightest ? 0.0F : dy[cell * channels + c];
            kept[cell * channels + c] = g;
            sums[c] += g;
        }
}

LAMINA_CLONES void spread(float* dx, float factor, const float* share, Index cells, Index channels,
                          Index width)
{
    for (Index cell = 0; cell < cells; ++cell)
        for (Index c = 0; c < width; ++c)
            dx[cell * channels + c] = dx[cell * channels + c] * factor + share[c];
}

struct Contrast {
    Index cells;
    Index channels;
    Range range;

    // Some channels at a time, so that their means need no memory of the plan's.
    template <typename Work>
    void forChannels(const float* x, const Work& work) const
    {
        for (Index first = 0; first < channels; first += channelsAtOnce) {
            const Index width = std::min(channelsAtOnce, channels - first);
            std::array<float, channelsAtOnce> mean{};
            addCells(x + first, mean.data(), cells, channels, width);
            for (float& each : mean)
                each /= static_cast<float>(cells);
            work(first, width, mean.data());
        }
    }
    void forward(const SampleRandom& random, const float* x, float* y) const
    {
        const auto factor = static_cast<float>(random.in(range));
        forChannels(x, [&](Index first, Index width, const float* mean) {
            stretch(x + first, mean, factor, y + first, cells, channels, width);
        });
    }
    // y = f x + (1 - f) mean(x), so dx = f dy + (1 - f) mean(dy).
    void backward(const SampleRandom& random, const float* x, const float* dy, float* dx) const
    {
        const auto factor = static_cast<float>(random.in(range));
        forChannels(x, [&](Index first, Index width, const float* mean) {
            std::array<float, channelsAtOnce> sums{};
            keepGradient(x + first, mean, factor, dy + first, dx + first, sums.data(), cells, channels,
                         width);
            for (float& each : sums)
                each *= (1.0F - factor) / static_cast<float>(cells);
            spread(dx + first, factor, sums.data(), cells, channels, width);
        });
    }
};

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    const Shape& x = request.inputs[0];
    const Contrast contrast{x[0] * x[1], x[2], contrastOf(request.attributes)};
    return makeRandomChangeKernel(
        request,
        {.forward = [contrast](const SampleRandom& random, const float* from,
                               float* to) { contrast.forward(random, from, to); },
         .backward = [contrast](const SampleRandom& random, const float* from, const float* dy,
                                float* dx) { contrast.backward(random, from, dy, dx); }});
}
} // namespace

const LayerType& random_contrast()
{
    static const LayerType type{
        .className = "RandomContrast",
        .label = LAMINA_TEXT("layers", "Random contrast"),
        .help =
            LAMINA_TEXT("layers", "Makes pictures of 0 to 255 flatter or starker at random while training"),
        .family = Family::Augmentation,
        .fields = contrastFields,
        .signature = signature,
        .compile = compile,
        .examples = {{R"({"factor": 0.5})", {{3, 4, 2}}},
                     {R"({"factor": [0.1, 0.6], "seed": 2})", {{2, 5, 1}}},
                     {R"({"factor": [1, 0]})", {{2, 2, 70}}}}};
    return type;
}

} // namespace lamina::layers
