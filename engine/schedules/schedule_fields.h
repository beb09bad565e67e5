// Fields that several schedules share. Names and defaults are Keras'.
#pragma once

#include "engine/core/field_makers.h"
#include "engine/model/schedule_type.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace lamina::fields {

inline Field initialRate()
{
    return real("initial_learning_rate", nullptr, 0, 1e6, LAMINA_TEXT("schedules", "Initial learning rate"),
                LAMINA_TEXT("schedules", "Where the learning rate starts"));
}

// Steps are updates of the weights, or epochs in a LearningRateScheduler.
inline Field steps(const char* name, const char* byDefault, TextId label, TextId help)
{
    Field field = real(name, byDefault, 0, 1e15, label, help);
    field.minimumExcluded = true;
    return field;
}

inline Field decaySteps()
{
    return steps(
        "decay_steps", nullptr, LAMINA_TEXT("schedules", "Decay steps"),
        LAMINA_TEXT("schedules", "Updates that the decay takes (epochs in a LearningRateScheduler)"));
}

inline Field staircase()
{
    return flag("staircase", "false", LAMINA_TEXT("schedules", "Staircase"),
                LAMINA_TEXT("schedules", "Change after each run of decay steps, not at each step"));
}

} // namespace lamina::fields
