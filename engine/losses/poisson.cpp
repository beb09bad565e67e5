// The mean of p - y ln(p + 1e-7), for counts.
#include "engine/kernels/clones.h"
#include "engine/losses/mean_loss.h"

#include <array>
#include <cmath>

namespace lamina::losses {

namespace {
constexpr std::array aliases{"Poisson"};

LAMINA_CLONES void poissonLoss(const LossPass& p)
{
    meanOverNumbers(
        p,
        [](float prediction, float target) {
            return static_cast<double>(prediction)
                - static_cast<double>(target) * std::log(static_cast<double>(prediction + lossEpsilon));
        },
        [](float prediction, float target) { return 1.0F - target / (prediction + lossEpsilon); });
}
} // namespace

const LossType& poisson()
{
    static const LossType type{
        .className = "poisson",
        .aliases = aliases,
        .label = LAMINA_TEXT("losses", "Poisson"),
        .help = LAMINA_TEXT("losses", "For counts: the prediction is their mean, above 0"),
        .fields = {},
        .compile = [](const Attributes&, const LossTask&) { return Result<LossFunction>(poissonLoss); }};
    return type;
}

} // namespace lamina::losses
