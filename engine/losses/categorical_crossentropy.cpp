// -Σ y ln p over the classes, targets one-hot. Rules: keras_semantics 5.6: probabilities are brought to sum
// 1, then clipped.
#include "engine/kernels/clones.h"
#include "engine/losses/crossentropy.h"
#include "engine/model/loss_type.h"

namespace lamina::losses {

namespace {
using namespace crossentropy;

constexpr std::array aliases{"CategoricalCrossentropy"};
const std::array categoricalFields{fromLogitsField(), labelSmoothingField()};

// y (1 - s) + s / classes
struct Smoothing {
    float keep;
    float add;
    float operator()(float y) const { return y * keep + add; }
};

Smoothing smoothing(double share, Index classes)
{
    return {static_cast<float>(1 - share), static_cast<float>(share / static_cast<double>(classes))};
}

// One row; returns its loss. gradient by p, times factor: through the clipping, then through q = p / Σp.
[[gnu::always_inline]] inline double rowOfProbabilities(const float* p, const float* target, float* gradient,
                                                        float factor, Index classes, Smoothing smooth)
{
    const double sum = sumOf(classes, [&](Index c) { return p[c]; });
    const float scale = static_cast<float>(1 / sum);
    const double loss =
        sumOf(classes, [&](Index c) { return -smooth(target[c]) * std::log(clipped(p[c] * scale)); });
    if (gradient) {
        const auto slope = [&](Index c) {
            const float q = p[c] * scale;
            return isClipped(q) ? 0.0F : -smooth(target[c]) / q;
        };
        const auto mean =
            static_cast<float>(sumOf(classes, [&](Index c) { return slope(c) * p[c] * scale; }));
        for (Index c = 0; c < classes; ++c)
            gradient[c] = factor * scale * (slope(c) - mean);
    }
    return loss;
}

// Σ y (ln Σ e^x - x). The gradient is softmax · Σy - y: what Keras gives wherever the targets sum to 1.
[[gnu::always_inline]] inline double rowOfLogits(const float* x, const float* target, float* gradient,
                                                 float factor, Index classes, Smoothing smooth)
{
    const LogitRow row = readLogits(x, gradient, classes);
    const double total = sumOf(classes, [&](Index c) { return smooth(target[c]); });
    const double dot = sumOf(classes, [&](Index c) { return smooth(target[c]) * (x[c] - row.largest); });
    if (gradient) {
        const auto scale = static_cast<float>(total / row.sum);
        for (Index c = 0; c < classes; ++c)
            gradient[c] = factor * (gradient[c] * scale - smooth(target[c]));
    }
    return total * std::log(row.sum) - dot;
}

LAMINA_CLONES void fromProbabilities(const LossPass& p, double share)
{
    const Smoothing smooth = smoothing(share, p.classes);
    const float factor = p.scale / static_cast<float>(p.positions);
    for (Index n = 0; n < p.samples; ++n) {
        double sum = 0;
        for (Index row = n * p.positions; row < (n + 1) * p.positions; ++row)
            sum += rowOfProbabilities(p.prediction + row * p.classes, p.target + row * p.classes,
                                      p.gradient ? p.gradient + row * p.classes : nullptr, factor, p.classes,
                                      smooth);
        p.sampleLoss[n] = sum / static_cast<double>(p.positions);
    }
}

LAMINA_CLONES void fromLogits(const LossPass& p, double share)
{
    const Smoothing smooth = smoothing(share, p.classes);
    const float factor = p.scale / static_cast<float>(p.positions);
    for (Index n = 0; n < p.samples; ++n) {
        double sum = 0;
        for (Index row = n * p.positions; row < (n + 1) * p.positions; ++row)
            sum +=
                rowOfLogits(p.prediction + row * p.classes, p.target + row * p.classes,
                            p.gradient ? p.gradient + row * p.classes : nullptr, factor, p.classes, smooth);
        p.sampleLoss[n] = sum / static_cast<double>(p.positions);
    }
}

LossFunction compileFromLogits(const Attributes& attributes)
{
    return [share = attributes.real("label_smoothing")](const LossPass& p) { fromLogits(p, share); };
}

Result<LossFunction> compile(const Attributes& attributes, const LossTask&)
{
    if (attributes.flag("from_logits"))
        return compileFromLogits(attributes);
    return LossFunction(
        [share = attributes.real("label_smoothing")](const LossPass& p) { fromProbabilities(p, share); });
}
} // namespace

const LossType& categorical_crossentropy()
{
    static const LossType type{
        .className = "categorical_crossentropy",
        .aliases = aliases,
        .label = LAMINA_TEXT("losses", "Categorical cross-entropy"),
        .help = LAMINA_TEXT("losses", "For many classes, targets as rows with one 1; ends in a softmax"),
        .fields = categoricalFields,
        .compile = compile,
        .logitsOf = ActivationKind::Softmax,
        .compileFromLogits = compileFromLogits};
    return type;
}

} // namespace lamina::losses
