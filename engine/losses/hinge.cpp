// The mean of max(1 - y p, 0) for labels -1 and 1. At the kink the slope is that of the line, as
// TensorFlow's.
#include "engine/kernels/clones.h"
#include "engine/losses/mean_loss.h"

#include <array>

namespace lamina::losses {

namespace {
constexpr std::array aliases{"Hinge"};

LAMINA_CLONES void hingeLoss(const LossPass& p)
{
    const bool binary = labelsAreZeroOrOne(p);
    const float times = binary ? 2.0F : 1.0F;
    const float less = binary ? 1.0F : 0.0F;
    meanOverNumbers(
        p,
        [=](float prediction, float target) {
            const float margin = 1.0F - (times * target - less) * prediction;
            return margin < 0 ? 0.0F : margin;
        },
        [=](float prediction, float target) {
            const float y = times * target - less;
            return 1.0F - y * prediction < 0 ? 0.0F : -y;
        });
}
} // namespace

const LossType& hinge()
{
    static const LossType type{
        .className = "hinge",
        .aliases = aliases,
        .label = LAMINA_TEXT("losses", "Hinge"),
        .help = LAMINA_TEXT("losses", "For two classes, -1 and 1: wants a margin between them"),
        .fields = {},
        .compile = [](const Attributes&, const LossTask&) { return Result<LossFunction>(hingeLoss); }};
    return type;
}

} // namespace lamina::losses
