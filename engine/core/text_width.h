// How much room a text takes where all letters stand in columns, as in a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lamina {

// Columns of a text in UTF-8: two for letters that East Asian scripts write wide, none for marks that stand
// on the letter before (Unicode Standard Annex 11 and general category Mn).
std::size_t textWidth(std::string_view text);
// The beginning of it that fits into so many columns; never half a letter.
std::string_view fitting(std::string_view text, std::size_t columns);

} // namespace lamina
