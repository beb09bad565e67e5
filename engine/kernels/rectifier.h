// The rectifiers that have corners of their own.
#pragma once

#include "engine/model/kernel.h"

#include <limits>

namespace lamina {

// x between threshold and largest; largest above; slope · (x - threshold) at the threshold and below it.
struct Rectifier {
    float threshold = 0;
    float slope = 0;
    float largest = std::numeric_limits<float>::infinity();
};

std::unique_ptr<Kernel> makeRectifierKernel(const Rectifier& rectifier, Index elements);

} // namespace lamina
