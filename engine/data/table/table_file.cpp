#include "engine/data/table/table_file.h"

#include "engine/data/table/cell.h"

#include <algorithm>
#include <optional>
#include <set>

namespace lamina::table {

namespace {
constexpr std::size_t enoughText = std::size_t{1} << 16; // to recognise the format by
constexpr std::size_t enoughRows = 20;

// The beginning of the file: enough of it for some rows, and whether that is all.
Result<std::pair<std::string, bool>> beginningOf(TextFile& text)
{
    std::string beginning;
    for (;;) {
        Result<std::string_view> block = text.next();
        if (!block)
            return block.faults();
        if (block->empty())
            return std::pair(std::move(beginning), true);
        beginning += *block;
        if (beginning.size() > CsvParser::mostRowBytes)
            break;
        const auto rows = std::count(beginning.begin(), beginning.end(), '\n')
            + std::count(beginning.begin(), beginning.end(), '\r');
        if (beginning.size() >= enoughText && static_cast<std::size_t>(rows) >= enoughRows)
            break;
    }
    return std::pair(std::move(beginning), false);
}

std::string shownDelimiter(char delimiter)
{
    return delimiter == '\t' ? "tab" : delimiter == ' ' ? "space" : std::string(1, delimiter);
}
} // namespace

Fault TableFile::fault(Text what, Text remedy, Index row) const
{
    Fault fault = m_text.fault(std::move(what), std::move(remedy));
    if (row > 0)
        fault.where.path = "row " + std::to_string(row);
    return fault;
}

Fault TableFile::ragged(const CsvRow& row) const
{
    const std::size_t has = row.cells.size();
    const std::size_t wanted = columns().size();
    return fault(
        {LAMINA_TEXT("table", "The row has %1 cell(s), and the table %2 column(s) separated by '%3'"), has,
         wanted, shownDelimiter(m_format.delimiter)},
        has > wanted
            ? LAMINA_TEXT("table", "put cells that hold the separator in quotation marks, or set delimiter")
            : LAMINA_TEXT("table", "complete the row or remove it, or set delimiter"),
        row.number);
}

Fault TableFile::problem(const CsvParser& parser) const
{
    if (parser.problem() == CsvParser::Problem::OpenQuote)
        return fault(LAMINA_TEXT("table", "A quotation mark opens a cell that never ends"),
                     LAMINA_TEXT("table", "close it, or write a mark that is meant itself twice"),
                     parser.problemRow());
    return fault({LAMINA_TEXT("table", "The row has more than %1 MB"), CsvParser::mostRowBytes >> 20},
                 LAMINA_TEXT("table", "see whether this is a table as text, and where its rows end"),
                 parser.problemRow());
}

Result<TableFile> TableFile::open(const std::filesystem::path& file, const TableFileOptions& options,
                                  std::string_view projectPath)
{
    const std::optional<Delimiter> delimiter = delimiterNamed(options.delimiter);
    if (!delimiter)
        return Fault{FaultKind::Input,
                     {LAMINA_TEXT("table", "The separator cannot be '%1'"), shownCell(options.delimiter)},
                     {file.string(), "data.options.delimiter", {}},
                     LAMINA_TEXT("table", "give \"auto\", \"tab\", or a single character such as \";\"")};
    Result<TextFile> text = TextFile::open(file, options.encoding, projectPath);
    if (!text)
        return text.faults();
    Result<std::pair<std::string, bool>> beginning = beginningOf(*text);
    if (!beginning)
        return beginning.faults();
    CsvFormat format = recogniseFormat(beginning->first, beginning->second,
                                       {delimiter->character, options.header, options.skipRows});
    TableFile table(std::move(*text), std::move(format));
    if (table.columns().empty())
        return table.fault(LAMINA_TEXT("table", "The file holds no rows"),
                           LAMINA_TEXT("table", "choose a table with a row for each sample"));
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < table.columns().size(); ++i)
        if (!seen.insert(table.columns()[i]).second)
            return table.fault({LAMINA_TEXT("table", "Two columns are named '%1', the second is column %2"),
                                shownCell(table.columns()[i]), i + 1},
                               LAMINA_TEXT("table", "give each column a name of its own"),
                               table.m_format.firstRow - 1);
    return table;
}

Result<void> TableFile::forEachRow(const std::function<Result<void>(const CsvRow&)>& use)
{
    m_text.rewind();
    CsvParser parser(m_format.delimiter);
    std::optional<Faults> stopped;
    const auto sink = [&](const CsvRow& row) {
        if (row.number < m_format.firstRow)
            return true;
        if (row.cells.size() != columns().size()) {
            stopped = Faults{ragged(row)};
            return false;
        }
        Result<void> used = use(row);
        if (!used)
            stopped = used.faults();
        return !stopped;
    };
    bool goOn = true;
    while (goOn) {
        Result<std::string_view> block = m_text.next();
        if (!block)
            return block.faults();
        if (block->empty()) {
            parser.finish(sink);
            break;
        }
        goOn = parser.feed(*block, sink);
    }
    if (stopped)
        return *stopped;
    if (parser.problem() != CsvParser::Problem::None)
        return problem(parser);
    return {};
}

} // namespace lamina::table
