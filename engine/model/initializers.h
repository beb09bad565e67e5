// How variables start, by Keras' names (keras_semantics 5.3).
#pragma once

#include "engine/core/fault.h"
#include "engine/core/json.h"
#include "engine/core/random.h"
#include "engine/core/shape.h"

#include <span>

namespace lamina {

// A name, or {class_name, config}, in snake_case or CamelCase as Keras takes both.
Result<void> checkInitializer(const Json& initializer);
// Whether one that is right in itself can fill a variable of this shape.
Result<void> checkInitializer(const Json& initializer, const Shape& shape);
// Also unit_forget_bias, which only an LSTM gives to its bias: the initializer in its config, with 1 for the
// second of four parts. values has shape.elements() numbers. Fans: rank 2 (in, out); convolutions in ·
// window, out · window.
void initialize(const Json& initializer, const Shape& shape, const CounterRandom& random,
                std::span<float> values);
// The names that can be chosen without a config.
std::span<const char* const> initializerNames();

} // namespace lamina
