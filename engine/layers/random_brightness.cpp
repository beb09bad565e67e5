// RandomBrightness: in training something is added to each picture, a share of value_range, to which what
// comes out is cut.   x [h, w, c]   y as x
#include "engine/kernels/clones.h"
#include "engine/model/augmentation.h"

#include <algorithm>

namespace lamina::layers {

namespace {
const std::array brightnessFields{
    fields::factor(
        "factor", nullptr, -1, 1, LAMINA_TEXT("layers", "Factor"),
        LAMINA_TEXT("layers", "What is added at most, as a share of the range: 0.2 each way, or two ends")),
    Field{.name = "value_range",
          .kind = FieldKind::RealList,
          .defaultJson = "[0, 255]",
          .label = LAMINA_TEXT("layers", "Value range"),
          .help = LAMINA_TEXT("layers", "What black and white are: 0, 255, or 0, 1 behind a Rescaling"),
          .minimum = -1e9,
          .maximum = 1e9,
          .listLength = 2},
    fields::seed(),
};

// As Keras does, whichever end comes first, and whatever the sign of a single number.
Range sorted(const Attributes& attributes, const char* name)
{
    const Range given = rangeOf(attributes, name);
    return {std::min(given.low, given.high), std::max(given.low, given.high)};
}

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    if (attributes.reals("value_range").size() != 2)
        return Fault{FaultKind::Input,
                     LAMINA_TEXT("layers", "'value_range' needs two numbers"),
                     {.path = "config.value_range"},
                     LAMINA_TEXT("layers", "give what black and what white is, such as [0, 255]")};
    return augmentationSignature(attributes, inputs, {});
}

struct Limits {
    float low;
    float high;
};

LAMINA_CLONES void brighten(const float* x, float more, Limits limits, float* y, Index count)
{
    for (Index i = 0; i < count; ++i) {
        const float v = x[i] + more;
        y[i] = v < limits.low ? limits.low : v > limits.high ? limits.high : v;
    }
}

LAMINA_CLONES void brightenBackward(const float* x, float more, Limits limits, const float* dy, float* dx,
                                    Index count)
{
    for (Index i = 0; i < count; ++i) {
        const float v = x[i] + more;
        dx[i] = v < limits.low || v > limits.high ? 0.0F : dy[i];
    }
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    const Index count = request.inputs[0].elements();
    const Range factor = sorted(request.attributes, "factor");
    const Range range = sorted(request.attributes, "value_range");
    const Limits limits{static_cast<float>(range.low), static_cast<float>(range.high)};
    const auto more = [=](const SampleRandom& random) {
        return static_cast<float>(random.in(factor) * (range.high - range.low));
    };
    return makeRandomChangeKernel(
        request,
        {.forward = [=](const SampleRandom& random, const float* x,
                        float* y) { brighten(x, more(random), limits, y, count); },
         .backward = [=](const SampleRandom& random, const float* x, const float* dy,
                         float* dx) { brightenBackward(x, more(random), limits, dy, dx, count); }});
}
} // namespace

const LayerType& random_brightness()
{
    static const LayerType type{
        .className = "RandomBrightness",
        .label = LAMINA_TEXT("layers", "Random brightness"),
        .help = LAMINA_TEXT("layers", "Makes pictures darker or brighter at random while training"),
        .family = Family::Augmentation,
        .fields = brightnessFields,
        .signature = signature,
        .compile = compile,
        .examples = {{R"({"factor": 0.1, "value_range": [-1, 1]})", {{3, 4, 2}}},
                     {R"({"factor": [0.01, 0.02], "seed": 2})", {{2, 5, 1}}}}};
    return type;
}

} // namespace lamina::layers
