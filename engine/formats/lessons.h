// The lessons that the program carries with it, for the studio's Home page and `lamina-cli lessons` and
// `new`.
#pragma once

#include "engine/core/text.h"

#include <span>
#include <string_view>

namespace lamina {

struct Lesson {
    const char* id; // "digits-cnn"; stands in scripts: never renamed
    TextId title;
    TextId line; // one sentence under the title
    const char* projectText; // the text of a *.lamina file
    const char* pageEnglish; // Markdown
    const char* pageKorean;
};

namespace lessons {
std::span<const Lesson> all(); // in the order in which they are taught
const Lesson* find(std::string_view id);
} // namespace lessons

} // namespace lamina
