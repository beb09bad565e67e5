// What a schedule of the learning rate tells about itself, in one file of engine/schedules.
#pragma once

#include "engine/core/fields.h"

#include <functional>

namespace lamina {

// The learning rate of the update after `step` others: 0 for the first.
using ScheduleFunction = std::function<double(Index step)>;

struct ScheduleType {
    const char* className; // Keras' name: "ExponentialDecay"; stands in project files
    TextId label;
    TextId help;
    std::span<const Field> fields;
    bool inKeras = true; // false: Lamina's own
    Faults (*check)(const Attributes&, const Place&) = nullptr; // what the fields alone cannot tell
    ScheduleFunction (*compile)(const Attributes&);
};

namespace schedules {
std::span<const ScheduleType* const> all();
const ScheduleType* find(std::string_view className);
} // namespace schedules

// All of them, as what may stand in a field.
std::span<const NestedPart> scheduleParts();
// Of a number or {class_name, config}, checked before: the one place where a learning rate comes from.
ScheduleFunction compileSchedule(const Json& rate);
inline bool isSchedule(const Json& rate)
{
    return rate.is_object();
}

} // namespace lamina
