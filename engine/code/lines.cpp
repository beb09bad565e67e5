#include "engine/code/lines.h"

namespace lamina::code {

void Lines::add(const std::string& text, const std::string& layer)
{
    const std::string margin(static_cast<std::size_t>(4 * m_level), ' ');
    for (std::size_t start = 0; start <= text.size();) {
        std::size_t end = text.find('\n', start);
        if (end == std::string::npos)
            end = text.size();
        const std::string line = text.substr(start, end - start);
        m_lines.push_back(line.empty() ? line : margin + line);
        m_layers.push_back(layer);
        start = end + 1;
    }
}

void Lines::blank(int count)
{
    for (int i = 0; i < count; ++i) {
        m_lines.emplace_back();
        m_layers.emplace_back();
    }
}

void Lines::append(const Lines& more)
{
    for (std::size_t i = 0; i < more.m_lines.size(); ++i)
        add(more.m_lines[i], more.m_layers[i]);
}

std::string Lines::text() const
{
    std::string text;
    for (const std::string& line : m_lines)
        text += line + "\n";
    return text;
}

} // namespace lamina::code
