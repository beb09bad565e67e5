// Configurations to try a part's laws on: its defaults, and some for each field that can be another value.
#pragma once

#include "engine/core/fields.h"

#include <vector>

namespace lamina::test {

inline std::vector<Json> variants(std::span<const Field> fields)
{
    Json required = Json::object();
    const auto other = [](const Field& field, double from) {
        const double raised = from + 0.25;
        return raised <= field.maximum ? raised : from / 2;
    };
    for (const Field& field : fields)
        if (!field.defaultJson && field.kind == FieldKind::Real)
            required[field.name] = other(field, std::max(field.minimum, 0.0));
    std::vector<Json> all{required};
    for (const Field& field : fields) {
        const Json byDefault = defaultOf(field);
        std::vector<Json> values;
        if (field.kind == FieldKind::Flag)
            values.push_back(!byDefault.get<bool>());
        else if (field.kind == FieldKind::Real && byDefault.is_number())
            values.push_back(other(field, byDefault.get<double>()));
        else if (field.kind == FieldKind::Real && byDefault.is_null() && field.orNull)
            values.push_back(other(field, std::max(field.minimum, 0.0)));
        else if (field.kind == FieldKind::Whole && byDefault.is_number())
            values = {byDefault.get<Index>() - 1, byDefault.get<Index>() + 1};
        else if (field.kind == FieldKind::Choice)
            for (const char* choice : field.choices)
                values.push_back(choice);
        for (const Json& value : values) {
            Json config = required;
            config[field.name] = value;
            if (check(fields, config, {}).empty())
                all.push_back(config);
        }
    }
    return all;
}

} // namespace lamina::test
