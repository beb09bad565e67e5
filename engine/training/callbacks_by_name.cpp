#include "engine/training/callback_type.h"

#include <algorithm>

namespace lamina {

const CallbackType* callbacks::find(std::string_view className)
{
    const std::span<const CallbackType* const> types = all();
    const auto found =
        std::ranges::find_if(types, [&](const CallbackType* type) { return className == type->className; });
    return found == types.end() ? nullptr : *found;
}

} // namespace lamina
