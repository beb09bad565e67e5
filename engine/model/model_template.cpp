#include "engine/model/model_template.h"

#include <algorithm>

namespace lamina {

namespace templates {

std::vector<const ModelTemplate*> inOrder()
{
    std::vector<const ModelTemplate*> sorted(all().begin(), all().end());
    std::ranges::sort(sorted, {}, &ModelTemplate::place);
    return sorted;
}

const ModelTemplate* find(std::string_view id)
{
    const auto found =
        std::ranges::find_if(all(), [id](const ModelTemplate* each) { return each->id == id; });
    return found == all().end() ? nullptr : *found;
}

} // namespace templates

std::optional<Fault> pictureFault(const Shape& input, Index side)
{
    if (input.rank() != 3)
        return Fault{FaultKind::Input,
                     Text(LAMINA_TEXT("templates", "It reads pictures, and %1 is none"), input.text()),
                     {},
                     LAMINA_TEXT("templates", "give height, width and channels, or choose another network")};
    if (input[0] >= side && input[1] >= side)
        return std::nullopt;
    return Fault{
        FaultKind::Input,
        Text(LAMINA_TEXT("templates", "Pictures of %1 × %2 are too small for it"), input[0], input[1]),
        {},
        Text(LAMINA_TEXT("templates", "give it %1 × %1 or more, or choose a smaller network"), side)};
}

} // namespace lamina
