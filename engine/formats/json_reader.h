// JSON text into values, with every complaint placed by line and column.
#pragma once

#include "engine/core/fault.h"
#include "engine/core/json.h"

namespace lamina {

// Unlike the library alone, refuses a key that stands twice in one object (nothing is silently dropped) and
// values nested deeper than jsonDepthAtMost (printing them would run out of stack). `file` only names the
// place in faults.
Result<Json> readJson(std::string_view text, const std::string& file);

constexpr int jsonDepthAtMost = 100;

} // namespace lamina
