// Texts cut into what a sequence is made of.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace lamina::table {

// Each letter as it stands, a code point at a time.
void forEachLetter(std::string_view text, const std::function<void(std::string_view)>& use);

// Words between blanks and punctuation, in small Latin letters, as Keras' Tokenizer cuts them by default.
// `word` is valid during the call.
void forEachWord(std::string_view text, const std::function<void(std::string_view)>& use);

} // namespace lamina::table
