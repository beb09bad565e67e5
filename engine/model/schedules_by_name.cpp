#include "engine/model/schedule_type.h"

#include <algorithm>

namespace lamina {

const ScheduleType* schedules::find(std::string_view className)
{
    const std::span<const ScheduleType* const> types = all();
    const auto found =
        std::ranges::find_if(types, [&](const ScheduleType* type) { return className == type->className; });
    return found == types.end() ? nullptr : *found;
}

std::span<const NestedPart> scheduleParts()
{
    static const std::vector<NestedPart> parts = [] {
        std::vector<NestedPart> made;
        for (const ScheduleType* type : schedules::all())
            made.push_back({type->className, {}, type->label, type->help, type->fields, type->check});
        return made;
    }();
    return parts;
}

ScheduleFunction compileSchedule(const Json& rate)
{
    if (!isSchedule(rate))
        return [value = rate.get<double>()](Index) { return value; };
    const NestedValue nested = nestedValue(scheduleParts(), rate);
    assert(nested.part);
    return schedules::find(nested.part->className)->compile(Attributes(nested.part->fields, nested.config));
}

} // namespace lamina
