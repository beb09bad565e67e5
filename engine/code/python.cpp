#include "engine/code/python.h"

#include "engine/core/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lamina::code::python {

namespace {
constexpr std::array keywords{
    "False",    "None",   "True",  "and",  "as",     "assert",   "async",   "await", "break", "class",
    "continue", "def",    "del",   "elif", "else",   "except",   "finally", "for",   "from",  "global",
    "if",       "import", "in",    "is",   "lambda", "nonlocal", "not",     "or",    "pass",  "raise",
    "return",   "try",    "while", "with", "yield",  "input",    "print",   "len",   "range", "list",
    "all",      "any",    "max",   "min",  "map",    "id",       "set",     "tuple", "dict",  "float",
    "int",      "str",    "type",  "zip",  "open",   "self",     "super",   "sum"};

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// A Korean syllable, U+AC00 to U+D7A3, which Python takes for a letter; 0 if there is none.
std::size_t syllable(std::string_view text)
{
    if (text.size() < 3)
        return 0;
    const auto byte = [&](std::size_t i) {
        return static_cast<unsigned>(static_cast<unsigned char>(text[i]));
    };
    if (byte(0) >> 4 != 0xE || byte(1) >> 6 != 2 || byte(2) >> 6 != 2)
        return 0;
    const unsigned code = (byte(0) & 0xF) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    return code >= 0xAC00 && code <= 0xD7A3 ? 3 : 0;
}

std::string identifier(std::string_view name)
{
    std::string result;
    for (std::size_t i = 0; i < name.size();) {
        if (const std::size_t length = syllable(name.substr(i))) {
            result += name.substr(i, length);
            i += length;
            continue;
        }
        if (isPlain(name[i]))
            result += name[i];
        else if (!result.empty() && result.back() != '_')
            result += '_';
        ++i;
    }
    while (!result.empty() && result.back() == '_')
        result.pop_back();
    if (result.empty() || (result[0] >= '0' && result[0] <= '9'))
        result = "layer" + (result.empty() ? std::string() : "_" + result);
    if (std::ranges::find(keywords, result) != keywords.end())
        result += '_';
    return result;
}
} // namespace

std::string quote(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        if (c == '\n')
            result += "\\n";
        else if (c == '\t')
            result += "\\t";
        else if (static_cast<unsigned char>(c) >= 0x20)
            result += c;
    }
    return result + '"';
}

std::string number(double value)
{
    if (!std::isfinite(value))
        return "float(" + quote(shortest(value)) + ")";
    std::string text = shortest(value);
    const double inverse = value > 0 && value < 1 ? 1 / value : 0;
    if (text.size() > 10 && inverse < 1e6 && std::abs(inverse - std::round(inverse)) < 1e-9 * inverse)
        return "1 / " + shortest(std::round(inverse));
    if (text.find_first_of(".en") == std::string::npos)
        text += ".0";
    return text;
}

std::string value(const Json& json)
{
    if (json.is_null())
        return "None";
    if (json.is_boolean())
        return json.get<bool>() ? "True" : "False";
    if (json.is_string())
        return quote(json.get<std::string>());
    if (json.is_number_float())
        return number(json.get<double>());
    std::vector<std::string> items;
    if (json.is_array()) {
        for (const Json& item : json)
            items.push_back(value(item));
        if (items.size() == 1)
            return "(" + items[0] + ",)";
        return bracketed("(", items, ")", 1000);
    }
    if (json.is_object()) {
        for (const auto& [key, item] : json.items())
            items.push_back(quote(key) + ": " + value(item));
        return bracketed("{", items, "}", 1000);
    }
    return json.dump();
}

std::string list(const Json& json)
{
    std::vector<std::string> items;
    for (const Json& item : json)
        items.push_back(value(item));
    return bracketed("[", items, "]", 1000);
}

std::string tuple(const std::vector<Index>& sizes)
{
    return value(Json(sizes));
}

std::string bracketed(const std::string& open, const std::vector<std::string>& items,
                      const std::string& close, int room)
{
    std::string flat;
    bool broken = false;
    for (const std::string& item : items) {
        flat += (flat.empty() ? "" : ", ") + item;
        broken = broken || item.find('\n') != std::string::npos;
    }
    const auto columns = [](const std::string& text) { return static_cast<int>(text.size()); };
    std::string line = open + flat + close;
    if (!broken && (columns(line) <= room || items.empty()))
        return line;
    if (!broken && columns(flat) + 4 <= room)
        return open + "\n    " + flat + "\n" + close;
    std::string text = open + "\n";
    for (const std::string& item : items) {
        text += "    ";
        for (const char c : item)
            text += c == '\n' ? std::string("\n    ") : std::string(1, c);
        text += ",\n";
    }
    return text + close;
}

std::string call(const std::string& function, const std::vector<std::string>& arguments, int room)
{
    return bracketed(function + "(", arguments, ")", room);
}

std::vector<std::string> wrapped(const std::string& sentence, int room)
{
    std::vector<std::string> lines(1);
    for (std::size_t start = 0; start < sentence.size();) {
        const std::size_t end = std::min(sentence.find(' ', start), sentence.size());
        const std::string word = sentence.substr(start, end - start);
        if (!lines.back().empty() && static_cast<int>(lines.back().size() + word.size()) + 1 > room)
            lines.emplace_back();
        lines.back() += (lines.back().empty() ? "" : " ") + word;
        start = end + 1;
    }
    return lines;
}

const std::string& Names::of(const std::string& key, const std::string& wish)
{
    const auto known = m_names.find(key);
    return known != m_names.end() ? known->second : m_names.emplace(key, fresh(wish)).first->second;
}

std::string Names::fresh(const std::string& wish)
{
    const std::string base = identifier(wish);
    std::string name = base;
    if (m_taken.contains(name) && !name.ends_with('_'))
        name += '_';
    for (int i = 2; m_taken.contains(name); ++i)
        name = base + "_" + std::to_string(i);
    m_taken.insert(name);
    return name;
}

std::string slug(std::string_view name, std::string_view otherwise)
{
    std::string result;
    for (const char c : name) {
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (isPlain(small))
            result += small;
        else if (!result.empty() && result.back() != '_')
            result += '_';
    }
    while (!result.empty() && result.back() == '_')
        result.pop_back();
    return result.empty() ? std::string(otherwise) : result;
}

} // namespace lamina::code::python
