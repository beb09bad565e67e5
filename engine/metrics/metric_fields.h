// Fields that several metrics share. Names and defaults are Keras'.
#pragma once

#include "engine/core/fields.h"

#include <array>

namespace lamina::fields {

inline Field metricName()
{
    return {.name = "name",
            .kind = FieldKind::Words,
            .defaultJson = "null",
            .label = LAMINA_TEXT("metrics", "Name"),
            .help = LAMINA_TEXT("metrics", "What it is called in curves and tables; empty: as usual"),
            .orNull = true};
}

inline Field threshold(const char* name, const char* byDefault)
{
    return {.name = name,
            .kind = FieldKind::Real,
            .defaultJson = byDefault,
            .label = LAMINA_TEXT("metrics", "Threshold"),
            .help = LAMINA_TEXT("metrics", "Above it a prediction counts as yes"),
            .minimum = -1e9,
            .maximum = 1e9,
            .orNull = true};
}

inline Field wholeOr(const char* name, const char* byDefault, double minimum, TextId label, TextId help)
{
    return {.name = name,
            .kind = FieldKind::Whole,
            .defaultJson = byDefault,
            .label = label,
            .help = help,
            .minimum = minimum,
            .maximum = 1e9,
            .orNull = std::string_view(byDefault) == "null"};
}

} // namespace lamina::fields
