// The mean of max(1 - y p, 0)² for labels -1 and 1.
#include "engine/kernels/clones.h"
#include "engine/losses/mean_loss.h"

#include <array>

namespace lamina::losses {

namespace {
constexpr std::array aliases{"SquaredHinge"};

LAMINA_CLONES void squaredHinge(const LossPass& p)
{
    const bool binary = labelsAreZeroOrOne(p);
    const float times = binary ? 2.0F : 1.0F;
    const float less = binary ? 1.0F : 0.0F;
    meanOverNumbers(
        p,
        [=](float prediction, float target) {
            const double margin = 1.0 - static_cast<double>(times * target - less) * prediction;
            return margin < 0 ? 0.0 : margin * margin;
        },
        [=](float prediction, float target) {
            const float y = times * target - less;
            const float margin = 1.0F - y * prediction;
            return margin < 0 ? 0.0F : -2.0F * margin * y;
        });
}
} // namespace

const LossType& squared_hinge()
{
    static const LossType type{
        .className = "squared_hinge",
        .aliases = aliases,
        .label = LAMINA_TEXT("losses", "Squared hinge"),
        .help = LAMINA_TEXT("losses", "Hinge, with large mistakes counting most"),
        .fields = {},
        .compile = [](const Attributes&, const LossTask&) { return Result<LossFunction>(squaredHinge); }};
    return type;
}

} // namespace lamina::losses
