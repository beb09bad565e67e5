// Sentences that can be translated after they were made: the English source text with its arguments kept
// apart.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lamina {

// Names a text of the engine. lupdate finds these by -tr-function-alias QT_TRANSLATE_NOOP+=LAMINA_TEXT.
struct TextId {
    const char* context = "";
    const char* source = "";

    bool empty() const { return *source == '\0'; }
    friend bool operator==(const TextId& a, const TextId& b)
    {
        return std::string_view(a.context) == b.context && std::string_view(a.source) == b.source;
    }
};

#define LAMINA_TEXT(context, source)                                                                         \
    ::lamina::TextId                                                                                         \
    {                                                                                                        \
        context, source                                                                                      \
    }

// A text and what stands in its places %1, %2 …
struct Text {
    Text() = default;
    Text(TextId text)
        : id(text) { } // NOLINT(google-explicit-constructor): a text without arguments is a Text
    template <typename... Arguments>
    Text(TextId text, Arguments&&... values)
        : id(text), arguments{asArgument(std::forward<Arguments>(values))...}
    {
    }

    TextId id;
    std::vector<std::string> arguments;

    bool empty() const { return id.empty(); }
    bool operator==(const Text&) const = default;

private:
    static std::string asArgument(std::string value) { return value; }
    static std::string asArgument(const char* value) { return value; }
    static std::string asArgument(std::string_view value) { return std::string(value); }
    static std::string asArgument(long long value) { return std::to_string(value); }
    static std::string asArgument(long value) { return std::to_string(value); }
    static std::string asArgument(int value) { return std::to_string(value); }
    static std::string asArgument(std::size_t value) { return std::to_string(value); }
    static std::string asArgument(double value);
};

// Gives the words for a text in the reader's language.
using Translate = std::function<std::string(TextId)>;
std::string english(TextId text);

// The words with their arguments filled in.
std::string render(const Text& text, const Translate& translate = english);

} // namespace lamina
