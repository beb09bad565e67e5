// A tensor with its axes in another order.
#pragma once

#include "engine/model/kernel.h"

namespace lamina {

// dims: which axis of x stands first, second … in y, counted from 1 (0 is the batch).
std::unique_ptr<Kernel> makePermutationKernel(const std::vector<Index>& dims, const KernelRequest& request);

} // namespace lamina
