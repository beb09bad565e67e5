// exp and its like as straight-line arithmetic, so that the compiler makes vectors of the loops around them.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

namespace lamina {

// e^x to within 2 units in the last place for x in [-87.3, 88.7]; clamped outside (0 below, about 2.4e38
// above). NaN stays NaN. Cody and Waite's reduction to |r| <= ln 2 / 2, then the Taylor polynomial of
// degree 7.
inline float vectorExp(float x)
{
    const float clamped = x < -87.336F ? -87.336F : (x > 88.376F ? 88.376F : x);
    const float shifted = clamped * 1.44269504F + 12582912.0F; // rounds to a whole number in the low bits
    const float n = shifted - 12582912.0F;
    const float r = (clamped - n * 0.693359375F) + n * 2.12194440e-4F;
    float p = 1.0F / 5040;
    p = p * r + 1.0F / 720;
    p = p * r + 1.0F / 120;
    p = p * r + 1.0F / 24;
    p = p * r + 1.0F / 6;
    p = p * r + 0.5F;
    p = p * r + 1.0F;
    p = p * r + 1.0F;
    const auto exponent = std::bit_cast<std::int32_t>(shifted) << 23;
    return std::bit_cast<float>(std::bit_cast<std::int32_t>(p) + exponent);
}

inline float vectorSigmoid(float x)
{
    return 1.0F / (1.0F + vectorExp(-x));
}

// Odd polynomial near 0, where 1 - 2 / (e^2x + 1) would lose its digits.
inline float vectorTanh(float x)
{
    const float magnitude = x < 0 ? -x : x;
    const float far = 1.0F - 2.0F / (vectorExp(2.0F * magnitude) + 1.0F);
    const float q = x * x;
    const float near =
        magnitude * (1.0F + q * (-1.0F / 3 + q * (2.0F / 15 + q * (-17.0F / 315 + q * (62.0F / 2835)))));
    const float result = magnitude < 0.25F ? near : far;
    return x < 0 ? -result : result;
}

} // namespace lamina
