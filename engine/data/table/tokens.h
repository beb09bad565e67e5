// Texts cut into what a sequence is made of.
#pragma once

#include "engine/core/shape.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lamina::table {

// Each letter as it stands, a code point at a time.
void forEachLetter(std::string_view text, const std::function<void(std::string_view)>& use);

// Words between blanks and punctuation, in small Latin letters, as Keras' Tokenizer cuts them by default.
// `word` is valid during the call.
void forEachWord(std::string_view text, const std::function<void(std::string_view)>& use);

// Brings a sequence of ids to a length: filled up with 0 and cut at the same side, as Keras' pad_sequences
// does, so that the other end counts.
void padTokens(std::vector<Index>& tokens, std::size_t length, bool before);

} // namespace lamina::table
