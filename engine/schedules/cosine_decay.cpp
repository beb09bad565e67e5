// CosineDecay: along half a cosine wave down to alpha × the start, after a linear warm-up to another start if
// one is given. Loshchilov and Hutter 2017 (SGDR); warm-up as of Keras 2.13: decay_steps follow the warm-up.
#include "engine/schedules/schedule_fields.h"

namespace lamina::schedules {

namespace {
const std::array cosineFields{
    fields::initialRate(), fields::decaySteps(),
    fields::real("alpha", "0", 0, 1e6, LAMINA_TEXT("schedules", "Alpha"),
                 LAMINA_TEXT("schedules", "Share of the learning rate that is left at the end")),
    Field{.name = "warmup_target",
          .kind = FieldKind::Real,
          .defaultJson = "null",
          .label = LAMINA_TEXT("schedules", "Warm-up target"),
          .help = LAMINA_TEXT("schedules", "The learning rate to which it rises first; empty: no warm-up"),
          .minimum = 0,
          .maximum = 1e6,
          .orNull = true},
    fields::real("warmup_steps", "0", 0, 1e15, LAMINA_TEXT("schedules", "Warm-up steps"),
                 LAMINA_TEXT("schedules", "Updates that the warm-up takes"))};

ScheduleFunction compile(const Attributes& attributes)
{
    const double initial = attributes.real("initial_learning_rate");
    const bool warm = !attributes.isNull("warmup_target");
    return [initial, steps = attributes.real("decay_steps"), alpha = attributes.real("alpha"),
            target = warm ? attributes.real("warmup_target") : initial,
            warmup = warm ? attributes.real("warmup_steps") : 0.0](Index step) {
        const double done = std::min(static_cast<double>(step), steps + warmup);
        if (done < warmup)
            return (target - initial) * (done / warmup) + initial;
        const double wave = 0.5 * (1 + std::cos(std::numbers::pi * ((done - warmup) / steps)));
        return target * ((1 - alpha) * wave + alpha);
    };
}
} // namespace

const ScheduleType& cosine_decay()
{
    static const ScheduleType type{
        .className = "CosineDecay",
        .label = LAMINA_TEXT("schedules", "Cosine decay with warm-up"),
        .help = LAMINA_TEXT("schedules", "Rises at first if you like, then falls gently"),
        .fields = cosineFields,
        .compile = compile};
    return type;
}

} // namespace lamina::schedules
