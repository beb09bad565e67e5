#include "engine/kernels/winograd_products.h"

#include "engine/kernels/clones.h"
#include "engine/kernels/winograd_transforms.h"

#include <algorithm>

namespace lamina::winograd {

namespace {
// c = a b, of rows tiles and 16 columns: a in panels of 16 along the depth, `room` rows each.
template <int Rows>
[[gnu::always_inline]] inline void product(const float* __restrict a, Index panels, Index room,
                                           const float* __restrict b, float* __restrict c)
{
    Vec sums[Rows][2] = {};
    for (Index panel = 0; panel < panels; ++panel, a += room * width)
        for (Index k = 0; k < width; ++k, b += width) {
            Vec left, right;
            load(left, b);
            load(right, b + 8);
#pragma GCC unroll 6
            for (int r = 0; r < Rows; ++r) {
                const float factor = a[r * width + k];
                sums[r][0] += factor * left;
                sums[r][1] += factor * right;
            }
        }
#pragma GCC unroll 6
    for (int r = 0; r < Rows; ++r) {
        store(c + r * width, sums[r][0]);
        store(c + r * width + 8, sums[r][1]);
    }
}

} // namespace

LAMINA_CLONES void multiply(const float* v, const float* u, Index count, Index room, Index in, Index out,
                            float* m)
{
    const Index panels = in / width;
    for (Index cell = 0; cell < cells; ++cell) {
        const float* a = v + cell * apart(in * room);
        const float* b = u + cell * apart(in * out);
        float* c = m + cell * apart(out * room);
        for (Index panel = 0; panel < out / width; ++panel, b += in * width, c += room * width) {
            Index t = 0;
            for (; t + tallest <= count; t += tallest)
                product<tallest>(a + t * width, panels, room, b, c + t * width);
            for (; t + 2 <= count; t += 2)
                product<2>(a + t * width, panels, room, b, c + t * width);
            if (t < count)
                product<1>(a + t * width, panels, room, b, c + t * width);
        }
    }
}

namespace {
// c += aᵀ b: Rows of a panel's 16 channels, from all tiles, with a panel of the gradient.
template <int Rows>
[[gnu::always_inline]] inline void gather(const float* __restrict a, const float* __restrict b, Index tiles,
                                          float* __restrict c)
{
    Vec sums[Rows][2];
#pragma GCC unroll 6
    for (int r = 0; r < Rows; ++r) {
        load(sums[r][0], c + r * width);
        load(sums[r][1], c + r * width + 8);
    }
    for (Index t = 0; t < tiles; ++t, a += width, b += width) {
        Vec left, right;
        load(left, b);
        load(right, b + 8);
#pragma GCC unroll 6
        for (int r = 0; r < Rows; ++r) {
            sums[r][0] += a[r] * left;
            sums[r][1] += a[r] * right;
        }
    }
#pragma GCC unroll 6
    for (int r = 0; r < Rows; ++r) {
        store(c + r * width, sums[r][0]);
        store(c + r * width + 8, sums[r][1]);
    }
}

// One cell's sums for a panel of each side, 16 × 16.
[[gnu::always_inline]] inline void gatherPanel(const float* a, const float* b, Index tiles, float* c)
{
    gather<6>(a, b, tiles, c);
    gather<5>(a + 6, b, tiles, c + 6 * width);
    gather<5>(a + 11, b, tiles, c + 11 * width);
}

} // namespace

LAMINA_CLONES void gatherAll(const float* v, const float* d, Index count, Index room, Index in, Index out,
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

namespace {
// From 36 sums of products, `step` from cell to cell, to the 3 × 3 gradients, in Keras' order: of one channel
// of the input and eight of the output.
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

} // namespace

LAMINA_CLONES void finishWeights(const float* sums, Index in, Index out, float* kernel)
{
    for (Index i = 0; i < in; ++i)
        for (Index o = 0; o < out; o += 8)
            finish(sums + ((i / width * (out / width) + o / width) * width + i % width) * width + o % width,
                   apart(in * out), in, out, kernel + i * out + o);
}

LAMINA_CLONES void gatherAtOnce(const float* v, const float* d, Index tiles, Index room, Index in, Index out,
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
                for (Index c = 0; c < width; c += 8)
                    finish(sums + r * width + c, square, in, out, kernel + (i + r) * out + o + c);
        }
}

} // namespace lamina::winograd
