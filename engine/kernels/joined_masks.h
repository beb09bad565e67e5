// What becomes of masks where several inputs become one.
#pragma once

#include "engine/model/kernel.h"

namespace lamina {

// The kernel, and its output's mask: an entry is real if it is so in all inputs that carry a mask. Along the
// axis of a concatenation the masks lie one after the other, as the inputs do; an input without one is all
// real there.
std::unique_ptr<Kernel> joiningMasks(std::unique_ptr<Kernel> kernel, const KernelRequest& request,
                                     int concatenated = -1);

} // namespace lamina
