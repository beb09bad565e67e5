// Fields that several metrics share. Names and defaults are Keras'.
#pragma once

#include "engine/core/field_makers.h"

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
    Field field = real(name, byDefault, -1e9, 1e9, LAMINA_TEXT("metrics", "Threshold"),
                       LAMINA_TEXT("metrics", "Above it a prediction counts as yes"));
    field.orNull = true;
    return field;
}

inline Field wholeOr(const char* name, const char* byDefault, double minimum, TextId label, TextId help)
{
    Field field = whole(name, byDefault, minimum, 1e9, label, help);
    field.orNull = std::string_view(byDefault) == "null";
    return field;
}

inline Field topK()
{
    return wholeOr("k", "5", 1, LAMINA_TEXT("metrics", "K"),
                   LAMINA_TEXT("metrics", "How many of the largest outputs may hold the right one"));
}

} // namespace lamina::fields
