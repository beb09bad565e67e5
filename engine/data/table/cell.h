// What stands in a cell.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lamina::table {

// Nothing, or one of the words that stand for nothing: NA, N/A, NaN, null, ?
bool isMissing(std::string_view cell);

// The whole cell as a number that a float can hold, whatever the locale. `decimalComma`: "1,5" is one and a
// half.
std::optional<double> numberIn(std::string_view cell, bool decimalComma);

// The cell for a message: in one line, of bearable length, never half a letter.
std::string shownCell(std::string_view cell);

} // namespace lamina::table
