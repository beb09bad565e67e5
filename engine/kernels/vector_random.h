// Random numbers by counter as straight-line arithmetic, so that the compiler makes vectors of the loops
// around them. The same on every processor.
#pragma once

#include "engine/core/random.h"

#include <bit>
#include <cmath>
#include <cstdint>

namespace lamina {

// ln x for normal x > 0, to within 2 units in the last place: x = 2^e m with m around 1, then the polynomial
// of Cephes' logf.
inline float vectorLog(float x)
{
    const auto bits = std::bit_cast<std::int32_t>(x);
    const std::int32_t e = (bits - 0x3F3504F3) >> 23; // m from sqrt(1/2) to sqrt(2)
    const float m = std::bit_cast<float>(bits - (e << 23)) - 1.0F;
    float p = 7.0376836292e-2F;
    p = p * m - 1.1514610310e-1F;
    p = p * m + 1.1676998740e-1F;
    p = p * m - 1.2420140846e-1F;
    p = p * m + 1.4249322787e-1F;
    p = p * m - 1.6668057665e-1F;
    p = p * m + 2.0000714765e-1F;
    p = p * m - 2.4999993993e-1F;
    p = p * m + 3.3333331174e-1F;
    const float square = m * m;
    const auto exponent = static_cast<float>(e);
    return (m + (p * m * square - 0.5F * square + exponent * -2.12194440e-4F)) + exponent * 0.693359375F;
}

// cos 2πt for t from -1/2 to 1/2: the sine's Taylor polynomial of degree 11 over a quarter turn each way.
inline float vectorCosineOfTurn(float t)
{
    const float x = 6.28318531F * (0.25F - (t < 0 ? -t : t));
    const float q = x * x;
    float p = -1.0F / 39916800;
    p = p * q + 1.0F / 362880;
    p = p * q - 1.0F / 5040;
    p = p * q + 1.0F / 120;
    p = p * q - 1.0F / 6;
    return x + x * q * p;
}

// A standard normal number from 64 random bits (Box and Muller); none is larger than 5.8.
inline float vectorNormal(std::uint64_t bits)
{
    const auto first = static_cast<float>(static_cast<std::int32_t>(bits >> 40) + 1) * 0x1p-24F; // (0, 1]
    const auto second = static_cast<float>(static_cast<std::int32_t>(bits & 0xFFFFFF)) * 0x1p-24F - 0.5F;
    const float length = -2.0F * vectorLog(first);
    return std::sqrt(length > 0 ? length : 0.0F) * vectorCosineOfTurn(second);
}

// The bits of a position, as CounterRandom(key).bits(position).
inline std::uint64_t vectorBits(std::uint64_t key, std::uint64_t position)
{
    return mixBits(key + position * 0x9E3779B97F4A7C15ULL);
}

} // namespace lamina
