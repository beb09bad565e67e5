// The mean or the largest of each channel over all cells, channels last.
#pragma once

#include "engine/model/kernel.h"

namespace lamina {

// x samples × cells × channels, y samples × channels. If masked, the mask has a number for each cell, and the
// mean is that of what is real.
std::unique_ptr<Kernel> makeGlobalAverageKernel(Index cells, Index channels, bool masked = false);
// Where several cells are the largest, they share the gradient, as in TensorFlow's reduce_max.
std::unique_ptr<Kernel> makeGlobalMaximumKernel(Index cells, Index channels);

} // namespace lamina
