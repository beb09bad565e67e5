// Several tensors made into one, number by number, with NumPy's broadcasting inside a sample.
#pragma once

#include "engine/model/kernel.h"

#include <optional>

namespace lamina {

enum class JoinKind { Add, Subtract, Multiply, Average, Maximum, Minimum };

// What two shapes (without the batch) make together: aligned at the last axis, a size of 1 repeats. Nothing
// where they do not fit.
std::optional<Shape> broadcast(const Shape& a, const Shape& b);

// Where two inputs are equally large, Maximum and Minimum give the gradient to the earlier one.
std::unique_ptr<Kernel> makeJoinKernel(JoinKind kind, std::span<const Shape> inputs, const Shape& output);

} // namespace lamina
