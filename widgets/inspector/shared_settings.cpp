#include "widgets/inspector/shared_settings.h"

#include <algorithm>
#include <string_view>

namespace lamina {

namespace {
bool includes(std::span<const char* const> all, std::span<const char* const> some)
{
    return std::ranges::all_of(some, [&](std::string_view choice) {
        return std::ranges::any_of(all, [&](const char* each) { return choice == each; });
    });
}

bool sameText(const char* a, const char* b)
{
    return a && b ? std::string_view(a) == b : a == b;
}

// Takes what `field` and `other` both take. False: they are not the same setting.
bool narrow(Field& field, const Field& other)
{
    if (field.kind != other.kind || field.listLength != other.listLength || field.inPairs != other.inPairs
        || field.parts != other.parts || !sameText(field.orWord, other.orWord))
        return false;
    if (includes(field.choices, other.choices))
        field.choices = other.choices;
    else if (!includes(other.choices, field.choices))
        return false;
    if (other.minimum > field.minimum) {
        field.minimum = other.minimum;
        field.minimumExcluded = other.minimumExcluded;
    } else if (other.minimum == field.minimum) {
        field.minimumExcluded |= other.minimumExcluded;
    }
    field.maximum = std::min(field.maximum, other.maximum);
    field.orNull = takesNull(field) && takesNull(other);
    return true;
}

Json valueIn(const Json& config, const Field& field)
{
    const auto given = config.find(field.name);
    return spelledOut(field, given == config.end() ? defaultOf(field) : *given);
}
} // namespace

bool isAtDefault(const Field& field, const Json& config)
{
    return field.defaultJson && valueIn(config, field) == spelledOut(field, defaultOf(field));
}

SharedSettings sharedSettings(const std::vector<PartSettings>& parts)
{
    SharedSettings shared;
    if (parts.empty())
        return shared;
    for (Field field : parts.front().fields) {
        FieldState state{.atDefault = true};
        const Field first = field;
        const bool everywhere = std::ranges::all_of(parts, [&](const PartSettings& part) {
            const Field* its = findField(part.fields, first.name);
            if (!its || !narrow(field, *its))
                return false;
            state.ownDefaults |= !sameText(its->defaultJson, first.defaultJson);
            state.atDefault &= isAtDefault(*its, part.config);
            const Json value = valueIn(part.config, *its);
            if (std::ranges::find(state.values, value) == state.values.end())
                state.values.push_back(value);
            return true;
        });
        if (!everywhere)
            continue;
        if (state.ownDefaults)
            field.defaultJson = nullptr;
        if (state.values.size() == 1)
            shared.config[field.name] = state.values.front();
        shared.states.emplace(field.name, std::move(state));
        shared.fields.push_back(field);
    }
    return shared;
}

} // namespace lamina
