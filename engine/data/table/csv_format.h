// What a table as text does not say of itself: which character separates, whether the first row holds names.
#pragma once

#include "engine/core/text.h"
#include "engine/data/table/csv_parser.h"

#include <optional>

namespace lamina::table {

struct CsvFormat {
    char delimiter = ',';
    bool hasNames = false; // the row before the first data row holds them
    Index firstRow = 1; // number of the first row with data
    std::vector<std::string> columns; // names; the column's number where there is none
    std::vector<std::string> classNames; // of the last column, where the file tells them
    std::vector<Text> notes; // what was passed over

    // "1,5" is a number where something else separates.
    bool decimalComma() const { return delimiter != ','; }
};

enum class Header { Auto, Yes, No };

struct FormatOptions {
    std::optional<char> delimiter; // none: found out
    Header header = Header::Auto;
    Index skipRows = 0; // rows before the names or the data
};

// From the beginning of a file. `whole`: the text does not go on. No columns: the text has no rows.
CsvFormat recogniseFormat(std::string_view beginning, bool whole, const FormatOptions& options);

// "auto", "tab", "\t", "space" or one character; nothing if it is none of these.
struct Delimiter {
    std::optional<char> character; // none: auto
};
std::optional<Delimiter> delimiterNamed(std::string_view name);

} // namespace lamina::table
