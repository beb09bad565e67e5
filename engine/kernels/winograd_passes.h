// What Winograd's convolution is made of, for one width of registers.
#pragma once

#include "engine/kernels/winograd_tiles.h"

namespace lamina::winograd {

struct Passes {
    int tallest; // rows of a product at a time
    Index nearFloats; // of tiles transformed, of both sides, that are to stay in the cache together

    // `count` tiles from firstTile on, into places for `room` of them.
    void (*transformInput)(const Picture& picture, const float* x, Index firstTile, Index count, Index room,
                           float* into);
    // sums: of each channel, added to; or nullptr.
    void (*transformGradient)(const Picture& picture, const float* dy, Index firstTile, Index count,
                              Index room, float* into, float* sums);
    void (*transformOutput)(const Picture& picture, const float* m, Index firstTile, Index count, Index room,
                            const Finish& finish, float* y);
    void (*transformKernel)(const KernelPlace& k, const float* kernel, float* into);

    // m = v u for each cell: `count` tiles of `room`.
    void (*multiply)(const float* v, const float* u, Index count, Index room, Index in, Index out, float* m);
    // sums += vᵀ d: cell, panel of in, panel of out, 16 × 16.
    void (*gatherAll)(const float* v, const float* d, Index count, Index room, Index in, Index out,
                      float* sums);
    // From such sums to the 3 × 3 gradients, in Keras' order.
    void (*finishWeights)(const float* sums, Index in, Index out, float* kernel);
    // Both for tiles that are all there: no sums of the whole kernel are kept.
    void (*gatherAtOnce)(const float* v, const float* d, Index tiles, Index room, Index in, Index out,
                         float* kernel);
};

const Passes& narrowPasses(); // eight numbers at a time, as processors before AVX-512 have them
const Passes& widePasses(); // sixteen

} // namespace lamina::winograd
