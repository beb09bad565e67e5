// max(neg - pos + 1, 0), where pos = Σ y p and neg = max (1 - y) p. Equal largest ones share the gradient, as
// TensorFlow's reduce_max has it; at the kink the slope is that of the line.
#include "engine/kernels/clones.h"
#include "engine/losses/mean_loss.h"

#include <array>

namespace lamina::losses {

namespace {
constexpr std::array aliases{"CategoricalHinge"};

[[gnu::always_inline]] inline double row(const float* p, const float* y, float* gradient, float factor,
                                         Index classes)
{
    const double right = sumOf(classes, [&](Index c) { return y[c] * p[c]; });
    float wrong = (1.0F - y[0]) * p[0];
    for (Index c = 1; c < classes; ++c) {
        const float each = (1.0F - y[c]) * p[c];
        wrong = each > wrong || each != each ? each : wrong;
    }
    const double margin = static_cast<double>(wrong) - right + 1;
    if (gradient) {
        float equal = 0;
        for (Index c = 0; c < classes; ++c)
            equal += (1.0F - y[c]) * p[c] == wrong ? 1.0F : 0.0F;
        const float slope = margin < 0 ? 0.0F : factor;
        for (Index c = 0; c < classes; ++c) {
            const float share = (1.0F - y[c]) * p[c] == wrong ? (1.0F - y[c]) / equal : 0.0F;
            gradient[c] = slope * (share - y[c]);
        }
    }
    return margin < 0 ? 0 : margin;
}

LAMINA_CLONES void categoricalHinge(const LossPass& p)
{
    meanOverPositions(p,
                      [](const float* prediction, const float* y, float* gradient, float factor,
                         Index classes) { return row(prediction, y, gradient, factor, classes); });
}
} // namespace

const LossType& categorical_hinge()
{
    static const LossType type{
        .className = "categorical_hinge",
        .aliases = aliases,
        .label = LAMINA_TEXT("losses", "Categorical hinge"),
        .help = LAMINA_TEXT("losses",
                            "For many classes, targets as rows with one 1: wants a margin to the others"),
        .fields = {},
        .compile = [](const Attributes&, const LossTask&) { return Result<LossFunction>(categoricalHinge); }};
    return type;
}

} // namespace lamina::losses
