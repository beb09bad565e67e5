#include "engine/data/table/csv_parser.h"

#include <algorithm>

namespace lamina::table {

namespace {
bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}
} // namespace

bool CsvParser::append(std::string_view run)
{
    if (m_text.size() + run.size() > mostRowBytes) {
        m_problem = m_state == State::Quoted ? Problem::OpenQuote : Problem::RowTooLong;
        m_problemRow = m_state == State::Quoted ? m_quoteRow : m_row;
        return false;
    }
    m_text += run;
    return true;
}

void CsvParser::endCell()
{
    while (m_text.size() > m_keep && isBlank(m_text.back()))
        m_text.pop_back();
    m_ends.push_back(m_text.size());
    m_keep = m_text.size();
    m_state = State::CellStart;
}

bool CsvParser::endRow(const RowSink& sink)
{
    endCell();
    const auto cellAt = [&](std::size_t i) {
        const std::size_t begin = i == 0 ? 0 : m_ends[i - 1];
        return std::string_view(m_text).substr(begin, m_ends[i] - begin);
    };
    // Blanks at the end of a row separate nothing.
    if (m_delimiter == ' ' && m_ends.size() > 1 && cellAt(m_ends.size() - 1).empty() && !m_rowHasQuotes)
        m_ends.pop_back();
    bool goOn = true;
    if (m_ends.size() > 1 || !m_text.empty() || m_rowHasQuotes) {
        m_cells.clear();
        for (std::size_t i = 0; i < m_ends.size(); ++i)
            m_cells.push_back(cellAt(i));
        goOn = sink({m_row, m_cells});
    }
    m_text.clear();
    m_ends.clear();
    m_keep = 0;
    m_rowHasQuotes = false;
    ++m_row;
    return goOn;
}

bool CsvParser::feed(std::string_view text, const RowSink& sink)
{
    std::size_t i = 0;
    if (m_skipLineFeed && !text.empty()) {
        i = text[0] == '\n' ? 1 : 0;
        m_skipLineFeed = false;
    }
    while (i < text.size()) {
        const char c = text[i];
        switch (m_state) {
        case State::CellStart:
            if (isBlank(c) && (c != m_delimiter || c == ' ')) {
                ++i;
            } else if (c == '"') {
                m_state = State::Quoted;
                m_rowHasQuotes = true;
                m_quoteRow = m_row;
                ++i;
            } else {
                m_state = State::Plain;
            }
            break;
        case State::Quoted: {
            const std::size_t end = std::min(text.find('"', i), text.size());
            if (!append(text.substr(i, end - i)))
                return false;
            i = end;
            if (i < text.size()) {
                m_state = State::QuoteSeen;
                ++i;
            }
            break;
        }
        case State::QuoteSeen:
            m_state = State::Plain;
            m_keep = m_text.size();
            if (c == '"') {
                if (!append("\""))
                    return false;
                m_state = State::Quoted;
                ++i;
            }
            break;
        case State::Plain: {
            std::size_t end = i;
            while (end < text.size() && text[end] != m_delimiter && text[end] != '\n' && text[end] != '\r')
                ++end;
            if (!append(text.substr(i, end - i)))
                return false;
            i = end;
            if (i == text.size())
                break;
            ++i;
            if (text[end] == m_delimiter) {
                endCell();
                break;
            }
            if (text[end] == '\r') {
                m_skipLineFeed = i == text.size();
                if (i < text.size() && text[i] == '\n')
                    ++i;
            }
            if (!endRow(sink))
                return false;
            break;
        }
        }
    }
    return true;
}

bool CsvParser::finish(const RowSink& sink)
{
    if (m_state == State::Quoted) {
        m_problem = Problem::OpenQuote;
        m_problemRow = m_quoteRow;
        return false;
    }
    if (m_state == State::QuoteSeen)
        m_keep = m_text.size();
    if (m_text.empty() && m_ends.empty() && !m_rowHasQuotes)
        return true; // the last row has ended
    return endRow(sink);
}

} // namespace lamina::table
