// Loops over rows of channels that several kernels share.
#pragma once

#include "engine/core/shape.h"

namespace lamina {

// y += bias in every row, then relu if asked.
void addBias(const float* bias, float* y, Index rows, Index channels, bool relu);
// sums[c] = the sum of column c. Short runs of rows are summed by themselves, so that no digits are lost to
// many rows.
void sumRows(const float* x, float* sums, Index rows, Index channels);

} // namespace lamina
