// How tensors lie over a larger one that they broadcast to, inside a sample, cut into runs that are simple:
// in a run each of them either moves along number by number or stands still.
#pragma once

#include "engine/core/shape.h"

#include <optional>
#include <span>

namespace lamina {

// What two shapes (without the batch) make together: aligned at the last axis, a size of 1 repeats. Nothing
// where they do not fit.
std::optional<Shape> broadcast(const Shape& a, const Shape& b);

struct BroadcastOperand {
    Index elements = 0; // of one sample
    bool whole = false; // as large as the output
    bool moves = true; // within a run
    std::vector<Index> starts; // where each run begins in it
};

struct BroadcastRuns {
    Index run = 1; // numbers in a run
    Index runs = 1; // in a sample
    std::vector<BroadcastOperand> operands;
};

// The inputs broadcast to the output; axes are merged as far as all of them allow.
BroadcastRuns layOutRuns(std::span<const Shape> inputs, const Shape& output);

} // namespace lamina
