// Data sets in memory, made from a function.
#pragma once

#include "engine/data/dataset.h"

#include <functional>

namespace lamina {

struct TableColumn {
    std::string name;
    Index length; // 0: a class
    std::vector<std::string> classNames;
};

class Table final : public Dataset {
public:
    using Values = std::function<std::vector<float>(Index row, int field)>;

    Table(const std::vector<TableColumn>& columns, Index rows, Values values)
        : m_rows(rows), m_values(std::move(values))
    {
        for (const TableColumn& column : columns)
            m_fields.push_back({column.name, column.length > 0 ? DataKind::Numbers : DataKind::Class,
                                column.length > 0 ? Shape{column.length} : Shape{}, column.classNames});
    }
    Index size() const override { return m_rows; }
    const std::vector<DataField>& fields() const override { return m_fields; }
    Result<void> readNumbers(Index sample, int field, std::span<float> into) const override
    {
        const std::vector<float> values = m_values(sample, field);
        std::copy(values.begin(), values.end(), into.begin());
        return {};
    }

private:
    Index m_rows;
    Values m_values;
    std::vector<DataField> m_fields;
};

// The first column is the input, the second the target.
inline DataParts table(const std::vector<TableColumn>& columns, Index rows, Table::Values values)
{
    DataParts parts;
    parts.train = std::make_shared<Table>(columns, rows, std::move(values));
    parts.inputFields = {columns[0].name};
    parts.targetFields = {columns[1].name};
    return parts;
}

} // namespace lamina
