// Names for layers that are added.
#pragma once

#include "engine/model/model_spec.h"

namespace lamina {

// "conv2d", "conv2d_1", … as Keras names layers.
std::string freeName(const ModelSpec& model, const std::string& className);
// The name itself, or with the first number behind it that no layer has.
std::string unusedName(const ModelSpec& model, const std::string& base);

} // namespace lamina
