#include "engine/core/random.h"

#include <cmath>
#include <numbers>

namespace lamina {

double CounterRandom::normal(std::uint64_t position) const
{
    const double radius = std::sqrt(-2 * std::log(1 - uniform(2 * position)));
    return radius * std::cos(2 * std::numbers::pi * uniform(2 * position + 1));
}

std::uint64_t CounterRandom::below(std::uint64_t position, std::uint64_t bound) const
{
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::uint64_t>((static_cast<Wide>(bits(position)) * bound) >> 64);
}

} // namespace lamina
