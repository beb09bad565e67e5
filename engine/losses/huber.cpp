// The mean of the half square of the difference where it is at most delta, and of a straight line beyond.
// Huber 1964.
#include "engine/kernels/clones.h"
#include "engine/losses/mean_loss.h"

#include <array>
#include <cmath>

namespace lamina::losses {

namespace {
constexpr std::array aliases{"Huber", "huber_loss"};
const std::array huberFields{Field{.name = "delta",
                                   .kind = FieldKind::Real,
                                   .defaultJson = "1",
                                   .label = LAMINA_TEXT("losses", "Delta"),
                                   .help = LAMINA_TEXT("losses", "Where squares turn into a straight line"),
                                   .minimum = 0,
                                   .maximum = 1e9}};

LAMINA_CLONES void huberLoss(const LossPass& p, float delta)
{
    meanOverNumbers(
        p,
        [delta](float prediction, float target) {
            const double d = std::abs(static_cast<double>(prediction) - target);
            return d <= delta ? 0.5 * d * d : delta * d - 0.5 * static_cast<double>(delta) * delta;
        },
        [delta](float prediction, float target) {
            const float d = prediction - target;
            return d > delta ? delta : (d < -delta ? -delta : d);
        });
}

Result<LossFunction> compile(const Attributes& attributes, const LossTask&)
{
    return LossFunction(
        [delta = static_cast<float>(attributes.real("delta"))](const LossPass& p) { huberLoss(p, delta); });
}
} // namespace

const LossType& huber()
{
    static const LossType type{.className = "huber",
                               .aliases = aliases,
                               .label = LAMINA_TEXT("losses", "Huber"),
                               .help =
                                   LAMINA_TEXT("losses", "For numbers: outliers count by their size alone"),
                               .fields = huberFields,
                               .compile = compile};
    return type;
}

} // namespace lamina::losses
