// Convolution in which each channel has windows of its own, channels last.
#pragma once

#include "engine/kernels/convolution.h"

namespace lamina {

// x samples × height × width × in, kernel kh × kw × in × (out / in), y samples × oh × ow × out; channel c
// gives channels c · (out / in) and up. Stride or dilation is 1. Applies relu itself; leaves other
// activations to the plan.
std::unique_ptr<Kernel> makeDepthwiseKernel(const ConvolutionGeometry& geometry,
                                            const KernelRequest& request);

// A depthwise convolution and a dense one of 1 × 1 behind it: variables depthwise kernel, pointwise kernel 1
// × 1 × geometry.out × filters, and the bias of the filters if pointwiseBias. The geometry's own bias is not
// used.
std::unique_ptr<Kernel> makeSeparableKernel(const ConvolutionGeometry& geometry, Index filters,
                                            bool pointwiseBias, const KernelRequest& request);

} // namespace lamina
