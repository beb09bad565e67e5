// What the convolutions share: fields, geometry, and what is said where a window cannot be.
#pragma once

#include "engine/kernels/convolution.h"
#include "engine/model/common_fields.h"

namespace lamina {

namespace fields {
Field filters();
Field groups();
Field depthMultiplier();
// Of pictures (two axes) or of sequences (one).
Field kernelSize(int axes);
Field strides(int axes);
Field dilationRate(int axes);
Field activityRegularizer();
} // namespace fields

// x [height, width, channels]; a group of channels sees only itself.
ConvolutionGeometry pictureGeometry(const Attributes& attributes, const Shape& x, Index out, Index groups);

// The first thing that is wrong, or an empty list.
Faults checkPicture(const char* layer, const Shape& x);
Faults checkSequence(const char* layer, const Shape& x);
Faults checkGroups(Index groups, Index in, Index out);
Faults checkWindow(const ConvolutionGeometry& geometry); // fits, and is not both strided and dilated

Fault windowTooLong(Index window, Index steps); // for sequences

double convolutionFlops(const ConvolutionGeometry& geometry);

} // namespace lamina
