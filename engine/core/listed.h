// Names in a sentence: "a, b, c".
#pragma once

#include <functional>
#include <string>

namespace lamina {

// nameOf: what of each item is written, a member or a function of it; its text becomes a std::string.
template <typename Items, typename NameOf = std::identity>
std::string listed(const Items& items, NameOf nameOf = {})
{
    std::string text;
    for (const auto& item : items)
        text += (text.empty() ? "" : ", ") + std::string(std::invoke(nameOf, item));
    return text;
}

} // namespace lamina
