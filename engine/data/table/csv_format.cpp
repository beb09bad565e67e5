#include "engine/data/table/csv_format.h"

#include "engine/data/table/cell.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace lamina::table {

namespace {
using Cells = std::vector<std::string>;
struct Row {
    Index number = 0;
    Cells cells;
};

constexpr std::size_t rowsToLookAt = 1000;
constexpr std::string_view candidates = ",;\t| "; // the likelier first

std::vector<Row> rowsOf(std::string_view text, bool whole, char delimiter, Index skip)
{
    std::vector<Row> rows;
    CsvParser parser(delimiter);
    const auto keep = [&](const CsvRow& row) {
        if (row.number > skip)
            rows.push_back({row.number, Cells(row.cells.begin(), row.cells.end())});
        return rows.size() < rowsToLookAt;
    };
    // The last row of a text that goes on is cut somewhere.
    if (parser.feed(text, keep) && (whole || rows.empty()))
        (void)parser.finish(keep);
    return rows;
}

// The number of cells that most rows have, the larger of equals, and how many have it.
std::pair<std::size_t, std::size_t> usualCells(const std::vector<Row>& rows)
{
    std::map<std::size_t, std::size_t> counts;
    for (const Row& row : rows)
        ++counts[row.cells.size()];
    std::pair<std::size_t, std::size_t> usual{0, 0};
    for (const auto& [cells, count] : counts)
        if (count >= usual.second)
            usual = {cells, count};
    return usual;
}

bool isNumber(std::string_view cell, char delimiter)
{
    return numberIn(cell, delimiter != ',').has_value();
}

// How well a separator explains the rows: they agree in their number of cells, and the cells hold numbers, or
// words without another candidate in them.
double fitOf(const std::vector<Row>& rows, char delimiter)
{
    const auto [cells, agreeing] = usualCells(rows);
    if (cells < 2)
        return 0;
    std::size_t all = 0;
    double clean = 0;
    for (const Row& row : rows) {
        all += row.cells.size();
        for (const std::string& cell : row.cells) {
            if (isMissing(cell) || isNumber(cell, delimiter))
                clean += 1;
            else if (cell.find_first_of(",;\t|") == std::string::npos)
                clean += 0.9;
        }
    }
    const double agreement = static_cast<double>(agreeing) / static_cast<double>(rows.size());
    return agreement * agreement * clean / static_cast<double>(all);
}

char bestDelimiter(std::string_view text, bool whole, Index skip)
{
    char best = ',';
    double bestFit = 0;
    for (const char delimiter : candidates) {
        // Blanks separate only numbers, and where nothing else does: sentences are full of them.
        if (delimiter == ' ' && bestFit > 0.3)
            continue;
        const double fit = fitOf(rowsOf(text, whole, delimiter, skip), delimiter);
        if (fit > bestFit * 1.001 && !(delimiter == ' ' && fit < 0.95)) {
            best = delimiter;
            bestFit = fit;
        }
    }
    return best;
}

// Names are no numbers, and do not come again below.
bool looksLikeNames(const std::vector<Row>& rows, std::size_t at, char delimiter)
{
    const Cells& names = rows[at].cells;
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].empty() && i == 0)
            continue; // a column of row names
        if (names[i].empty() || isNumber(names[i], delimiter))
            return false;
    }
    bool numbersBelow = false;
    for (std::size_t r = at + 1; r < rows.size(); ++r)
        for (std::size_t i = 0; i < std::min(names.size(), rows[r].cells.size()); ++i) {
            numbersBelow = numbersBelow || isNumber(rows[r].cells[i], delimiter);
            if (!numbersBelow && !names[i].empty() && rows[r].cells[i] == names[i])
                return false;
        }
    return rows.size() > at + 1 || rows.size() == 1;
}

// "569,30,malignant,benign": rows, features, and the names of the classes in the last column, as the tables
// that come with scikit-learn begin.
bool tellsClasses(const Cells& cells, std::size_t columns, char delimiter)
{
    return cells.size() >= 4 && isNumber(cells[0], delimiter) && cells[1] == std::to_string(columns - 1)
        && std::none_of(cells.begin() + 2, cells.end(),
                        [&](const std::string& cell) { return cell.empty() || isNumber(cell, delimiter); });
}

Cells namesFrom(Cells cells, std::size_t columns)
{
    cells.resize(columns);
    for (std::size_t i = 0; i < columns; ++i)
        if (cells[i].empty())
            cells[i] = std::to_string(i + 1);
    return cells;
}
} // namespace

CsvFormat recogniseFormat(std::string_view beginning, bool whole, const FormatOptions& options)
{
    CsvFormat format;
    format.delimiter =
        options.delimiter ? *options.delimiter : bestDelimiter(beginning, whole, options.skipRows);
    const std::vector<Row> rows = rowsOf(beginning, whole, format.delimiter, options.skipRows);
    if (rows.empty())
        return format;
    const std::size_t columns = usualCells(rows).first;

    // What stands above the table has another number of cells, and the table at least two rows that agree.
    std::size_t first = 0;
    if (options.header != Header::Yes)
        while (first + 2 < rows.size() && rows[first].cells.size() != columns
               && rows[first + 1].cells.size() != rows[first].cells.size())
            ++first;
    // Names above a table with a column of row names are one fewer, and so are names without the separator
    // that ends each row.
    const bool oneFewer = first == 1 && rows[0].cells.size() + 1 == columns && columns > 2
        && std::none_of(rows[0].cells.begin(), rows[0].cells.end(), [&](const std::string& cell) {
                              return cell.empty() || isNumber(cell, format.delimiter);
                          });
    if (oneFewer && options.header == Header::Auto) {
        const bool emptyEnds = std::all_of(rows.begin() + 1, rows.end(), [&](const Row& row) {
            return row.cells.size() < columns || row.cells.back().empty();
        });
        Cells names = rows[0].cells;
        names.insert(emptyEnds ? names.end() : names.begin(), std::string());
        format.hasNames = true;
        format.columns = namesFrom(std::move(names), columns);
        format.firstRow = rows[1].number;
        return format;
    }
    if (first == 1 && tellsClasses(rows[0].cells, columns, format.delimiter)) {
        format.classNames.assign(rows[0].cells.begin() + 2, rows[0].cells.end());
    } else if (first > 0) {
        format.notes.emplace_back(
            LAMINA_TEXT(
                "table",
                "Row 1 has %1 cell(s) and the table %2 columns: it begins in row %3, what stands above is "
                "passed over"),
            rows[0].cells.size(), columns, static_cast<long>(rows[first].number));
    }
    format.hasNames = options.header == Header::Yes
        || (options.header == Header::Auto && looksLikeNames(rows, first, format.delimiter));
    format.columns = namesFrom(format.hasNames ? rows[first].cells : Cells(),
                               format.hasNames ? rows[first].cells.size() : columns);
    format.firstRow = rows[first].number + (format.hasNames ? 1 : 0);
    return format;
}

std::optional<Delimiter> delimiterNamed(std::string_view name)
{
    if (name == "auto")
        return Delimiter{};
    if (name == "tab" || name == "\\t")
        return Delimiter{'\t'};
    if (name == "space")
        return Delimiter{' '};
    if (name.size() == 1 && name[0] != '"' && name[0] != '\n' && name[0] != '\r' && name[0] != '\0'
        && static_cast<unsigned char>(name[0]) < 0x80)
        return Delimiter{name[0]};
    return std::nullopt;
}

} // namespace lamina::table
