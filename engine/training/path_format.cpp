#include "engine/training/path_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace lamina {

namespace {
Fault unreadable(std::string_view pattern, Text remedy)
{
    return {FaultKind::Input,
            Text(LAMINA_TEXT("training", "The file name '%1' cannot be filled in"), pattern),
            {},
            std::move(remedy)};
}

// A run of text, or a place to fill.
struct Piece {
    std::string text;
    bool isPlace = false;
    std::string name;
    std::string format;
};

Result<std::vector<Piece>> parse(std::string_view pattern)
{
    std::vector<Piece> pieces;
    std::string text;
    const auto flush = [&] {
        if (!text.empty())
            pieces.push_back({.text = std::exchange(text, {}), .name = {}, .format = {}});
    };
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char here = pattern[i];
        const bool doubled = i + 1 < pattern.size() && pattern[i + 1] == here;
        if (here != '{' && here != '}') {
            text += here;
        } else if (doubled) {
            text += here;
            ++i;
        } else if (here == '}') {
            return unreadable(pattern,
                              LAMINA_TEXT("training", "write }} for a brace that stands for itself"));
        } else {
            const std::size_t end = pattern.find('}', i);
            if (end == std::string_view::npos)
                return unreadable(pattern, LAMINA_TEXT("training", "close the brace: {epoch}"));
            const std::string_view inside = pattern.substr(i + 1, end - i - 1);
            const std::size_t colon = inside.find(':');
            Piece place{.text = {},
                        .isPlace = true,
                        .name = std::string(inside.substr(0, colon)),
                        .format = colon == std::string_view::npos ? std::string()
                                                                  : std::string(inside.substr(colon + 1))};
            if (place.name.empty() || place.name.find_first_of("{![.") != std::string::npos
                || place.format.find('{') != std::string::npos)
                return unreadable(pattern,
                                  LAMINA_TEXT("training", "write places as {epoch:02d} or {val_loss:.2f}"));
            flush();
            pieces.push_back(std::move(place));
            i = end;
        }
    }
    flush();
    return pieces;
}

struct Format {
    char fill = ' ';
    char align = 0;
    char sign = '-';
    bool thousands = false;
    std::size_t width = 0;
    int precision = -1;
    char type = 0;
};

bool isAlign(char c)
{
    return c == '<' || c == '>' || c == '^' || c == '=';
}

// Python's format specification, as far as numbers in file names need it.
bool readFormat(std::string_view text, Format& format)
{
    if (text.size() > 1 && isAlign(text[1])) {
        format.fill = text[0];
        format.align = text[1];
        text.remove_prefix(2);
    } else if (!text.empty() && isAlign(text[0])) {
        format.align = text[0];
        text.remove_prefix(1);
    }
    const auto take = [&](std::string_view of) {
        const char taken = !text.empty() && of.find(text[0]) != std::string_view::npos ? text[0] : '\0';
        if (taken)
            text.remove_prefix(1);
        return taken;
    };
    const auto takeNumber = [&](int& number) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        const auto digits = static_cast<std::size_t>(end - text.data());
        const bool good = error == std::errc() && digits > 0 && number >= 0 && number <= 200;
        text.remove_prefix(digits);
        return good;
    };
    const auto digitComes = [&] { return !text.empty() && text[0] >= '0' && text[0] <= '9'; };
    if (const char sign = take("+- "))
        format.sign = sign;
    if (take("0")) {
        if (!format.align) {
            format.fill = '0';
            format.align = '=';
        }
    }
    if (digitComes()) {
        int width = 0;
        if (!takeNumber(width))
            return false;
        format.width = static_cast<std::size_t>(width);
    }
    format.thousands = take(",") != 0;
    if (take(".") && !(digitComes() && takeNumber(format.precision)))
        return false;
    format.type = take("deEfFgG%");
    return text.empty();
}

std::string withThousands(std::string digits)
{
    const std::size_t whole = std::min(digits.find_first_of(".e"), digits.size());
    for (std::size_t at = whole; at > 3; at -= 3)
        digits.insert(at - 3, 1, ',');
    return digits;
}

std::string inNotation(double magnitude, std::chars_format notation, int precision)
{
    std::array<char, 1024> digits{};
    const auto [end, error] =
        std::to_chars(digits.data(), digits.data() + digits.size(), magnitude, notation, precision);
    return error == std::errc() ? std::string(digits.data(), end) : std::string();
}

