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

// Nor does each file make the rest of the library's members again, nor the reader of strings: core/json.cpp
// does.
extern template class nlohmann::basic_json<>;
extern template class nlohmann::detail::serializer<nlohmann::json>;
extern template class nlohmann::detail::lexer<nlohmann::json,
                                              nlohmann::detail::iterator_input_adapter<const char*>>;
extern template class nlohmann::detail::parser<nlohmann::json,
                                               nlohmann::detail::iterator_input_adapter<const char*>>;
extern template class nlohmann::detail::lexer<
    nlohmann::json, nlohmann::detail::iterator_input_adapter<std::string::const_iterator>>;
extern template class nlohmann::detail::parser<
    nlohmann::json, nlohmann::detail::iterator_input_adapter<std::string::const_iterator>>;

namespace lamina {

using Json = nlohmann::json;
// Keeps the order in which keys were set; only for writing files that people read.
using OrderedJson = nlohmann::ordered_json;

} // namespace lamina
