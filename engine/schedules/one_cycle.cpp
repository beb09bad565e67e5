// OneCycle: up from max / div_factor to max, and down to a final_div_factor-th of where it began (Smith and
// Topin 2018). Keras has no such thing: names and curve are those of PyTorch's OneCycleLR.
#include "engine/schedules/schedule_fields.h"

namespace lamina::schedules {

namespace {
constexpr std::array strategies{"cos", "linear"};
const std::array cycleFields{
    fields::real("max_learning_rate", nullptr, 0, 1e6, LAMINA_TEXT("schedules", "Largest learning rate"),
                 LAMINA_TEXT("schedules", "Where the learning rate turns")),
    fields::steps("total_steps", nullptr, LAMINA_TEXT("schedules", "Steps in all"),
                  LAMINA_TEXT("schedules",
                              "Updates from the beginning to the end (epochs in a "
                              "LearningRateScheduler)")),
    fields::real("pct_start", "0.3", 0, 1, LAMINA_TEXT("schedules", "Share of the rise"),
                 LAMINA_TEXT("schedules", "Share of the steps in which the learning rate rises")),
    fields::real(
        "div_factor", "25", 1e-9, 1e9, LAMINA_TEXT("schedules", "First divisor"),
        LAMINA_TEXT("schedules", "How many times as large the largest learning rate is as the first")),
    fields::real("final_div_factor", "10000", 1e-9, 1e12, LAMINA_TEXT("schedules", "Last divisor"),
                 LAMINA_TEXT("schedules", "How many times as large the first learning rate is as the last")),
    Field{.name = "anneal_strategy",
          .kind = FieldKind::Choice,
          .defaultJson = "\"cos\"",
          .label = LAMINA_TEXT("schedules", "Curve"),
          .help = LAMINA_TEXT("schedules", "Along cosine waves or straight lines"),
          .choices = strategies}};

ScheduleFunction compile(const Attributes& attributes)
{
    const double most = attributes.real("max_learning_rate");
    const double first = most / attributes.real("div_factor");
    const double last = first / attributes.real("final_div_factor");
    const double end = attributes.real("total_steps") - 1;
    const double turn = attributes.real("pct_start") * attributes.real("total_steps") - 1;
    const bool linear = attributes.text("anneal_strategy") == "linear";
    return [=](Index step) {
        const auto between = [linear](double from, double to, double part) {
            return linear ? from + (to - from) * part
                          : to + (from - to) / 2 * (1 + std::cos(std::numbers::pi * part));
        };
        const auto done = static_cast<double>(step);
        if (turn > 0 && done <= turn)
            return between(first, most, done / turn);
        const double from = std::max(turn, 0.0);
        return end > from ? between(most, last, std::min(1.0, (done - from) / (end - from))) : last;
    };
}
} // namespace

const ScheduleType& one_cycle()
{
    static const ScheduleType type{
        .className = "OneCycle",
        .label = LAMINA_TEXT("schedules", "One cycle"),
        .help = LAMINA_TEXT("schedules", "Up to a large learning rate and down to almost none"),
        .fields = cycleFields,
        .inKeras = false,
        .compile = compile};
    return type;
}

} // namespace lamina::schedules
