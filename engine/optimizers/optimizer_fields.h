// Fields that several optimizers share. Names and defaults are Keras'.
#pragma once

#include "engine/core/fields.h"

#include <array>

namespace lamina::fields {

inline Field learningRate(const char* byDefault)
{
    return {.name = "learning_rate",
            .kind = FieldKind::Real,
            .defaultJson = byDefault,
            .label = LAMINA_TEXT("optimizers", "Learning rate"),
            .help = LAMINA_TEXT("optimizers", "How far a step goes"),
            .minimum = 0,
            .maximum = 1e6};
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

} // namespace lamina::fields
