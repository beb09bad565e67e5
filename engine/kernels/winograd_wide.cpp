// Winograd's passes, sixteen numbers at a time.
#include "engine/kernels/clones.h"
#include "engine/kernels/eight.h"
#include "engine/kernels/winograd_passes.h"

#define LAMINA_TARGET LAMINA_WIDE
namespace lamina::winograd {
namespace {
using Vec = Wide;
constexpr int tallest = 24; // of 32 registers
} // namespace
} // namespace lamina::winograd

#include "engine/kernels/winograd_product_passes.h"
#include "engine/kernels/winograd_tile_passes.h"

namespace lamina::winograd {

const Passes& widePasses()
{
    static const Passes passes{.tallest = tallest,
                               .nearFloats = Index{220} << 10,
                               .transformInput = transformInput,
                               .transformGradient = transformGradient,
                               .transformOutput = transformOutput,
                               .transformKernel = transformKernel,
                               .multiply = multiply,
                               .gatherAll = gatherAll,
                               .finishWeights = finishWeights,
                               .gatherAtOnce = gatherAtOnce};
    return passes;
}

} // namespace lamina::winograd
