// The product that gathers a weight's gradient from many rows.
#pragma once

#include "engine/core/shape.h"

namespace lamina {

// c = aᵀ b.   a rows × m   b rows × n, its rows bStride apart   c m × n, its rows cStride
// apart
void transposedProduct(const float* a, Index rows, Index m, const float* b, Index bStride, Index n, float* c,
                       Index cStride);

} // namespace lamina
