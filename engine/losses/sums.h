// Sums that keep their digits and of which the compiler can make vectors.
#pragma once

#include "engine/core/shape.h"
#include "engine/kernels/vector_math.h"

namespace lamina {

// f(0) + … + f(count - 1) in double, in eight running sums: the order depends on the count alone.
template <typename Function>
[[gnu::always_inline]] inline double sumOf(Index count, Function f)
{
    double sums[8] = {};
    Index i = 0;
    for (; i + 8 <= count; i += 8)
        for (Index j = 0; j < 8; ++j)
            sums[j] += static_cast<double>(f(i + j));
    for (Index j = 0; i < count; ++i, ++j)
        sums[j] += static_cast<double>(f(i));
    return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

// ln(1 + u) for u in [0, 1], to float's digits: 2 atanh(u / (2 + u)) as a series.
inline float vectorLog1p(float u)
{
    const float s = u / (2.0F + u);
    const float q = s * s;
    float series = 1.0F / 15;
    series = series * q + 1.0F / 13;
    series = series * q + 1.0F / 11;
    series = series * q + 1.0F / 9;
    series = series * q + 1.0F / 7;
    series = series * q + 1.0F / 5;
    series = series * q + 1.0F / 3;
    series = series * q + 1.0F;
    return 2.0F * s * series;
}

} // namespace lamina
