// A text file of any encoding, plain or gzipped, read block by block as UTF-8.
#pragma once

#include "engine/core/fault.h"
#include "engine/core/shape.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace lamina::table {

class TextFile {
public:
    // `encoding`: a name that iconv knows, or "auto": then the whole file is looked at once. Faults name
    // `projectPath` as the place in the project; empty where the file is none of a project's.
    static Result<TextFile> open(const std::filesystem::path& file, std::string_view encoding,
                                 std::string_view projectPath);
    ~TextFile();
    TextFile(TextFile&&) noexcept;
    TextFile& operator=(TextFile&&) noexcept;

    const std::string& encoding() const;
    // From the start again.
    void rewind();
    // The next block, valid until the next call; empty at the end. Never with a byte order mark, but letters
    // may be cut in two between blocks.
    Result<std::string_view> next();

    Fault fault(Text what, Text remedy) const;

private:
    struct State;
    explicit TextFile(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace lamina::table
