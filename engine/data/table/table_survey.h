// What the columns of a table hold, found in one pass over it.
#pragma once

#include "engine/data/table/table_schema.h"

#include <unordered_map>

namespace lamina::table {

// A dictionary that is asked with parts of a text without copying them.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template <typename Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

struct TokenCount {
    Index count = 0;
    Index first = 0; // when it was met first, among all
};

struct ColumnSurvey {
    // What is wanted of it.
    std::size_t column = 0; // in the file
    bool required = true; // the row is no sample without it
    ColumnKind sequence =
        ColumnKind::Number; // Letters or Words: count tokens if the column turns out to be text

    Index numbers = 0;
    Index texts = 0;
    Index missing = 0;
    bool whole = true;
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    TextMap<Index> values{}; // how often each cell occurs, as written
    bool tooMany = false; // more different ones than are counted
    Index firstTextRow = 0;
    std::string firstText{};
    std::vector<Index> missingRows{}; // the first few
    TextMap<TokenCount> tokens{};
    Index longest = 0; // sequence

    bool isText() const { return texts > 0; }
};

constexpr std::size_t mostDifferentValues = 10000;

struct TableSurvey {
    Index rows = 0; // that become samples
    Index dropped = 0; // for want of a required value
    std::vector<ColumnSurvey> columns;
};

// Looks at the wanted columns of every row. With Missing::Error rows are kept and the missing counted.
Result<void> surveyRows(TableFile& file, Missing missing, TableSurvey& survey);

} // namespace lamina::table
