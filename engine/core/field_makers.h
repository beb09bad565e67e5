// Fields of the plain kinds, for everybody who declares some.
#pragma once

#include "engine/core/fields.h"

namespace lamina::fields {

inline Field whole(const char* name, const char* byDefault, double minimum, double maximum, TextId label,
                   TextId help)
{
    return {.name = name,
            .kind = FieldKind::Whole,
            .defaultJson = byDefault,
            .label = label,
            .help = help,
            .minimum = minimum,
            .maximum = maximum};
}

inline Field real(const char* name, const char* byDefault, double minimum, double maximum, TextId label,
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

inline Field flag(const char* name, const char* byDefault, TextId label, TextId help)
{
    return {.name = name, .kind = FieldKind::Flag, .defaultJson = byDefault, .label = label, .help = help};
}

inline Field choice(const char* name, const char* byDefault, std::span<const char* const> choices,
                    TextId label, TextId help)
{
    return {.name = name,
            .kind = FieldKind::Choice,
            .defaultJson = byDefault,
            .label = label,
            .help = help,
            .choices = choices};
}

} // namespace lamina::fields
