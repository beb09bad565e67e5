// The convolution of mixed_bfloat16.
#pragma once

#include "engine/kernels/convolution.h"

namespace lamina {

// Multiplies bfloat16 and adds float32, in all three directions; x, y and the gradients stay float32 outside.
// nullptr where the library has no code of its own for such a convolution: then float32 computes it.
std::unique_ptr<Kernel> makeBfloatConvolutionKernel(const ConvolutionGeometry& geometry,
                                                    const KernelRequest& request);

} // namespace lamina
