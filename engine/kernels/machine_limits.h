// What this machine can do at most, measured: the yardstick beside a layer's time.
#pragma once

#include "engine/core/pieces.h"

namespace lamina {

struct MachineLimits {
    double flops = 0; // float32 operations a second in a matrix product, all threads together
    double bytes = 0; // a second from and to memory, all threads together
};

// Takes about a second.
MachineLimits measureMachineLimits(Workers& workers);

} // namespace lamina
