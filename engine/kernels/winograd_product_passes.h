// The products between Winograd's transforms: of tiles with a kernel, and of tiles with tiles for the
// weights' gradient; included by those who say what Vec, LAMINA_TARGET and `tallest` are.
#pragma once

#include "engine/kernels/winograd_tiles.h"
#include "engine/kernels/winograd_transforms.h"

#include <algorithm>

namespace lamina::winograd {
namespace {
using Row = Sixteen<Vec>;

// Panels of the depth at a time: 256 rows of the kernel's panel and of the tiles stay in the nearest cache.
constexpr Index deepest = 16;

// c = a b, or c += a b: of Rows tiles and 16 columns, a in panels of 16 along the depth, `room` rows each.
template <int Rows>
[[gnu::always_inline]] inline void product(const float* __restrict a, Index panels, Index room,
                                           const float* __restrict b, bool add, float* __restrict c)
{
    Row sums[Rows] = {};
    if (add) {
#pragma GCC unroll 24
        for (int r = 0; r < Rows; ++r)
            sums[r].from(c + r * width);
    }
    for (Index panel = 0; panel < panels; ++panel, a += room * width)
        for (Index k = 0; k < width; ++k, b += width) {
            Row row;
            row.from(b);
#pragma GCC unroll 24
            for (int r = 0; r < Rows; ++r)
                sums[r].add(a[r * width + k], row);
        }
#pragma GCC unroll 24
    for (int r = 0; r < Rows; ++r)
        sums[r].to(c + r * width);
}

// The same for `count` tiles.
[[gnu::always_inline]] inline void products(const float* a, Index panels, Index room, Index count,
                                            const float* b, bool add, float* c)
{
    Index t = 0;
    for (; t + tallest <= count; t += tallest)
        product<tallest>(a + t * width, panels, room, b, add, c + t * width);
    for (; tallest > 8 && t + 8 <= count; t += 8)
        product<8>(a + t * width, panels, room, b, add, c + t * width);
    for (; t + 2 <= count; t += 2)
        product<2>(a + t * width, panels, room, b, add, c + t * width);
    if (t < count)
        product<1>(a + t * width, panels, room, b, add, c + t * width);
}

LAMINA_TARGET void multiply(const float* v, const float* u, Index count, Index room, Index in, Index out,
                            float* m)
{
    const Index panels = in / width;
    for (Index cell = 0; cell < cells; ++cell) {
        const float* a = v + cell * apart(in * room);
        const float* b = u + cell * apart(in * out);
        float* c = m + cell * apart(out * room);
        for (Index panel = 0; panel < out / width; ++panel, c += room * width)
            for (Index first = 0; first < panels; first += deepest) {
                const Index depth = std::min(deepest, panels - first);
                products(a + first * room * width, depth, room, count, b, first > 0, c);
                b += depth * width * width;
            }
    }
}

// c += aᵀ b: Rows of a panel's 16 channels, from all tiles, with a panel of the gradient.
template <int Rows>
[[gnu::always_inline]] inline void gather(const float* __restrict a, const float* __restrict b, Index tiles,
                                          float* __restrict c)
{
    Row sums[Rows];
#pragma GCC unroll 16
    for (int r = 0; r < Rows; ++r)
        sums[r].from(c + r * width);
    for (Index t = 0; t < tiles; ++t, a += width, b += width) {
        Row row;
        row.from(b);
#pragma GCC unroll 16
        for (int r = 0; r < Rows; ++r)
            sums[r].add(a[r], row);
    }
#pragma GCC unroll 16
    for (int r = 0; r < Rows; ++r)
        sums[r].to(c + r * width);
}

// One cell's sums for a panel of each side, 16 × 16.
[[gnu::always_inline]] inline void gatherPanel(const float* a, const float* b, Index tiles, float* c)
{
    if constexpr (tallest >= width) {
        gather<width>(a, b, tiles, c);
        return;
    }
    gather<6>(a, b, tiles, c);
    gather<5>(a + 6, b, tiles, c + 6 * width);
    gather<5>(a + 11, b, tiles, c + 11 * width);
}

LAMINA_TARGET void gatherAll(const float* v, const float* d, Index count, Index room, Index in, Index out,
                             float* sums)
{
    for (Index cell = 0; cell < cells; ++cell) {
        const float* a = v + cell * apart(in * room);
        float* c = sums + cell * apart(in * out);
        for (Index i = 0; i < in; i += width, a += room * width) {
            const float* b = d + cell * apart(out * room);
            for (Index o = 0; o < out; o += width, b += room * width, c += width * width)
                gatherPanel(a, b, count, c);
        }
    }
}

// From 36 sums of products, `step` from cell to cell, to the 3 × 3 gradients, in Keras' order: of one channel
// of the input and a register of the output's.
[[gnu::always_inline]] inline void finish(const float* sums, Index step, Index in, Index out, float* kernel)
{
    Vec square[cells];
    for (int cell = 0; cell < cells; ++cell)
        load(square[cell], sums + cell * step);
    transform<Weights>(square);
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column)
            store(kernel + (row * 3 + column) * in * out, square[row * side + column]);
}

LAMINA_TARGET void finishWeights(const float* sums, Index in, Index out, float* kernel)
{
    for (Index i = 0; i < in; ++i)
        for (Index o = 0; o < out; o += lanesOf<Vec>)
            finish(sums + ((i / width * (out / width) + o / width) * width + i % width) * width + o % width,
                   apart(in * out), in, out, kernel + i * out + o);
}

LAMINA_TARGET void gatherAtOnce(const float* v, const float* d, Index tiles, Index room, Index in, Index out,
                                float* kernel)
{
    constexpr Index square = width * width;
    alignas(64) float sums[cells * square];
    for (Index i = 0; i < in; i += width)
        for (Index o = 0; o < out; o += width) {
            std::fill_n(sums, cells * square, 0.0F);
            for (Index cell = 0; cell < cells; ++cell)
                gatherPanel(v + cell * apart(in * room) + i * room, d + cell * apart(out * room) + o * room,
                            tiles, sums + cell * square);
            for (Index r = 0; r < width; ++r)
                for (Index c = 0; c < width; c += lanesOf<Vec>)
                    finish(sums + r * width + c, square, in, out, kernel + (i + r) * out + o + c);
        }
}

} // namespace
} // namespace lamina::winograd
