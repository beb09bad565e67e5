// All of Winograd's passes, for whoever says what Vec, LAMINA_TARGET and `tallest` are.
#pragma once

#include "engine/kernels/winograd_passes.h"
#include "engine/kernels/winograd_product_passes.h"
#include "engine/kernels/winograd_tile_passes.h"

namespace lamina::winograd {
namespace {

Passes allPasses(Index nearFloats)
{
    return {.tallest = tallest,
            .nearFloats = nearFloats,
            .transformInput = transformInput,
            .transformGradient = transformGradient,
            .transformOutput = transformOutput,
            .transformKernel = transformKernel,
            .multiply = multiply,
            .gatherAll = gatherAll,
            .finishWeights = finishWeights,
            .gatherAtOnce = gatherAtOnce};
}

} // namespace
} // namespace lamina::winograd
