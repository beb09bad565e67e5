// A picture made larger by whole factors, channels last.
#pragma once

#include "engine/model/kernel.h"

namespace lamina {

// Nearest repeats cells; bilinear mixes neighbours as TensorFlow's resize does: the centres of the cells are
// what is placed, and beyond the outermost centres the picture goes on as it ends.
enum class Interpolation { Nearest, Bilinear };

std::unique_ptr<Kernel> makeUpsamplingKernel(Interpolation interpolation, const Shape& picture,
                                             Index rowFactor, Index columnFactor);

} // namespace lamina
