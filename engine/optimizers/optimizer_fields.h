// Fields that several optimizers share. Names and defaults are Keras'.
#pragma once

#include "engine/model/optimizer_type.h"
#include "engine/model/schedule_type.h"

#include <algorithm>
#include <array>

namespace lamina::fields {

inline Field learningRate(const char* byDefault)
{
    return {.name = "learning_rate",
            .kind = FieldKind::RealOrPart,
            .defaultJson = byDefault,
            .label = LAMINA_TEXT("optimizers", "Learning rate"),
            .help =
                LAMINA_TEXT("optimizers", "How far a step goes: a number, or how it changes with the steps"),
            .minimum = 0,
            .maximum = 1e6,
            .parts = scheduleParts};
}

inline Field epsilon()
{
    return {.name = "epsilon",
            .kind = FieldKind::Real,
            .defaultJson = "1e-07",
            .label = LAMINA_TEXT("optimizers", "Epsilon"),
            .help = LAMINA_TEXT("optimizers", "Keeps the step finite where gradients are nearly 0"),
            .minimum = 0,
            .maximum = 1e6};
}

// How much of the past a running mean keeps; below 1, or nothing new would ever come in.
inline Field decay(const char* name, const char* byDefault, TextId label, TextId help)
{
    return {.name = name,
            .kind = FieldKind::Real,
            .defaultJson = byDefault,
            .label = label,
            .help = help,
            .minimum = 0,
            .maximum = 0.999999999};
}

inline Field momentum()
{
    return {.name = "momentum",
            .kind = FieldKind::Real,
            .defaultJson = "0",
            .label = LAMINA_TEXT("optimizers", "Momentum"),
            .help = LAMINA_TEXT("optimizers", "Share of the last step that is taken again"),
            .minimum = 0,
            .maximum = 1};
}

inline Field flagField(const char* name, TextId label, TextId help)
{
    return {.name = name, .kind = FieldKind::Flag, .defaultJson = "false", .label = label, .help = help};
}

inline Field orNothing(const char* name, const char* byDefault, TextId label, TextId help)
{
    return {.name = name,
            .kind = FieldKind::Real,
            .defaultJson = byDefault,
            .label = label,
            .help = help,
            .minimum = 0,
            .maximum = 1e9,
            .orNull = true};
}

// What every optimizer of Keras has, behind its own.
template <std::size_t Own>
std::array<Field, Own + 4> withCommon(const std::array<Field, Own>& own, const char* weightDecay = "null")
{
    std::array<Field, Own + 4> all;
    std::copy(own.begin(), own.end(), all.begin());
    all[Own] = orNothing(
        "weight_decay", weightDecay, LAMINA_TEXT("optimizers", "Weight decay"),
        LAMINA_TEXT("optimizers", "Share of each weight that a step takes away, times the learning rate"));
    all[Own + 1] = orNothing("clipnorm", "null", LAMINA_TEXT("optimizers", "Clip norm"),
                             LAMINA_TEXT("optimizers", "Largest norm of a single variable's gradient"));
    all[Own + 2] = orNothing("clipvalue", "null", LAMINA_TEXT("optimizers", "Clip value"),
                             LAMINA_TEXT("optimizers", "Largest size of each number of the gradient"));
    all[Own + 3] = orNothing("global_clipnorm", "null", LAMINA_TEXT("optimizers", "Global clip norm"),
                             LAMINA_TEXT("optimizers", "Largest norm of all gradients together"));
    return all;
}

inline Faults checkClipping(const Attributes& attributes, const Place& where)
{
    if (attributes.isNull("clipnorm") || attributes.isNull("global_clipnorm"))
        return {};
    Place place = where;
    place.path += std::string(place.path.empty() ? "" : ".") + "global_clipnorm";
    return {{FaultKind::Input, LAMINA_TEXT("optimizers", "The gradient is clipped by two norms"), place,
             LAMINA_TEXT("optimizers", "remove clipnorm or global_clipnorm")}};
}

} // namespace lamina::fields
