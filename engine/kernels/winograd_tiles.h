// Tiles of a picture into Winograd's 36 cells and back. Channels stand in panels of 16: what is transformed
// lies as cell, panel, tile, channel of the panel.
#pragma once

#include "engine/core/shape.h"

namespace lamina::winograd {

constexpr Index width = 16; // of a panel
constexpr int side = 6; // of a tile of the input, and of all that is transformed
constexpr int cells = side * side;
// From one cell to the next: powers of two apart, all 36 would fall into the same few lines of the cache.
constexpr Index apart(Index floats)
{
    return floats + width;
}

// Samples of height × width × channels, cut into tiles whose first cells stand four apart.
struct Picture {
    Index height, width, channels;
    Index top, left; // where the first tile begins: 0, or above the picture in its padding
    Index samples, tileRows, tileColumns;
    Index tiles() const { return samples * tileRows * tileColumns; }
};

// What else is done to each number on its way out.
struct Finish {
    const float* bias = nullptr; // of each channel, added
    bool relu = false;
    const float* past = nullptr; // what a relu gave, in y's place: where it is 0, so is y
};

// A kernel's place of (row, column, from, to): as it is for forward, turned round and transposed for data.
struct KernelPlace {
    Index in, out;
    bool turned;
};

} // namespace lamina::winograd
