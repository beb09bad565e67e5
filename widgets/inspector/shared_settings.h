// What several parts have in common, to be seen and set together: the fields that all of them declare.
#pragma once

#include "engine/core/fields.h"

#include <map>

namespace lamina {

// The settings of one of the parts.
struct PartSettings {
    std::span<const Field> fields;
    const Json& config;
};

// How the parts stand to a field that they share.
struct FieldState {
    bool atDefault = false; // each of them
    bool ownDefaults = false; // theirs are not the same
    std::vector<Json> values{}; // the different ones; a single one: they agree
};
using FieldStates = std::map<std::string, FieldState, std::less<>>;

struct SharedSettings {
    // In the order of the first part, within the limits of all. Without a default where theirs differ.
    std::vector<Field> fields;
    Json config = Json::object(); // where they agree, given or by default
    FieldStates states; // of every field
};

// Fields are the same if they have the same name and kind, and one takes all that another does.
SharedSettings sharedSettings(const std::vector<PartSettings>& parts);

// Whether the field has its default: not given, or given as that.
bool isAtDefault(const Field& field, const Json& config);

} // namespace lamina
