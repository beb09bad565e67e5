// A product of two tensors for each sample, summed over one axis of each.
#pragma once

#include "engine/model/kernel.h"

namespace lamina {

// y[p, q, r, s] = sum over k of a[p, k, q] · b[r, k, s]: what stands before and behind the summed axis is
// kept.
struct BatchProductGeometry {
    Index sum = 1; // k
    Index aBefore = 1, aBehind = 1; // p, q
    Index bBefore = 1, bBehind = 1; // r, s
    bool normalize = false; // each run over k is brought to length 1 first
};

std::unique_ptr<Kernel> makeBatchProductKernel(const BatchProductGeometry& geometry,
                                               const KernelRequest& request);

} // namespace lamina
