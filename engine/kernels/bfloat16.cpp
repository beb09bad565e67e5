#include "engine/kernels/bfloat16.h"

#include "engine/core/buffer.h"
#include "engine/kernels/clones.h"
#include "engine/kernels/eight.h"
#include "engine/kernels/onednn.h"

#include <bit>
#include <cstdint>

namespace lamina {

namespace {
// The upper half of the number's bits, rounded. A not-a-number stays one: rounding its bits could carry into
// the exponent and out of it.
std::uint32_t rounded(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t up = bits + 0x7fffU + ((bits >> 16U) & 1U);
    return value == value ? up >> 16U : (bits >> 16U) | 0x40U;
}

using Bits = std::uint32_t __attribute__((vector_size(64)));
using Halves = std::uint16_t __attribute__((vector_size(32)));

// Sixteen at a time, for processors that have bfloat16.
LAMINA_WIDE void halve(const float* __restrict from, Index count, std::uint16_t* __restrict to)
{
    Index i = 0;
    for (; i + lanesOf<Bits> <= count; i += lanesOf<Bits>) {
        Bits bits;
        load(bits, from + i);
        const Bits up = (bits + 0x7fffU + ((bits >> 16U) & 1U)) >> 16U;
        const auto isNumber = (bits & 0x7fffffffU) <= 0x7f800000U;
        const Bits upper = isNumber ? up : (bits >> 16U) | 0x40U;
        store(to + i, __builtin_convertvector(upper, Halves));
    }
    for (; i < count; ++i)
        to[i] = static_cast<std::uint16_t>(rounded(from[i]));
}

LAMINA_CLONES void roundOff(const float* from, Index count, float* to)
{
    for (Index i = 0; i < count; ++i)
        to[i] = std::bit_cast<float>(rounded(from[i]) << 16U);
}
} // namespace

bool hasBfloat16()
{
    const dnnl::cpu_isa set = dnnl::get_effective_cpu_isa();
    return onednn::hasWideRegisters() && set != dnnl::cpu_isa::avx512_core
        && set != dnnl::cpu_isa::avx512_core_vnni;
}

void toBfloat16(const float* from, Index count, float* to)
{
    if (hasBfloat16())
        halve(from, count, reinterpret_cast<std::uint16_t*>(to));
    else
        roundOff(from, count, to);
}

Index bfloat16Room(Index count)
{
    return roundedToCacheLine(hasBfloat16() ? (count + 1) / 2 : count);
}

} // namespace lamina
