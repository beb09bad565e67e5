// The products between Winograd's transforms: of tiles with a kernel, and of tiles with tiles for the
// weights' gradient.
#pragma once

#include "engine/kernels/winograd_tiles.h"

namespace lamina::winograd {

constexpr int tallest = 6; // rows of a product at a time: 12 AVX2 registers of sums leave four for the rest

// m = v u for each cell: `count` tiles of `room`.
void multiply(const float* v, const float* u, Index count, Index room, Index in, Index out, float* m);

// sums += vᵀ d: cell, panel of in, panel of out, 16 × 16.
void gatherAll(const float* v, const float* d, Index count, Index room, Index in, Index out, float* sums);
// From such sums to the 3 × 3 gradients, in Keras' order.
void finishWeights(const float* sums, Index in, Index out, float* kernel);
// Both for tiles that are all there: no sums of the whole kernel are kept.
void gatherAtOnce(const float* v, const float* d, Index tiles, Index room, Index in, Index out,
                  float* kernel);

} // namespace lamina::winograd
