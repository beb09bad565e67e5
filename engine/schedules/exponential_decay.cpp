// ExponentialDecay: initial × rate^(step / steps); with staircase the exponent is cut to a whole number.
#include "engine/schedules/schedule_fields.h"

namespace lamina::schedules {

namespace {
const std::array exponentialFields{
    fields::initialRate(), fields::decaySteps(),
    fields::real("decay_rate", nullptr, 0, 1e6, LAMINA_TEXT("schedules", "Decay rate"),
                 LAMINA_TEXT("schedules", "What is left of the learning rate after the decay steps")),
    fields::staircase()};

ScheduleFunction compile(const Attributes& attributes)
{
    return [initial = attributes.real("initial_learning_rate"), steps = attributes.real("decay_steps"),
            rate = attributes.real("decay_rate"), staircase = attributes.flag("staircase")](Index step) {
        const double part = static_cast<double>(step) / steps;
        return initial * std::pow(rate, staircase ? std::floor(part) : part);
    };
}
} // namespace

const ScheduleType& exponential_decay()
{
    static const ScheduleType type{
        .className = "ExponentialDecay",
        .label = LAMINA_TEXT("schedules", "Exponential decay, or in steps"),
        .help = LAMINA_TEXT("schedules", "Multiplied by the same number again and again"),
        .fields = exponentialFields,
        .compile = compile};
    return type;
}

} // namespace lamina::schedules
