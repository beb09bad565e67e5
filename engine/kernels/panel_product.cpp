// Compiled with -O2 whatever the build: from -O3 on, GCC 12 makes vectors along the depth instead of the
// columns, and the product is 30 times as slow.
#include "engine/kernels/panel_product.h"

#include "engine/kernels/clones.h"

#include <algorithm>

namespace lamina {

namespace {
constexpr Index width = 16; // of a panel: one AVX-512 register, two of AVX2
constexpr Index tallest = 6; // rows at a time: 12 AVX2 registers of sums leave four for the rest
constexpr Index together = 64; // rows that stay in the nearest cache while all panels pass

template <int Rows>
[[gnu::always_inline]] inline void tile(const float* __restrict a, Index aStride,
                                        const float* __restrict panel, Index depth, float* __restrict c,
                                        Index cStride)
{
    float sums[Rows][width];
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r)
        for (Index j = 0; j < width; ++j)
            sums[r][j] = c[r * cStride + j];
    for (Index k = 0; k < depth; ++k) {
#pragma GCC unroll 8
        for (int r = 0; r < Rows; ++r) {
            const float factor = a[r * aStride + k];
            for (Index j = 0; j < width; ++j)
                sums[r][j] += factor * panel[k * width + j];
        }
    }
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r)
        for (Index j = 0; j < width; ++j)
            c[r * cStride + j] = sums[r][j];
}

[[gnu::always_inline]] inline void anyTile(Index rows, const float* a, Index aStride, const float* panel,
                                           Index depth, float* c, Index cStride)
{
    switch (rows) {
    case 1:
        return tile<1>(a, aStride, panel, depth, c, cStride);
    case 2:
        return tile<2>(a, aStride, panel, depth, c, cStride);
    case 3:
        return tile<3>(a, aStride, panel, depth, c, cStride);
    case 4:
        return tile<4>(a, aStride, panel, depth, c, cStride);
    case 5:
        return tile<5>(a, aStride, panel, depth, c, cStride);
    default:
        return tile<6>(a, aStride, panel, depth, c, cStride);
    }
}

// A panel that is wider than what is left of c works on a copy.
[[gnu::always_inline]] inline void lastTile(Index rows, const float* a, Index aStride, const float* panel,
                                            Index depth, Index columns, float* c, Index cStride)
{
    float copy[tallest * width];
    for (Index r = 0; r < rows; ++r)
        for (Index j = 0; j < width; ++j)
            copy[r * width + j] = j < columns ? c[r * cStride + j] : 0.0F;
    anyTile(rows, a, aStride, panel, depth, copy, width);
    for (Index r = 0; r < rows; ++r)
        for (Index j = 0; j < columns; ++j)
            c[r * cStride + j] = copy[r * width + j];
}

// How many rows are taken at a time depends on `rows` alone, so that a sum's order does not matter here: each
// number of c is summed along the depth in order, whatever the tile.
LAMINA_CLONES void multiply(const float* a, Index aStride, const float* panels, Index rows, Index depth,
                            Index columns, float* c, Index cStride)
{
    for (Index j = 0; j < columns; j += width) {
        const float* panel = panels + j * depth;
        Index tiles = (rows + tallest - 1) / tallest;
        for (Index first = 0; first < rows; --tiles) {
            const Index count = (rows - first + tiles - 1) / tiles;
            const float* from = a + first * aStride;
            float* to = c + first * cStride + j;
            if (columns - j >= width)
                anyTile(count, from, aStride, panel, depth, to, cStride);
            else
                lastTile(count, from, aStride, panel, depth, columns - j, to, cStride);
            first += count;
        }
    }
}
} // namespace

Index panelFloats(Index depth, Index columns)
{
    return (columns + width - 1) / width * width * depth;
}

void packPanels(const float* matrix, Index depth, Index columns, Index depthStride, Index columnStride,
                float* panels)
{
    for (Index j = 0; j < columns; j += width)
        for (Index k = 0; k < depth; ++k)
            for (Index i = 0; i < width; ++i)
                *panels++ = j + i < columns ? matrix[k * depthStride + (j + i) * columnStride] : 0.0F;
}

void addPanelProduct(const float* a, Index aStride, const float* panels, Index rows, Index depth,
                     Index columns, float* c, Index cStride)
{
    for (Index first = 0; first < rows; first += together)
        multiply(a + first * aStride, aStride, panels, std::min(together, rows - first), depth, columns,
                 c + first * cStride, cStride);
}

} // namespace lamina
