// JSON with sorted keys, so that equal values are equal texts.
#pragma once

// Half a second of each file's compilation went into the parser, which the library's literal "…"_json makes
// in every one of them, used or not. Here its body becomes that of a template, which nobody makes.
// NOLINTNEXTLINE(bugprone-reserved-identifier)
#define _json(text, size)                                                                                    \
    _json(text, size);                                                                                       \
    template <int>                                                                                           \
    inline nlohmann::json unusedLiteral(text, size)
#include <nlohmann/json.hpp>
#undef _json

namespace lamina {

using Json = nlohmann::json;
// Keeps the order in which keys were set; only for writing files that people read.
using OrderedJson = nlohmann::ordered_json;

} // namespace lamina
