// Many short-lived arrays in one block: those that are never alive together share memory.
#pragma once

#include "engine/core/shape.h"

#include <vector>

namespace lamina {

// An array of `size` floats that is in use from moment `first` to moment `last`, both included.
struct Lifetime {
    Index size = 0;
    int first = 0;
    int last = 0;
};

struct MemoryLayout {
    std::vector<Index> offsets; // one for each array, at cache lines
    Index total = 0; // floats
};

// Largest first, each at the lowest place that is free for its whole life.
MemoryLayout layOut(const std::vector<Lifetime>& arrays);

} // namespace lamina
