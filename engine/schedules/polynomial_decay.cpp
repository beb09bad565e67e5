// PolynomialDecay: from the initial rate to the last one along (1 - step / steps)^power. With cycle the steps
// are lengthened to the next multiple each time they are over, so that the rate jumps up and falls again.
#include "engine/schedules/schedule_fields.h"

namespace lamina::schedules {

namespace {
const std::array polynomialFields{
    fields::initialRate(), fields::decaySteps(),
    fields::real("end_learning_rate", "0.0001", 0, 1e6, LAMINA_TEXT("schedules", "Last learning rate"),
                 LAMINA_TEXT("schedules", "Where the learning rate ends")),
    fields::real("power", "1", 0, 1e3, LAMINA_TEXT("schedules", "Power"),
                 LAMINA_TEXT("schedules", "1: along a straight line")),
    fields::flag("cycle", "false", LAMINA_TEXT("schedules", "Cycle"),
                 LAMINA_TEXT("schedules", "Begin again when the end is reached"))};

ScheduleFunction compile(const Attributes& attributes)
{
    return [initial = attributes.real("initial_learning_rate"), steps = attributes.real("decay_steps"),
            end = attributes.real("end_learning_rate"), power = attributes.real("power"),
            cycle = attributes.flag("cycle")](Index step) {
        const auto done = static_cast<double>(step);
        const double all = cycle && step > 0 ? steps * std::ceil(done / steps) : steps;
        const double part = std::min(done, all) / all;
        return (initial - end) * std::pow(1 - part, power) + end;
    };
}
} // namespace

const ScheduleType& polynomial_decay()
{
    static const ScheduleType type{.className = "PolynomialDecay",
                                   .label = LAMINA_TEXT("schedules", "Polynomial decay"),
                                   .help =
                                       LAMINA_TEXT("schedules", "Along a line or curve down to a last value"),
                                   .fields = polynomialFields,
                                   .compile = compile};
    return type;
}

} // namespace lamina::schedules
