// Two-dimensional convolution (cross-correlation, as in Keras), channels last. One-dimensional ones are rows
// of height 1.
#pragma once

#include "engine/kernels/window.h"
#include "engine/model/kernel.h"

namespace lamina {

// x samples × height × width × in, kernel kh × kw × (in / groups) × out, y samples × oh × ow × out.
struct ConvolutionGeometry {
    Index height = 0, width = 0, in = 0, out = 0;
    Index groups = 1; // channels of a group see only each other
    Index kernelHeight = 1, kernelWidth = 1;
    Index strideHeight = 1, strideWidth = 1;
    Index dilationHeight = 1, dilationWidth = 1;
    Window rows, columns;
    bool bias = true;
};
// Applies relu itself; leaves other activations to the plan.
std::unique_ptr<Kernel> makeConvolutionKernel(const ConvolutionGeometry& geometry,
                                              const KernelRequest& request);

// The other way round: from y of such a geometry to its x, with the same kernel (of Keras' Conv2DTranspose:
// kh × kw × filters × in, so that filters are the geometry's `in`). The bias belongs to x.
std::unique_ptr<Kernel> makeTransposedConvolutionKernel(const ConvolutionGeometry& geometry,
                                                        const KernelRequest& request);

} // namespace lamina
