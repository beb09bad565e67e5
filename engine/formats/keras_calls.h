// How a layer of Keras' is called: `inbound_nodes`, in the words of Keras 2 and of Keras 3.
#pragma once

#include "engine/core/fault.h"
#include "engine/core/json.h"
#include "engine/model/model_spec.h"

namespace lamina::keras {

struct Call {
    std::vector<TensorRef> inputs;
    bool asIfPredicting = false; // training=False
};

// Keras 2: [[["layer", node, tensor, {kwargs}], …]]; Keras 3: [{"args": [tensor, …], "kwargs": {…}}]. Places
// start at the layer's entry.
Result<Call> readCall(const Json& entry, const std::string& name);

// input_layers, output_layers: ["layer", node, tensor], or a list or an object of such.
std::vector<TensorRef> readEnds(const Json& config, const char* key);

// The layer, and all that is in it, made to do in training what it does in predicting. Whether that changed
// anything.
bool quieten(LayerSpec& layer);

} // namespace lamina::keras
