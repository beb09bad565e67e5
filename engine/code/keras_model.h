// The lines that make a model with Keras.
#pragma once

#include "engine/code/lines.h"
#include "engine/model/network.h"

namespace lamina::code {

// def make_model(): … return model
void writeKerasModel(const Network& network, Lines& lines);

} // namespace lamina::code
