#include "engine/data/table/tokens.h"

#include <algorithm>

namespace lamina::table {

void forEachLetter(std::string_view text, const std::function<void(std::string_view)>& use)
{
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            ++end;
        use(text.substr(at, end - at));
        at = end;
    }
}

void forEachWord(std::string_view text, const std::function<void(std::string_view)>& use)
{
    constexpr std::string_view between = " \t\n\r!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~";
    std::string word;
    for (std::size_t at = text.find_first_not_of(between); at != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(between, at), text.size());
        word.assign(text.substr(at, end - at));
        std::transform(word.begin(), word.end(), word.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        use(word);
        at = text.find_first_not_of(between, end);
    }
}

void padTokens(std::vector<Index>& tokens, std::size_t length, bool before)
{
    if (tokens.size() > length) {
        const auto extra = static_cast<std::ptrdiff_t>(tokens.size() - length);
        tokens.erase(before ? tokens.begin() : tokens.end() - extra,
                     before ? tokens.begin() + extra : tokens.end());
    }
    tokens.insert(before ? tokens.begin() : tokens.end(), length - tokens.size(), 0);
}

} // namespace lamina::table
