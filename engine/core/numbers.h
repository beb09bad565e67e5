// Numbers as text, independent of the locale.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lamina {

// The fewest digits that read back as the same number: 0.1, 1e-07, nan, inf.
std::string shortest(double value);
std::string shortest(float value);
// The whole text as a number, or nothing.
std::optional<double> toNumber(std::string_view text);

} // namespace lamina
