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

#include "engine/kernels/winograd_all_passes.h"

namespace lamina::winograd {

const Passes& narrowPasses()
{
    static const Passes passes = allPasses(Index{400} << 10);
    return passes;
}

} // namespace lamina::winograd
