// Penalties on the size of weights or activations: l1, l2 and both, as Keras has them.
#pragma once

#include "engine/core/fields.h"

namespace lamina {

// l1 Σ|x| + l2 Σx²; no half before the squares.
struct Penalty {
    double l1 = 0;
    double l2 = 0;

    bool any() const { return l1 != 0 || l2 != 0; }
    double value(const float* x, Index count) const;
    // gradient[i] += scale × the derivative by x[i]; that of |x| at 0 is 0.
    void addGradient(const float* x, float* gradient, Index count, double scale = 1) const;
};

// null, "l2", or {class_name, config}, checked before.
Penalty penaltyOf(const Json& regularizer);

std::span<const NestedPart> regularizerParts();

} // namespace lamina
