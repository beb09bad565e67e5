// The mean of (ln(prediction + 1) - ln(target + 1))², both at least 1e-7.
#include "engine/kernels/clones.h"
#include "engine/losses/mean_loss.h"

#include <array>
#include <cmath>

namespace lamina::losses {

namespace {
constexpr std::array aliases{"msle", "MSLE", "MeanSquaredLogarithmicError"};

double logOf(float x)
{
    return std::log1p(static_cast<double>(x < lossEpsilon ? lossEpsilon : x));
}

LAMINA_CLONES void logarithmicError(const LossPass& p)
{
    meanOverNumbers(
        p,
        [](float prediction, float target) {
            const double d = logOf(prediction) - logOf(target);
            return d * d;
        },
        [](float prediction, float target) {
            const double slope =
                2 * (logOf(prediction) - logOf(target)) / (static_cast<double>(prediction) + 1);
            return prediction < lossEpsilon ? 0.0F : static_cast<float>(slope);
        });
}
} // namespace

const LossType& mean_squared_logarithmic_error()
{
    static const LossType type{
        .className = "mean_squared_logarithmic_error",
        .aliases = aliases,
        .label = LAMINA_TEXT("losses", "Mean squared logarithmic error"),
        .help = LAMINA_TEXT("losses", "For numbers of many sizes: mistakes count by their ratio"),
        .fields = {},
        .compile = [](const Attributes&, const LossTask&) { return Result<LossFunction>(logarithmicError); }};
    return type;
}

} // namespace lamina::losses
