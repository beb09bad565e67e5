#include "engine/data/table/cell.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace lamina::table {

bool isMissing(std::string_view cell)
{
    if (cell.size() > 4)
        return false;
    constexpr std::array words{"", "NA", "N/A", "NaN", "nan", "NAN", "null", "NULL", "Null", "?", "#N/A"};
    return std::any_of(words.begin(), words.end(), [&](const char* word) { return cell == word; });
}

std::optional<double> numberIn(std::string_view cell, bool decimalComma)
{
    std::array<char, 64> copy{};
    if (decimalComma && cell.size() < copy.size()) {
        const std::size_t comma = cell.find(',');
        if (comma != std::string_view::npos) {
            if (cell.find_first_of(",.", comma + 1) != std::string_view::npos || cell.find('.') < comma)
                return std::nullopt;
            std::copy(cell.begin(), cell.end(), copy.begin());
            copy[comma] = '.';
            cell = {copy.data(), cell.size()};
        }
    }
    if (cell.size() > 1 && cell[0] == '+' && cell[1] != '-')
        cell.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size()
        || !(std::abs(value) <= static_cast<double>(std::numeric_limits<float>::max())))
        return std::nullopt;
    return value;
}

std::string shownCell(std::string_view cell)
{
    constexpr std::size_t most = 40;
    std::string shown(cell.substr(0, most));
    if (cell.size() > most) {
        while (!shown.empty() && (static_cast<unsigned char>(cell[shown.size()]) & 0xC0U) == 0x80U)
            shown.pop_back();
        shown += "…";
    }
    std::replace_if(
        shown.begin(), shown.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return shown;
}

} // namespace lamina::table
