// What a press on a button puts right, as a value: one edit of a project or several together.
#pragma once

#include "engine/core/text.h"
#include "engine/model/project.h"

#include <optional>
#include <variant>

namespace lamina {

struct SetField {
    std::string layer;
    std::string field;
    std::optional<Json> value; // nothing: back to the default
    bool operator==(const SetField&) const = default;
};

// A new layer between a layer and what it reads there. Where it reads nothing: before it.
struct InsertLayer {
    std::string className;
    Json config;
    std::string before;
    std::size_t input = 0;
    bool operator==(const InsertLayer&) const = default;
};

// What a layer reads at this place; one place more where there is none yet.
struct Connect {
    std::string layer;
    std::size_t input = 0;
    TensorRef from;
    bool operator==(const Connect&) const = default;
};

// By its place among the layers, for two of them may have one name.
struct GiveName {
    std::size_t layer = 0;
    std::string name;
    bool operator==(const GiveName&) const = default;
};

struct ChooseLoss {
    PartSpec loss;
    bool operator==(const ChooseLoss&) const = default;
};

struct ChooseBatch {
    int size = 1;
    bool operator==(const ChooseBatch&) const = default;
};

using Edit = std::variant<SetField, InsertLayer, Connect, GiveName, ChooseLoss, ChooseBatch>;

struct Fix {
    Text label; // of the button: "Set units to 10"
    std::vector<Edit> edits;
    bool operator==(const Fix&) const = default;
};

// The project with the fix made. What the edits name and is not there is passed over.
Project withFix(Project project, const Fix& fix);

} // namespace lamina
