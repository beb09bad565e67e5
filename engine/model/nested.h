// A model inside a model: a layer of class Functional or Sequential whose config holds layers, in the project
// file's words:
//     {"layers": [{"class_name", "name", "config", "inputs"}, …], "inputs": […], "outputs": […]}
// A ModelSpec keeps the nesting; for computation it is laid flat, where the inner layers are called
// "outer/inner" and the inner Input layers are what comes into the outer layer.
#pragma once

#include "engine/model/network.h"

namespace lamina {

bool isNested(const LayerSpec& layer);
bool holdsNested(const ModelSpec& model);

// The inner model, with the rules for what is left out: in a Sequential each layer follows the one before,
// and where it begins without an Input layer, one with the shape that comes in is put before. Faults lie at
// places in the outer layer ("config.layers[0].name").
Result<ModelSpec> innerModel(const LayerSpec& outer, std::span<const Shape> incoming = {});
// The inverse: the config that holds the model.
Json nestedConfig(const ModelSpec& inner);

// What analyse() tells of the outer layer, for these inputs. Places as innerModel() gives them; the faults'
// layers are inner names.
LayerAnalysis analyseNested(const LayerSpec& outer, std::span<const Shape> incoming);

// The model laid flat. `trainable: false` of an outer layer is written to all that is in it.
struct FlatModel {
    ModelSpec model;
    std::vector<int> owners; // for each layer, which layer of the given model it is or lies in
    std::vector<TensorRef> firstOutputs; // for each layer of the given model, what in here its output 0 is
};
// Of a model that analyse() found no fault in.
FlatModel layFlat(const ModelSpec& model);

} // namespace lamina
