// InverseTimeDecay: initial / (1 + rate × step / steps); with staircase the quotient is cut to a whole
// number.
#include "engine/schedules/schedule_fields.h"

namespace lamina::schedules {

namespace {
const std::array inverseFields{
    fields::initialRate(), fields::decaySteps(),
    fields::real("decay_rate", nullptr, 0, 1e6, LAMINA_TEXT("schedules", "Decay rate"),
                 LAMINA_TEXT("schedules", "What the divisor grows by in the decay steps")),
    fields::staircase()};

ScheduleFunction compile(const Attributes& attributes)
{
    return [initial = attributes.real("initial_learning_rate"), steps = attributes.real("decay_steps"),
            rate = attributes.real("decay_rate"), staircase = attributes.flag("staircase")](Index step) {
        const double part = static_cast<double>(step) / steps;
        return initial / (1 + rate * (staircase ? std::floor(part) : part));
    };
}
} // namespace

const ScheduleType& inverse_time_decay()
{
    static const ScheduleType type{.className = "InverseTimeDecay",
                                   .label = LAMINA_TEXT("schedules", "Inverse time decay"),
                                   .help = LAMINA_TEXT("schedules", "Divided by what grows evenly with time"),
                                   .fields = inverseFields,
                                   .compile = compile};
    return type;
}

} // namespace lamina::schedules
