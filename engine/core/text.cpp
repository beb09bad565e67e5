#include "engine/core/text.h"

#include "engine/core/numbers.h"

namespace lamina {

std::string Text::asArgument(double value)
{
    return shortest(value);
}

std::string english(TextId text)
{
    return text.source;
}

std::string render(const Text& text, const Translate& translate)
{
    const std::string pattern = translate(text.id);
    std::string out;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool place =
            pattern[at] == '%' && at + 1 < pattern.size() && pattern[at + 1] >= '1' && pattern[at + 1] <= '9';
        const auto number = place ? static_cast<std::size_t>(pattern[at + 1] - '1') : 0;
        if (place && number < text.arguments.size()) {
            out += text.arguments[number];
            ++at;
        } else {
            out += pattern[at];
        }
    }
    return out;
}

} // namespace lamina
