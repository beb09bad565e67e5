// Several tensors made into one, number by number, with NumPy's broadcasting inside a sample.
#pragma once

#include "engine/model/kernel.h"

namespace lamina {

enum class JoinKind { Add, Subtract, Multiply, Average, Maximum, Minimum };

// Where two inputs are equally large, Maximum and Minimum give the gradient to the earlier one.
std::unique_ptr<Kernel> makeJoinKernel(JoinKind kind, std::span<const Shape> inputs, const Shape& output);

} // namespace lamina
