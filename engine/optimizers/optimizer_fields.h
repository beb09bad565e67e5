// Fields that several optimizers share. Names and defaults are Keras'.
#pragma once

#include "engine/core/field_makers.h"
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
    return real("epsilon", "1e-07", 0, 1e6, LAMINA_TEXT("optimizers", "Epsilon"),
                LAMINA_TEXT("optimizers", "Keeps the step finite where gradients are nearly 0"));
}

// How much of the past a running mean keeps; below 1, or nothing new would ever come in.
inline Field decay(const char* name, const char* byDefault, TextId label, TextId help)
{
    return real(name, byDefault, 0, 0.999999999, label, help);
}

inline Field momentum()
{
    return real("momentum", "0", 0, 1, LAMINA_TEXT("optimizers", "Momentum"),
                LAMINA_TEXT("optimizers", "Share of the last step that is taken again"));
}

inline Field orNothing(const char* name, const char* byDefault, TextId label, TextId help)
{
    Field field = real(name, byDefault, 0, 1e9, label, help);
    field.orNull = true;
    return field;
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
