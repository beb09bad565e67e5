#include "engine/data/table/row_input.h"

#include "engine/core/numbers.h"
#include "engine/data/table/table_schema.h"
#include "engine/data/table/tokens.h"

#include <algorithm>
#include <cmath>

namespace lamina {

namespace {
using table::ColumnKind;

constexpr Index mostCells = 256;
constexpr const char* unknownThing = "\u25A1"; // neither a blank nor punctuation, which part words

bool isSequence(const RowCell& cell)
{
    return cell.kind == RowCell::Kind::Letters || cell.kind == RowCell::Kind::Words;
}

// Different ids that a cell can give.
Index idsOf(const RowCell& cell)
{
    return static_cast<Index>(cell.choices.size()) + (isSequence(cell) ? table::firstToken : 0);
}

Index elementsOf(const RowCell& cell)
{
    return (isSequence(cell) ? cell.length : 1) * (cell.oneHot ? idsOf(cell) : 1);
}

RowCell cellOf(const table::Column& column, const table::TableSchema& schema)
{
    RowCell cell{.name = column.name, .choices = column.values};
    const bool filled = schema.missing == table::Missing::Mean;
    switch (column.kind) {
    case ColumnKind::Number:
        if (filled && std::isfinite(column.mean))
            cell.missing = column.mean;
        break;
    case ColumnKind::Category:
        cell.kind = RowCell::Kind::Choice;
        cell.oneHot = true;
        if (filled) // behind them all: a row without a 1
            cell.missing = static_cast<double>(column.values.size());
        break;
    case ColumnKind::Letters:
    case ColumnKind::Words:
        cell.kind = column.kind == ColumnKind::Letters ? RowCell::Kind::Letters : RowCell::Kind::Words;
        cell.oneHot = schema.oneHot;
        cell.length = column.length;
        cell.padBefore = schema.padBefore;
        break;
    }
    return cell;
}

// Of a field that no table has described: numbers in a row, or a sequence of known things.
std::vector<RowCell> cellsOf(const DataField& field)
{
    std::vector<RowCell> cells;
    const bool things = !field.classNames.empty();
    const bool oneHot = things && !field.ids && field.shape.rank() == 2
        && field.shape[1] == static_cast<Index>(field.classNames.size());
    if (field.kind != DataKind::Numbers || (field.shape.rank() != 1 && !oneHot) || (field.ids && !things)
        || field.shape[0] > mostCells)
        return cells;
    for (Index i = 0; i < field.shape[0]; ++i) {
        const auto at = static_cast<std::size_t>(i);
        RowCell cell{.name = field.name + (field.shape[0] > 1 ? " " + std::to_string(i + 1) : "")};
        if (at < field.elementNames.size())
            cell.name = field.elementNames[at];
        if (oneHot || field.ids) {
            cell.kind = RowCell::Kind::Choice;
            cell.choices = field.classNames;
            cell.oneHot = oneHot;
        }
        cells.push_back(std::move(cell));
    }
    return cells;
}
} // namespace

std::optional<RowInput> RowInput::make(const DataParts& parts)
{
    const int at =
        parts.inputFields.size() == 1 && parts.train ? parts.train->fieldIndex(parts.inputFields[0]) : -1;
    if (at < 0)
        return std::nullopt;
    const DataField& field = parts.train->fields()[static_cast<std::size_t>(at)];
    RowInput input;
    input.m_prepared = !field.ids;
    const std::optional<table::TableSchema> schema =
        parts.learned.is_object() && parts.learned.contains("features") ? table::schemaFromJson(parts.learned)
                                                                        : std::nullopt;
    if (schema)
        for (const table::Column& column : schema->features)
            input.m_cells.push_back(cellOf(column, *schema));
    else
        input.m_cells = cellsOf(field);
    if (input.m_cells.empty() || static_cast<Index>(input.m_cells.size()) > mostCells
        || input.elements() != field.shape.elements())
        return std::nullopt;
    return input;
}

Index RowInput::elements() const
{
    Index all = 0;
    for (const RowCell& cell : m_cells)
        all += elementsOf(cell);
    return all;
}

std::vector<float> RowInput::numbers(const std::vector<CellValue>& values) const
{
    assert(values.size() == m_cells.size());
    std::vector<float> numbers;
    std::vector<Index> ids;
    for (std::size_t c = 0; c < m_cells.size(); ++c) {
        const RowCell& cell = m_cells[c];
        if (cell.kind == RowCell::Kind::Number) {
            numbers.push_back(static_cast<float>(values[c].number));
            continue;
        }
        ids.clear();
        if (isSequence(cell)) {
            const auto add = [&](std::string_view token) {
                const auto found = std::ranges::find(cell.choices, token);
                ids.push_back(found == cell.choices.end() ? table::unknownToken
                                                          : found - cell.choices.begin() + table::firstToken);
            };
            if (cell.kind == RowCell::Kind::Letters)
                table::forEachLetter(values[c].text, add);
            else
                table::forEachWord(values[c].text, add);
            table::padTokens(ids, static_cast<std::size_t>(cell.length), cell.padBefore);
        } else {
            ids.push_back(static_cast<Index>(values[c].number));
        }
        for (const Index id : ids) {
            if (!cell.oneHot) {
                numbers.push_back(static_cast<float>(id));
                continue;
            }
            const std::size_t first = numbers.size();
            numbers.resize(first + static_cast<std::size_t>(idsOf(cell)), 0.0F);
            if (id >= 0 && id < idsOf(cell))
                numbers[first + static_cast<std::size_t>(id)] = 1;
        }
    }
    return numbers;
}

std::vector<CellValue> RowInput::valuesOf(std::span<const float> numbers) const
{
    std::vector<CellValue> values;
    for (const RowCell& cell : m_cells) {
        const std::span<const float> own = numbers.first(static_cast<std::size_t>(elementsOf(cell)));
        numbers = numbers.subspan(own.size());
        CellValue value;
        const std::size_t width = cell.oneHot ? static_cast<std::size_t>(idsOf(cell)) : 1;
        for (std::size_t at = 0; at < own.size(); at += width) {
            const std::span<const float> one = own.subspan(at, width);
            const auto top = std::ranges::max_element(one);
            if (!cell.oneHot) // 4.2, not 4.19999980926: the same float
                value.number = toNumber(shortest(one[0])).value_or(0);
            else if (*top == 0 && cell.missing)
                value.number = *cell.missing;
            else
                value.number = static_cast<double>(top - one.begin());
            if (!isSequence(cell) || value.number == static_cast<double>(table::paddingToken))
                continue;
            const auto known =
                static_cast<std::size_t>(value.number) - static_cast<std::size_t>(table::firstToken);
            if (cell.kind == RowCell::Kind::Words && !value.text.empty())
                value.text += ' ';
            value.text += known < cell.choices.size() ? cell.choices[known] : unknownThing;
        }
        if (isSequence(cell))
            value.number = 0;
        values.push_back(std::move(value));
    }
    return values;
}

} // namespace lamina
