#include "engine/data/sequence_text.h"

#include <algorithm>

namespace lamina {

std::optional<std::string> sequenceText(const DataField& field, std::span<const float> values)
{
    if (field.kind != DataKind::Numbers || field.classNames.empty())
        return std::nullopt;
    const std::vector<std::string>& names = field.classNames;
    const bool oneHot = field.shape.rank() > 1 && field.shape[-1] == static_cast<Index>(names.size());
    const std::size_t each = oneHot ? names.size() : 1;
    // Letters are written together: a name is one character, however many bytes that takes.
    const bool letters = std::ranges::all_of(names, [](const std::string& name) {
        return std::ranges::count_if(name, [](char c) { return (c & 0xC0) != 0x80; }) <= 1;
    });
    std::string text;
    for (std::size_t first = 0; first + each <= values.size(); first += each) {
        const std::span<const float> step = values.subspan(first, each);
        const auto largest = std::ranges::max_element(step);
        if (oneHot && *largest <= 0)
            continue; // nothing stands here
        const float id = oneHot ? static_cast<float>(largest - step.begin()) : step[0];
        if (!(id >= 0) || id >= static_cast<float>(names.size()))
            continue;
        const std::string& name = names[static_cast<std::size_t>(id)];
        if (!text.empty() && !letters && !name.empty())
            text += ' ';
        text += name;
    }
    return text;
}

} // namespace lamina
