// What a preprocessing step tells about itself, in one file of engine/data/preprocessing. It applies to every
// part, also to what is given to predict; what it learns from the training part is kept with the model.
#pragma once

#include "engine/core/fields.h"
#include "engine/data/dataset.h"

#include <functional>

namespace lamina {

// In place, on one sample's input.
using PreprocessFunction = std::function<void(std::span<float>)>;
// Shows every sample of the training part, prepared by the steps before.
using SampleVisit = std::function<Result<void>(const std::function<void(std::span<const float>)>& use)>;

struct PreprocessType {
    const char* className; // Keras' layer of the same meaning: "Rescaling"
    TextId label;
    TextId help;
    std::span<const Field> fields;
    PreprocessFunction (*compile)(const Attributes&); // null for a step that learns
    // What a step that learns finds in samples of a shape, and how that is used. Null from compileLearned():
    // the JSON is not what learn() gives.
    Result<Json> (*learn)(const Attributes&, const Shape&, const SampleVisit&) = nullptr;
    PreprocessFunction (*compileLearned)(const Attributes&, const Json& learned) = nullptr;
};

namespace preprocessing {
std::span<const PreprocessType* const> all();
const PreprocessType* find(std::string_view className);
} // namespace preprocessing

} // namespace lamina
