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

#include "engine/kernels/winograd_all_passes.h"

namespace lamina::winograd {

const Passes& widePasses()
{
    static const Passes passes = allPasses(Index{220} << 10);
    return passes;
}

} // namespace lamina::winograd
