// Winograd's passes, eight numbers at a time.
#include "engine/kernels/clones.h"
#include "engine/kernels/eight.h"
#include "engine/kernels/winograd_passes.h"

#define LAMINA_TARGET LAMINA_CLONES
namespace lamina::winograd {
namespace {
constexpr int tallest = 6; // 12 AVX2 registers of sums leave four for the rest
}
} // namespace lamina::winograd

#include "engine/kernels/winograd_product_passes.h"
#include "engine/kernels/winograd_tile_passes.h"

namespace lamina::winograd {

const Passes& narrowPasses()
{
    static const Passes passes{.tallest = tallest,
                               .nearFloats = Index{400} << 10,
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
