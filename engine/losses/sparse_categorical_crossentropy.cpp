// -ln p of the class whose number the target is. Rules: keras_semantics 5.6: probabilities are clipped, then
// brought to sum 1. A number that is no class gives NaN for that sample, as TensorFlow's on a GPU does.
#include "engine/kernels/clones.h"
#include "engine/losses/crossentropy.h"
#include "engine/model/loss_type.h"

#include <algorithm>
#include <limits>

namespace lamina::losses {

namespace {
using namespace crossentropy;

constexpr std::array aliases{"SparseCategoricalCrossentropy"};
const std::array sparseFields{fromLogitsField()};

// The place in the row, or -1. Fractions are cut off, as a cast to a whole number does.
Index classOf(float target, Index classes)
{
    return target >= 0 && target < static_cast<float>(classes) ? static_cast<Index>(target) : -1;
}

double noClass(float* gradient, Index classes)
{
    if (gradient)
        std::fill_n(gradient, classes, std::numeric_limits<float>::quiet_NaN());
    return std::numeric_limits<double>::quiet_NaN();
}

[[gnu::always_inline]] inline double rowOfProbabilities(const float* p, Index target, float* gradient,
                                                        float factor, Index classes)
{
    const double sum = sumOf(classes, [&](Index c) { return clipped(p[c]); });
    if (gradient) {
        const auto slope = static_cast<float>(1 / sum);
        for (Index c = 0; c < classes; ++c)
            gradient[c] = isClipped(p[c]) ? 0.0F : factor * slope;
        if (!isClipped(p[target]))
            gradient[target] = factor * (slope - 1.0F / p[target]);
    }
    return std::log(sum) - std::log(static_cast<double>(clipped(p[target])));
}

[[gnu::always_inline]] inline double rowOfLogits(const float* x, Index target, float* gradient, float factor,
                                                 Index classes)
{
    const LogitRow row = readLogits(x, gradient, classes);
    if (gradient) {
        const auto scale = static_cast<float>(1 / row.sum);
        for (Index c = 0; c < classes; ++c)
            gradient[c] *= scale * factor;
        gradient[target] -= factor;
    }
    return std::log(row.sum) + (static_cast<double>(row.largest) - x[target]);
}

LAMINA_CLONES void fromProbabilities(const LossPass& p)
{
    const float factor = p.scale / static_cast<float>(p.positions);
    for (Index n = 0; n < p.samples; ++n) {
        double sum = 0;
        for (Index row = n * p.positions; row < (n + 1) * p.positions; ++row) {
            float* gradient = p.gradient ? p.gradient + row * p.classes : nullptr;
            const Index target = classOf(p.target[row], p.classes);
            sum += target < 0
                ? noClass(gradient, p.classes)
                : rowOfProbabilities(p.prediction + row * p.classes, target, gradient, factor, p.classes);
        }
        p.sampleLoss[n] = sum / static_cast<double>(p.positions);
    }
}

LAMINA_CLONES void fromLogits(const LossPass& p)
{
    const float factor = p.scale / static_cast<float>(p.positions);
    for (Index n = 0; n < p.samples; ++n) {
        double sum = 0;
        for (Index row = n * p.positions; row < (n + 1) * p.positions; ++row) {
            float* gradient = p.gradient ? p.gradient + row * p.classes : nullptr;
            const Index target = classOf(p.target[row], p.classes);
            sum += target < 0
                ? noClass(gradient, p.classes)
                : rowOfLogits(p.prediction + row * p.classes, target, gradient, factor, p.classes);
        }
        p.sampleLoss[n] = sum / static_cast<double>(p.positions);
    }
}

LossFunction compileFromLogits(const Attributes&)
{
    return fromLogits;
}

Result<LossFunction> compile(const Attributes& attributes, const LossTask&)
{
    return LossFunction(attributes.flag("from_logits") ? fromLogits : fromProbabilities);
}
} // namespace

const LossType& sparse_categorical_crossentropy()
{
    static const LossType type{
        .className = "sparse_categorical_crossentropy",
        .aliases = aliases,
        .label = LAMINA_TEXT("losses", "Sparse categorical cross-entropy"),
        .help = LAMINA_TEXT("losses", "For many classes, targets as class numbers; ends in a softmax"),
        .fields = sparseFields,
        .sparseTarget = true,
        .compile = compile,
        .logitsOf = ActivationKind::Softmax,
        .compileFromLogits = compileFromLogits};
    return type;
}

} // namespace lamina::losses
