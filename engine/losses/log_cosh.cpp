// The mean of ln cosh(prediction - target), as x + softplus(-2x) - ln 2, which overflows nowhere.
#include "engine/kernels/clones.h"
#include "engine/losses/mean_loss.h"

#include <array>
#include <numbers>

namespace lamina::losses {

namespace {
constexpr std::array aliases{"logcosh", "LogCosh"};

LAMINA_CLONES void logCosh(const LossPass& p)
{
    meanOverNumbers(
        p,
        // Even in x, so that the size will do.
        [](float prediction, float target) {
            const float x = prediction - target;
            const float size = x < 0 ? -x : x;
            const double near = static_cast<double>(x) * static_cast<double>(x);
            // Near 0 the terms would cancel: x²/2 - x⁴/12 + x⁶/45.
            const double series = near * (0.5 + near * (-1.0 / 12 + near / 45));
            const double whole =
                static_cast<double>(size) + vectorLog1p(vectorExp(-2.0F * size)) - std::numbers::ln2;
            return size < 0.1F ? series : whole;
        },
        [](float prediction, float target) { return vectorTanh(prediction - target); });
}
} // namespace

const LossType& log_cosh()
{
    static const LossType type{
        .className = "log_cosh",
        .aliases = aliases,
        .label = LAMINA_TEXT("losses", "Log-cosh"),
        .help = LAMINA_TEXT("losses", "For numbers: as the squares near 0, as the sizes far off"),
        .fields = {},
        .compile = [](const Attributes&, const LossTask&) { return Result<LossFunction>(logCosh); }};
    return type;
}

} // namespace lamina::losses
