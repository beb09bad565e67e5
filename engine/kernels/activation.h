// The activations of Keras, forward and backward, and their one list of names.
#pragma once

#include "engine/model/kernel.h"

#include <optional>

namespace lamina {

// Keras' names in the order of the list that a person chooses from.
std::span<const char* const> activationNames();
std::optional<ActivationKind> activationNamed(std::string_view name);
const char* activationName(ActivationKind kind);

// What the derivative is computed from: relu and its like need only their output, which lets them work in
// place.
bool backwardNeedsInput(ActivationKind kind);

// y = f(x) on rows × width numbers; softmax runs along the width. y may be x.
void activate(ActivationKind kind, const float* x, float* y, Index rows, Index width);
// dx = dy · f'(x). x may be nullptr unless backwardNeedsInput(). dx may be dy.
void activateBackward(ActivationKind kind, const float* x, const float* y, const float* dy, float* dx,
                      Index rows, Index width);

// For one tensor of the shape (without the batch).
std::unique_ptr<Kernel> makeActivationKernel(ActivationKind kind, const Shape& shape);

// x for x > 0, alpha · (e^x - 1) otherwise. alpha is 0 or more.
void elu(float alpha, const float* x, float* y, Index count);
void eluBackward(float alpha, const float* y, const float* dy, float* dx, Index count);

// x for x > 0, slope · x otherwise; its derivative at 0 is the slope.
void leakyRelu(float slope, const float* x, float* y, Index count);
void leakyReluBackward(float slope, const float* y, const float* dy, float* dx, Index count);

} // namespace lamina
