// JSON with sorted keys, so that equal values are equal texts.
#pragma once

#include <nlohmann/json.hpp>

namespace lamina {

using Json = nlohmann::json;
// Keeps the order in which keys were set; only for writing files that people read.
using OrderedJson = nlohmann::ordered_json;

} // namespace lamina
