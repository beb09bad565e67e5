// Σ y ln(y / p) over the last axis, both clipped into [1e-7, 1].
#include "engine/kernels/clones.h"
#include "engine/losses/mean_loss.h"

#include <array>
#include <cmath>

namespace lamina::losses {

namespace {
constexpr std::array aliases{"KLDivergence", "kullback_leibler_divergence", "kld", "KLD"};

float inRange(float p)
{
    return p < lossEpsilon ? lossEpsilon : (p > 1.0F ? 1.0F : p);
}

[[gnu::always_inline]] inline double row(const float* p, const float* y, float* gradient, float factor,
                                         Index classes)
{
    if (gradient)
        for (Index c = 0; c < classes; ++c)
            gradient[c] = p[c] < lossEpsilon || p[c] > 1.0F ? 0.0F : -factor * inRange(y[c]) / p[c];
    return sumOf(classes, [&](Index c) {
        const auto target = static_cast<double>(inRange(y[c]));
        return target * std::log(target / static_cast<double>(inRange(p[c])));
    });
}

LAMINA_CLONES void divergence(const LossPass& p)
{
    meanOverPositions(p,
                      [](const float* prediction, const float* y, float* gradient, float factor,
                         Index classes) { return row(prediction, y, gradient, factor, classes); });
}
} // namespace

const LossType& kl_divergence()
{
    static const LossType type{
        .className = "kl_divergence",
        .aliases = aliases,
        .label = LAMINA_TEXT("losses", "Kullback–Leibler divergence"),
        .help = LAMINA_TEXT("losses", "For distributions: how far the predicted one is from the true one"),
        .fields = {},
        .compile = [](const Attributes&, const LossTask&) { return Result<LossFunction>(divergence); }};
    return type;
}

} // namespace lamina::losses
