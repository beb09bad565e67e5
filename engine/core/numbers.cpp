#include "engine/core/numbers.h"

#include <array>
#include <charconv>

namespace lamina {

namespace {
template <typename Real>
std::string shortestOf(Real value)
{
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}
} // namespace

std::string shortest(double value)
{
    return shortestOf(value);
}

std::string shortest(float value)
{
    return shortestOf(value);
}

std::optional<double> toNumber(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace lamina
