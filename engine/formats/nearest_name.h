// The known name that somebody probably meant.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lamina {

// By the fewest changed, missing, added or exchanged letters, capitals aside; nothing if none is near.
std::optional<std::string> nearestName(std::string_view given, std::span<const std::string> known);

} // namespace lamina
