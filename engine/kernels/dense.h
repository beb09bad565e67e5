// y = x W + b on rows of numbers.
#pragma once

#include "engine/model/kernel.h"

namespace lamina {

// x rows × in, W in × out (Keras' kernel), b out or none, y rows × out; a shape with more axes is rows × its
// last axis. Applies relu itself; leaves other activations to the plan.
struct DenseGeometry {
    Index rowsPerSample = 1;
    Index in = 0;
    Index out = 0;
    bool bias = true;
};
std::unique_ptr<Kernel> makeDenseKernel(const DenseGeometry& geometry, const KernelRequest& request);

} // namespace lamina
