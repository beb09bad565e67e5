// What a preprocessing step tells about itself, in one file of engine/data/preprocessing. It applies to every
// part, also to what is given to predict; what it learns from the training part is kept with the model.
#pragma once

#include "engine/core/fields.h"
#include "engine/data/dataset.h"

#include <functional>

namespace lamina {

// In place, on one sample's input.
using PreprocessFunction = std::function<void(std::span<float>)>;

struct PreprocessType {
    const char* className; // Keras' layer of the same meaning: "Rescaling"
    TextId label;
    TextId help;
    std::span<const Field> fields;
    PreprocessFunction (*compile)(const Attributes&);
};

namespace preprocessing {
std::span<const PreprocessType* const> all();
const PreprocessType* find(std::string_view className);
} // namespace preprocessing

} // namespace lamina
