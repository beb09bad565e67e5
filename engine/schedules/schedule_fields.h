// Fields that several schedules share. Names and defaults are Keras'.
#pragma once

#include "engine/model/schedule_type.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace lamina::fields {

inline Field rate(const char* name, const char* byDefault, TextId label, TextId help)
{
    return {.name = name,
            .kind = FieldKind::Real,
            .defaultJson = byDefault,
            .label = label,
            .help = help,
            .minimum = 0,
            .maximum = 1e6};
}

inline Field initialRate()
{
    return rate("initial_learning_rate", nullptr, LAMINA_TEXT("schedules", "Initial learning rate"),
                LAMINA_TEXT("schedules", "Where the learning rate starts"));
}

// Steps are updates of the weights, or epochs in a LearningRateScheduler.
inline Field steps(const char* name, const char* byDefault, TextId label, TextId help)
{
    return {.name = name,
            .kind = FieldKind::Real,
            .defaultJson = byDefault,
            .label = label,
            .help = help,
            .minimum = 0,
            .maximum = 1e15,
            .minimumExcluded = true};
}

inline Field decaySteps()
{
    return steps(
        "decay_steps", nullptr, LAMINA_TEXT("schedules", "Decay steps"),
        LAMINA_TEXT("schedules", "Updates that the decay takes (epochs in a LearningRateScheduler)"));
}

inline Field number(const char* name, const char* byDefault, double minimum, double maximum, TextId label,
                    TextId help)
{
    return {.name = name,
            .kind = FieldKind::Real,
            .defaultJson = byDefault,
            .label = label,
            .help = help,
            .minimum = minimum,
            .maximum = maximum};
}

inline Field toggle(const char* name, TextId label, TextId help)
{
    return {.name = name, .kind = FieldKind::Flag, .defaultJson = "false", .label = label, .help = help};
}

inline Field staircase()
{
    return toggle("staircase", LAMINA_TEXT("schedules", "Staircase"),
                  LAMINA_TEXT("schedules", "Change after each run of decay steps, not at each step"));
}

} // namespace lamina::fields