// repr(): the fewest digits that read back; exponents below 1e-4 and from 1e16.
std::string asWritten(double magnitude)
{
    std::array<char, 64> digits{};
    const bool scientific = magnitude != 0 && (magnitude < 1e-4 || magnitude >= 1e16);
    const auto [end, error] =
        std::to_chars(digits.data(), digits.data() + digits.size(), magnitude,
                      scientific ? std::chars_format::scientific : std::chars_format::fixed);
    std::string text = error == std::errc() ? std::string(digits.data(), end) : std::string();
    if (text.find_first_of(".e") == std::string::npos)
        text += ".0";
    return text;
}

// The digits of a number without its sign.
std::string digitsOf(double magnitude, const Format& format)
{
    if (!std::isfinite(magnitude))
        return std::isnan(magnitude) ? "nan" : "inf";
    const int precision = format.precision < 0 ? 6 : format.precision;
    switch (format.type) {
    case 'e':
    case 'E':
        return inNotation(magnitude, std::chars_format::scientific, precision);
    case 'f':
    case 'F':
        return inNotation(magnitude, std::chars_format::fixed, precision);
    case 'g':
    case 'G':
        return inNotation(magnitude, std::chars_format::general, precision);
    case '%':
        return inNotation(magnitude * 100, std::chars_format::fixed, precision) + "%";
    default:
        break;
    }
    if (format.precision < 0)
        return asWritten(magnitude);
    std::string text = inNotation(magnitude, std::chars_format::general, precision);
    if (text.find_first_of(".e") == std::string::npos)
        text += ".0";
    return text;
}

std::string padded(const std::string& sign, std::string digits, const Format& format)
{
    if (format.align == '=')
        while (sign.size() + digits.size() < format.width)
            digits.insert(0, 1, format.fill);
    std::string text = sign + digits;
    const std::size_t missing = format.width > text.size() ? format.width - text.size() : 0;
    const std::size_t before = format.align == '<' ? 0 : format.align == '^' ? missing / 2 : missing;
    return std::string(before, format.fill) + text + std::string(missing - before, format.fill);
}

std::optional<std::string> formatted(const PathValue& value, std::string_view specification)
{
    Format format;
    if (!readFormat(specification, format))
        return std::nullopt;
    const bool whole = std::holds_alternative<Index>(value);
    const bool asWhole = whole && (format.type == 0 || format.type == 'd');
    if ((!whole && format.type == 'd') || (asWhole && format.precision >= 0))
        return std::nullopt; // a ValueError in Python, too
    const bool negative = whole ? std::get<Index>(value) < 0 : std::signbit(std::get<double>(value));
    std::string digits;
    if (asWhole) {
        digits = std::to_string(std::get<Index>(value));
        digits.erase(0, negative ? 1 : 0);
    } else {
        const double number = whole ? static_cast<double>(std::get<Index>(value)) : std::get<double>(value);
        digits = digitsOf(std::abs(number), format);
    }
    if (format.thousands)
        digits = withThousands(std::move(digits));
    if (format.type == 'E' || format.type == 'F' || format.type == 'G')
        std::ranges::transform(digits, digits.begin(),
                               [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    const bool isNaN = !whole && std::isnan(std::get<double>(value));
    const std::string sign =
        negative && !isNaN ? "-" : (format.sign == '-' ? "" : std::string(1, format.sign));
    return padded(sign, std::move(digits), format);
}
} // namespace

Result<std::string> formatPath(std::string_view pattern, const PathValues& values)
{
    Result<std::vector<Piece>> pieces = parse(pattern);
    if (!pieces)
        return pieces.faults();
    std::string path;
    for (const Piece& piece : *pieces) {
        if (!piece.isPlace) {
            path += piece.text;
            continue;
        }
        const auto value = values.find(piece.name);
        if (value == values.end()) {
            std::string names;
            for (const auto& [name, unused] : values)
                names += (names.empty() ? "{" : ", {") + name + "}";
            return Fault{
                FaultKind::Input,
                Text(LAMINA_TEXT("training",
                                 "The file name '%1' asks for {%2}, which this training does not have"),
                     pattern, piece.name),
                {},
                Text(LAMINA_TEXT("training", "use one of: %1"), names)};
        }
        const std::optional<std::string> text = formatted(value->second, piece.format);
        if (!text)
            return unreadable(pattern,
                              Text(LAMINA_TEXT("training", "{%1} does not take the format '%2': use %3"),
                                   piece.name, piece.format,
                                   std::holds_alternative<Index>(value->second) ? "02d" : ".2f"));
        path += *text;
    }
    return path;
}

Result<std::vector<std::string>> pathNames(std::string_view pattern)
{
    Result<std::vector<Piece>> pieces = parse(pattern);
    if (!pieces)
        return pieces.faults();
    std::vector<std::string> names;
    for (const Piece& piece : *pieces)
        if (piece.isPlace)
            names.push_back(piece.name);
    return names;
}

} // namespace lamina
