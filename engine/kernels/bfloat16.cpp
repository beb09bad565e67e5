#include "engine/kernels/bfloat16.h"

#include "engine/core/buffer.h"
#include "engine/kernels/clones.h"
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

LAMINA_CLONES void halve(const float* __restrict from, Index count, std::uint16_t* __restrict to)
{
    for (Index i = 0; i < count; ++i)
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
