#include "engine/core/text_width.h"

#include <algorithm>
#include <array>

namespace lamina {

namespace {
struct Range {
    char32_t first, last;
};

constexpr std::array wide{Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0x4DBF},
                          Range{0x4E00, 0xA4CF},   Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3},
                          Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},
                          Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F}, Range{0x1F680, 0x1F6FF},
                          Range{0x1F900, 0x1FAFF}, Range{0x20000, 0x3FFFD}};
constexpr std::array none{Range{0x0300, 0x036F}, Range{0x1160, 0x11FF}, Range{0x200B, 0x200F},
                          Range{0x20D0, 0x20F0}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}};

template <std::size_t N>
bool isIn(const std::array<Range, N>& ranges, char32_t letter)
{
    return std::ranges::any_of(
        ranges, [letter](Range range) { return letter >= range.first && letter <= range.last; });
}

// The bytes of the letter that begins a text that is not empty; a byte that begins none stands for itself.
std::size_t bytesOf(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
    const bool whole = size <= text.size() && std::ranges::all_of(text.substr(1, size - 1), [](char byte) {
                           return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
                       });
    return whole ? size : 1;
}

std::size_t widthOf(std::string_view letter)
{
    constexpr std::array<unsigned, 5> lead{0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t point = static_cast<unsigned char>(letter.front()) & lead[letter.size()];
    for (const char byte : letter.substr(1))
        point = point << 6U | (static_cast<unsigned char>(byte) & 0x3FU);
    return isIn(none, point) ? 0 : isIn(wide, point) ? 2 : 1;
}
} // namespace

std::size_t textWidth(std::string_view text)
{
    std::size_t width = 0;
    while (!text.empty()) {
        const std::size_t size = bytesOf(text);
        width += widthOf(text.substr(0, size));
        text.remove_prefix(size);
    }
    return width;
}

std::string_view fitting(std::string_view text, std::size_t columns)
{
    std::size_t taken = 0;
    std::size_t width = 0;
    while (taken < text.size()) {
        const std::string_view rest = text.substr(taken);
        const std::size_t size = bytesOf(rest);
        width += widthOf(rest.substr(0, size));
        if (width > columns)
            break;
        taken += size;
    }
    return text.substr(0, taken);
}

} // namespace lamina
