// What a layer learns of the training data before training starts: Keras' adapt().
#pragma once

#include "engine/core/shape.h"

#include <span>

namespace lamina {

// Fed with the layer's input for every training sample, in their order, on one thread: the result depends on
// nothing else.
class Adaptation {
public:
    virtual ~Adaptation() = default;
    virtual void add(const float* x, Index samples) = 0;
    // Writes what was found into the layer's variables, in the signature's order.
    virtual void finish(std::span<float* const> parameters) const = 0;

protected:
    Adaptation() = default;
    Adaptation(const Adaptation&) = default;
    Adaptation& operator=(const Adaptation&) = default;
};

} // namespace lamina
