// What a layer applies to its output, by its activation field or by what it is.
#pragma once

#include "engine/model/layer_type.h"

namespace lamina {

ActivationKind activationOf(const LayerType& type, const Attributes& attributes,
                            std::span<const Shape> inputs);

} // namespace lamina
