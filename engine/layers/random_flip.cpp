// RandomFlip: in training each picture is mirrored, each way with probability 1/2.   x [h, w, c]   y as x
#include "engine/model/augmentation.h"

#include <algorithm>

namespace lamina::layers {

namespace {
constexpr std::array modes{"horizontal", "vertical", "horizontal_and_vertical"};
const std::array flipFields{
    fields::choice(
        "mode", "\"horizontal_and_vertical\"", modes, LAMINA_TEXT("layers", "Mode"),
        LAMINA_TEXT("layers", "Which way pictures are mirrored: left to right, top to bottom, or both")),
    fields::seed(),
};

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    return augmentationSignature(attributes, inputs, {});
}

class Flip {
public:
    explicit Flip(const KernelRequest& request)
        : m_height(request.inputs[0][0]), m_width(request.inputs[0][1]), m_channels(request.inputs[0][2]),
          m_horizontal(request.attributes.text("mode") != "vertical"),
          m_vertical(request.attributes.text("mode") != "horizontal")
    {
    }
    // A mirror is its own way back.
    void operator()(const SampleRandom& random, const float* from, float* to) const
    {
        const bool turnsColumns = m_horizontal && random.in({0, 1}, 0) < 0.5;
        const bool turnsRows = m_vertical && random.in({0, 1}, 1) < 0.5;
        const Index row = m_width * m_channels;
        for (Index y = 0; y < m_height; ++y) {
            const float* source = from + (turnsRows ? m_height - 1 - y : y) * row;
            if (!turnsColumns)
                std::copy_n(source, row, to + y * row);
            for (Index x = 0; turnsColumns && x < m_width; ++x)
                std::copy_n(source + (m_width - 1 - x) * m_channels, m_channels,
                            to + y * row + x * m_channels);
        }
    }

private:
    Index m_height;
    Index m_width;
    Index m_channels;
    bool m_horizontal;
    bool m_vertical;
};

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    const Flip flip(request);
    return makeRandomChangeKernel(
        request,
        {.forward = [flip](const SampleRandom& random, const float* x, float* y) { flip(random, x, y); },
         .backward = [flip](const SampleRandom& random, const float*, const float* dy,
                            float* dx) { flip(random, dy, dx); },
         .readsInput = false});
}
} // namespace

const LayerType& random_flip()
{
    static const LayerType type{.className = "RandomFlip",
                                .label = LAMINA_TEXT("layers", "Random flip"),
                                .help = LAMINA_TEXT("layers", "Mirrors pictures at random while training"),
                                .family = Family::Augmentation,
                                .fields = flipFields,
                                .signature = signature,
                                .compile = compile,
                                .examples = {{R"({})", {{3, 4, 2}}},
                                             {R"({"mode": "horizontal", "seed": 2})", {{2, 5, 1}}},
                                             {R"({"mode": "vertical"})", {{3, 2, 3}}}}};
    return type;
}

} // namespace lamina::layers
