// Source text that is put together line by line, and which layer each line is about.
#pragma once

#include <string>
#include <vector>

namespace lamina::code {

class Lines {
public:
    // `text` may be several lines; all of them are indented alike.
    void add(const std::string& text, const std::string& layer = {});
    void blank(int count = 1);
    void append(const Lines& more);

    void indent(int levels = 1) { m_level += levels; }
    void outdent(int levels = 1) { m_level -= levels; }
    // Columns that are left in a line.
    int room() const { return 100 - 4 * m_level; }

    bool empty() const { return m_lines.empty(); }
    std::string text() const; // ends with a line break
    const std::vector<std::string>& layers() const { return m_layers; }

private:
    std::vector<std::string> m_lines;
    std::vector<std::string> m_layers; // of each line; empty: of none
    int m_level = 0;
};

} // namespace lamina::code
