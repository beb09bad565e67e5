// Numbers to try things on, and how far apart two lists of them are.
#pragma once

#include "engine/core/random.h"
#include "engine/core/shape.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

namespace lamina::test {

using Numbers = std::vector<float>;

// Stands in every number of a time step that a mask passes over.
inline constexpr float passedOver = -1000;

// The largest size among them; infinity if one is not a number.
inline double largest(std::span<const float> values)
{
    double size = 0;
    for (const float value : values)
        size = std::isnan(value) ? std::numeric_limits<double>::infinity()
                                 : std::max(size, std::abs(static_cast<double>(value)));
    return size;
}

// Not-a-numbers agree with each other, and with nothing else.
inline double largestDifference(std::span<const float> a, std::span<const float> b)
{
    if (a.size() != b.size())
        return std::numeric_limits<double>::infinity();
    double difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if ((std::isnan(a[i]) && std::isnan(b[i])) || a[i] == b[i])
            continue;
        const double here = std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i]));
        difference = std::isnan(here) ? std::numeric_limits<double>::infinity() : std::max(difference, here);
    }
    return difference;
}

inline bool sameBits(std::span<const float> a, std::span<const float> b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](float x, float y) {
        return std::bit_cast<std::uint32_t>(x) == std::bit_cast<std::uint32_t>(y);
    });
}

// In disorder, no two alike and none near 0: at least `gap` apart and half of it away from 0. So pooling has
// no ties and a small step crosses no kink at 0.
inline Numbers distinct(Index count, std::uint64_t who, double gap = 0x1p-5)
{
    const auto size = static_cast<std::size_t>(count);
    const CounterRandom random(20, RandomPurpose::Bench, {who});
    std::vector<std::size_t> places(size);
    for (std::size_t i = 0; i < size; ++i)
        places[i] = i;
    for (std::size_t i = size; i > 1; --i)
        std::swap(places[i - 1], places[random.below(i, i)]);
    const double apart = std::max(gap, 3.0 / static_cast<double>(size));
    const std::size_t middle = size / 2;
    Numbers values(size);
    for (std::size_t i = 0; i < size; ++i)
        values[i] =
            static_cast<float>((static_cast<double>(places[i]) + 0.5 - static_cast<double>(middle)) * apart);
    return values;
}

inline Numbers uniform(Index count, double low, double high, std::uint64_t who)
{
    const CounterRandom random(21, RandomPurpose::Bench, {who});
    Numbers values(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(random.uniform(i, low, high));
    return values;
}

inline Numbers wholeNumbers(Index count, Index below, std::uint64_t who)
{
    const CounterRandom random(22, RandomPurpose::Bench, {who});
    Numbers values(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(random.below(i, static_cast<std::uint64_t>(below)));
    return values;
}

} // namespace lamina::test
