// -(y ln p + (1 - y) ln(1 - p)), the mean over the last axis. Rules: keras_semantics 5.6; Keras 2 adds
// epsilon a second time after clipping.
#include "engine/kernels/clones.h"
#include "engine/losses/crossentropy.h"
#include "engine/model/loss_type.h"

namespace lamina::losses {

namespace {
using namespace crossentropy;

constexpr std::array aliases{"bce", "BCE", "BinaryCrossentropy"};
const std::array binaryFields{fromLogitsField(), labelSmoothingField()};

// y (1 - s) + s / 2
struct Smoothing {
    explicit Smoothing(const Attributes& attributes)
        : keep(static_cast<float>(1 - attributes.real("label_smoothing"))),
          add(static_cast<float>(0.5 * attributes.real("label_smoothing")))
    {
    }
    float operator()(float y) const { return y * keep + add; }
    float keep;
    float add;
};

LAMINA_CLONES void fromProbabilities(const LossPass& p, const Smoothing& smooth)
{
    const Index count = p.positions * p.classes;
    const float factor = p.scale / static_cast<float>(count);
    for (Index n = 0; n < p.samples; ++n) {
        const float* prediction = p.prediction + n * count;
        const float* target = p.target + n * count;
        p.sampleLoss[n] =
            sumOf(count,
                  [&](Index i) {
                      const float y = smooth(target[i]);
                      const float q = clipped(prediction[i]);
                      return -y * std::log(q + epsilon) - (1.0F - y) * std::log((1.0F - q) + epsilon);
                  })
            / static_cast<double>(count);
        if (float* gradient = p.gradient ? p.gradient + n * count : nullptr)
            for (Index i = 0; i < count; ++i) {
                const float y = smooth(target[i]);
                const float q = clipped(prediction[i]);
                const float slope = (1.0F - y) / ((1.0F - q) + epsilon) - y / (q + epsilon);
                gradient[i] = isClipped(prediction[i]) ? 0.0F : factor * slope;
            }
    }
}

// max(x, 0) - x y + ln(1 + e^-|x|), which overflows nowhere.
LAMINA_CLONES void fromLogits(const LossPass& p, const Smoothing& smooth)
{
    const Index count = p.positions * p.classes;
    const float factor = p.scale / static_cast<float>(count);
    for (Index n = 0; n < p.samples; ++n) {
        const float* logits = p.prediction + n * count;
        const float* target = p.target + n * count;
        p.sampleLoss[n] =
            sumOf(count,
                  [&](Index i) {
                      const float x = logits[i];
                      const float positive = x < 0 ? 0.0F : x;
                      const float magnitude = x < 0 ? -x : x;
                      return positive - x * smooth(target[i]) + vectorLog1p(vectorExp(-magnitude));
                  })
            / static_cast<double>(count);
        if (float* gradient = p.gradient ? p.gradient + n * count : nullptr)
            for (Index i = 0; i < count; ++i)
                gradient[i] = factor * (vectorSigmoid(logits[i]) - smooth(target[i]));
    }
}

LossFunction compileFromLogits(const Attributes& attributes)
{
    return [smooth = Smoothing(attributes)](const LossPass& p) { fromLogits(p, smooth); };
}

Result<LossFunction> compile(const Attributes& attributes, const LossTask&)
{
    if (attributes.flag("from_logits"))
        return compileFromLogits(attributes);
    return LossFunction(
        [smooth = Smoothing(attributes)](const LossPass& p) { fromProbabilities(p, smooth); });
}
} // namespace

const LossType& binary_crossentropy()
{
    static const LossType type{
        .className = "binary_crossentropy",
        .aliases = aliases,
        .label = LAMINA_TEXT("losses", "Binary cross-entropy"),
        .help = LAMINA_TEXT("losses", "For two classes, or several yes-or-no answers; ends in a sigmoid"),
        .fields = binaryFields,
        .compile = compile,
        .logitsOf = ActivationKind::Sigmoid,
        .compileFromLogits = compileFromLogits};
    return type;
}

} // namespace lamina::losses
