// A model as a plain value, in the words of Keras: what a project file holds and the designer edits.
#pragma once

#include "engine/core/json.h"

#include <string>
#include <vector>

namespace lamina {

// One output of a layer.
struct TensorRef {
    std::string layer;
    int index = 0;

    bool operator==(const TensorRef&) const = default;
    auto operator<=>(const TensorRef&) const = default; // NOLINT(modernize-use-nullptr): none is there
};

struct LayerSpec {
    std::string className;
    std::string name;
    Json config = Json::object(); // only what was given; a missing key means Keras' default
    std::vector<TensorRef> inputs;

    bool operator==(const LayerSpec&) const = default;
};

struct ModelSpec {
    std::vector<LayerSpec> layers;
    std::vector<TensorRef> inputs; // empty: the layers without inputs, in order
    std::vector<TensorRef> outputs; // empty: the layers without followers, in order

    bool operator==(const ModelSpec&) const = default;

    const LayerSpec* find(std::string_view name) const;
    LayerSpec* find(std::string_view name);
    // With the rule for empty lists applied.
    std::vector<TensorRef> effectiveInputs() const;
    std::vector<TensorRef> effectiveOutputs() const;
};

} // namespace lamina
