// 100 times the mean of |prediction - target| / |target|, a target nearer to 0 than 1e-7 counting as that.
#include "engine/kernels/clones.h"
#include "engine/losses/mean_loss.h"

#include <array>

namespace lamina::losses {

namespace {
constexpr std::array aliases{"mape", "MAPE", "MeanAbsolutePercentageError"};

float sizeOf(float target)
{
    const float size = target < 0 ? -target : target;
    return size < lossEpsilon ? lossEpsilon : size;
}

LAMINA_CLONES void percentageError(const LossPass& p)
{
    meanOverNumbers(
        p,
        [](float prediction, float target) {
            const double d = static_cast<double>(prediction) - static_cast<double>(target);
            return 100 * (d < 0 ? -d : d) / static_cast<double>(sizeOf(target));
        },
        [](float prediction, float target) { return 100.0F * signOf(prediction - target) / sizeOf(target); });
}
} // namespace

const LossType& mean_absolute_percentage_error()
{
    static const LossType type{
        .className = "mean_absolute_percentage_error",
        .aliases = aliases,
        .label = LAMINA_TEXT("losses", "Mean absolute percentage error"),
        .help = LAMINA_TEXT("losses", "For numbers: mistakes count by their share, in percent"),
        .fields = {},
        .compile = [](const Attributes&, const LossTask&) { return Result<LossFunction>(percentageError); }};
    return type;
}

} // namespace lamina::losses
