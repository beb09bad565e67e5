// Two recurrent kernels over the same sequence, one against its order, and what becomes of their outputs.
#pragma once

#include "engine/kernels/recurrent.h"

#include <array>

namespace lamina {

enum class MergeMode { Concat, Sum, Average, Multiply, Apart };

struct DirectionsGeometry {
    std::array<RecurrentGeometry, 2> directions;
    MergeMode merge = MergeMode::Concat;
};

// Where whole sequences are given, the second one is turned back into the order of the steps. Parameters:
// those of the first, then of the second.   y merged (or both), then the states of the first and of the
// second
std::unique_ptr<Kernel> makeDirectionsKernel(const DirectionsGeometry& geometry,
                                             const KernelRequest& request);

} // namespace lamina
