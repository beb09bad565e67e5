// PiecewiseConstantDecay: values[0] up to and with step boundaries[0], values[1] up to boundaries[1] …, the
// last value after the last boundary.
#include "engine/schedules/schedule_fields.h"

namespace lamina::schedules {

namespace {
const std::array piecewiseFields{
    Field{.name = "boundaries",
          .kind = FieldKind::RealList,
          .defaultJson = nullptr,
          .label = LAMINA_TEXT("schedules", "Boundaries"),
          .help = LAMINA_TEXT("schedules", "The last update of each value but the last, ascending"),
          .minimum = 0},
    Field{.name = "values",
          .kind = FieldKind::RealList,
          .defaultJson = nullptr,
          .label = LAMINA_TEXT("schedules", "Values"),
          .help = LAMINA_TEXT("schedules", "The learning rates, one more than there are boundaries"),
          .minimum = 0,
          .maximum = 1e6}};

Faults check(const Attributes& attributes, const Place& where)
{
    const std::vector<double> boundaries = attributes.reals("boundaries");
    const std::vector<double> values = attributes.reals("values");
    const auto at = [&](const char* key) {
        Place place = where;
        place.path += std::string(place.path.empty() ? "" : ".") + key;
        return place;
    };
    if (values.size() != boundaries.size() + 1)
        return {{FaultKind::Input,
                 Text(LAMINA_TEXT("schedules", "There are %1 values for %2 boundaries"), values.size(),
                      boundaries.size()),
                 at("values"), Text(LAMINA_TEXT("schedules", "give %1 values"), boundaries.size() + 1)}};
    if (!std::ranges::is_sorted(boundaries))
        return {{FaultKind::Input, LAMINA_TEXT("schedules", "The boundaries do not ascend"), at("boundaries"),
                 LAMINA_TEXT("schedules", "write them from the smallest to the largest")}};
    return {};
}

ScheduleFunction compile(const Attributes& attributes)
{
    return [boundaries = attributes.reals("boundaries"), values = attributes.reals("values")](Index step) {
        const auto next = std::ranges::lower_bound(boundaries, static_cast<double>(step));
        return values[static_cast<std::size_t>(next - boundaries.begin())];
    };
}
} // namespace

const ScheduleType& piecewise_constant_decay()
{
    static const ScheduleType type{.className = "PiecewiseConstantDecay",
                                   .label = LAMINA_TEXT("schedules", "Piecewise constant"),
                                   .help = LAMINA_TEXT("schedules", "Values of your own, each for a while"),
                                   .fields = piecewiseFields,
                                   .check = check,
                                   .compile = compile};
    return type;
}

} // namespace lamina::schedules
