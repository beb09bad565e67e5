#include "engine/data/table/table_survey.h"

#include "engine/data/table/cell.h"
#include "engine/data/table/tokens.h"

#include <algorithm>
#include <cmath>

namespace lamina::table {

namespace {
constexpr std::size_t longestValue = 1024; // bytes; what is longer is prose
constexpr std::size_t namedRows = 5;
constexpr std::size_t mostTokens = 1'000'000;

void countTokens(ColumnSurvey& survey, std::string_view cell)
{
    Index length = 0;
    const auto count = [&](std::string_view token) {
        ++length;
        auto found = survey.tokens.find(token);
        if (found == survey.tokens.end()) {
            if (survey.tokens.size() == mostTokens)
                return; // the rarest: they come as unknown
            found = survey.tokens
                        .emplace(std::string(token), TokenCount{0, static_cast<Index>(survey.tokens.size())})
                        .first;
        }
        ++found->second.count;
    };
    if (survey.sequence == ColumnKind::Letters)
        forEachLetter(cell, count);
    else
        forEachWord(cell, count);
    survey.longest = std::max(survey.longest, length);
}

void look(ColumnSurvey& survey, std::string_view cell, Index row, bool decimalComma)
{
    if (isMissing(cell)) {
        ++survey.missing;
        if (survey.missingRows.size() < namedRows)
            survey.missingRows.push_back(row);
        return;
    }
    if (const std::optional<double> number = numberIn(cell, decimalComma)) {
        ++survey.numbers;
        survey.whole = survey.whole && std::trunc(*number) == *number;
        survey.low = std::min(survey.low, *number);
        survey.high = std::max(survey.high, *number);
    } else {
        ++survey.texts;
        if (survey.firstTextRow == 0) {
            survey.firstTextRow = row;
            survey.firstText = cell;
        }
    }
    if (survey.sequence != ColumnKind::Number)
        countTokens(survey, cell);
    if (survey.tooMany)
        return;
    if (const auto found = survey.values.find(cell); found != survey.values.end()) {
        ++found->second;
    } else if (survey.values.size() < mostDifferentValues && cell.size() <= longestValue) {
        survey.values.emplace(std::string(cell), 1);
    } else {
        survey.tooMany = true;
        survey.values.clear();
    }
}
} // namespace

Result<void> surveyRows(TableFile& file, Missing missing, TableSurvey& survey)
{
    const bool comma = file.format().decimalComma();
    return file.forEachRow([&](const CsvRow& row) -> Result<void> {
        if (missing != Missing::Error
            && std::any_of(survey.columns.begin(), survey.columns.end(), [&](const ColumnSurvey& column) {
                   return column.required && isMissing(row.cells[column.column]);
               })) {
            ++survey.dropped;
            return {};
        }
        ++survey.rows;
        for (ColumnSurvey& column : survey.columns)
            look(column, row.cells[column.column], row.number, comma);
        return {};
    });
}

} // namespace lamina::table
