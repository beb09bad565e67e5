// The samples of a table in memory, each value as small as it can be: a 1 GB file of measurements takes a few
// hundred MB.
#pragma once

#include "engine/data/table/table_schema.h"

namespace lamina::table {

class TableRows {
public:
    // Reads the rows as the schema says; `roles` tells which fields are wanted. `expectedRows` (0: unknown)
    // are made room for at once.
    static Result<std::shared_ptr<TableRows>> read(TableFile& file, const TableSchema& schema,
                                                   Index expectedRows, bool inputsOnly);

    Index size() const { return static_cast<Index>(m_numbers.size()); }
    const std::vector<DataField>& fields() const { return m_fields; }
    const std::vector<SchemaField::Role>& roles() const { return m_roles; }
    // As a spreadsheet counts.
    Index rowNumber(Index row) const { return m_numbers[static_cast<std::size_t>(row)]; }
    void read(Index row, int field, std::span<float> into) const;

    // Sets missing numbers: to the mean of those there are among `rows`, or what the schema knows already.
    // Gives the schema with the means in it.
    TableSchema fillMissing(std::span<const std::uint32_t> rows, TableSchema schema);

private:
    friend class RowReader;
    enum class Width : std::uint8_t { Byte = 1, Short = 2, Float = 4 };
    // Where the values of a column stand in a record.
    struct Slot {
        std::size_t offset = 0;
        Width width = Width::Float;
        Index count = 1; // values: more than one of a sequence
        Index oneHot = 0; // above 0: a value is the place of the single 1 among so many, which may be outside
    };
    struct FieldSlots {
        std::size_t first = 0;
        std::size_t count = 0;
    };

    float value(const std::byte* at, Width width) const;
    const std::byte* record(std::size_t row) const { return m_records.data() + row * m_stride; }

    std::vector<DataField> m_fields;
    std::vector<SchemaField::Role> m_roles;
    std::vector<FieldSlots> m_fieldSlots;
    std::vector<Slot> m_slots;
    std::size_t m_stride = 0;
    std::vector<std::byte> m_records;
    std::vector<std::uint32_t> m_numbers;
};

// Some of the rows, in an order of their own.
class TableSet final : public Dataset {
public:
    TableSet(std::shared_ptr<const TableRows> rows, std::vector<std::uint32_t> order)
        : m_rows(std::move(rows)), m_order(std::move(order))
    {
    }

    Index size() const override { return static_cast<Index>(m_order.size()); }
    const std::vector<DataField>& fields() const override { return m_rows->fields(); }
    Result<void> readNumbers(Index sample, int field, std::span<float> into) const override;
    std::string sampleName(Index sample) const override;

private:
    std::shared_ptr<const TableRows> m_rows;
    std::vector<std::uint32_t> m_order;
};

} // namespace lamina::table
