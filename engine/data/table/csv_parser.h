// Cuts text into rows of cells: RFC 4180, and what else is met in files. No library of Debian's serves:
// libcsv does not tell in which row it is, so that no fault could name it, and fast-cpp-csv-parser wants the
// columns when it is compiled and has no line breaks in cells.
#pragma once

#include "engine/core/shape.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lamina::table {

struct CsvRow {
    Index number = 0; // as a spreadsheet counts: from 1, empty ones count
    std::span<const std::string_view> cells; // without their quotes; blanks around unquoted ones are gone
};

// Rows end with \n, \r\n or \r. A cell in quotes may hold line breaks, separators, and quotes written twice.
// Where blanks separate, several count as one. Empty rows are counted and not reported.
class CsvParser {
public:
    // Gives false to stop.
    using RowSink = std::function<bool(const CsvRow&)>;
    enum class Problem { None, RowTooLong, OpenQuote };

    explicit CsvParser(char delimiter) : m_delimiter(delimiter) { }

    // False: stopped, or a problem.
    bool feed(std::string_view text, const RowSink& sink);
    // The last row may lack its line break.
    bool finish(const RowSink& sink);

    Problem problem() const { return m_problem; }
    Index problemRow() const { return m_problemRow; }

    static constexpr std::size_t mostRowBytes = std::size_t{1} << 24;

private:
    enum class State { CellStart, Plain, Quoted, QuoteSeen };

    void endCell();
    bool endRow(const RowSink& sink);
    bool append(std::string_view run);

    char m_delimiter;
    State m_state = State::CellStart;
    bool m_skipLineFeed = false; // after a carriage return
    bool m_rowHasQuotes = false;
    Index m_row = 1;
    Index m_quoteRow = 0;
    std::string m_text; // of the row's cells, one after another
    std::size_t m_keep = 0; // blanks before here are not trimmed: they stood in quotes
    std::vector<std::size_t> m_ends; // of each cell in m_text
    std::vector<std::string_view> m_cells;
    Problem m_problem = Problem::None;
    Index m_problemRow = 0;
};

} // namespace lamina::table
