// JSON for people: two spaces a level, what is small on one line, so that a diff reads well.
#pragma once

#include "engine/core/json.h"

#include <string>

namespace lamina {

// Objects on levels below `expandedLevels` (the root is level 0) and lists of objects are always broken into
// lines if they hold anything; everything else stands on one line where it fits. Numbers read back as the
// same numbers; floats keep a point or an exponent. Ends with a line break.
std::string printJson(const OrderedJson& value, int expandedLevels);

} // namespace lamina
