#include "engine/data/table/table_rows.h"

#include <cassert>
#include <cmath>
#include <cstring>

namespace lamina::table {

float TableRows::value(const std::byte* at, Width width) const
{
    switch (width) {
    case Width::Byte:
        return static_cast<float>(std::to_integer<std::uint8_t>(*at));
    case Width::Short: {
        std::uint16_t small = 0;
        std::memcpy(&small, at, sizeof small);
        return small;
    }
    case Width::Float:
        break;
    }
    float number = 0;
    std::memcpy(&number, at, sizeof number);
    return number;
}

void TableRows::read(Index row, int field, std::span<float> into) const
{
    assert(row >= 0 && row < size());
    const FieldSlots& slots = m_fieldSlots[static_cast<std::size_t>(field)];
    const std::byte* record = this->record(static_cast<std::size_t>(row));
    float* to = into.data();
    for (std::size_t i = slots.first; i < slots.first + slots.count; ++i) {
        const Slot& slot = m_slots[i];
        for (Index k = 0; k < slot.count; ++k) {
            const float read = value(record + slot.offset
                                         + static_cast<std::size_t>(k) * static_cast<std::size_t>(slot.width),
                                     slot.width);
            if (slot.oneHot == 0) {
                *to++ = read;
                continue;
            }
            std::fill_n(to, slot.oneHot, 0.0F);
            if (read >= 0 && read < static_cast<float>(slot.oneHot))
                to[static_cast<Index>(read)] = 1;
            to += slot.oneHot;
        }
    }
    assert(to == into.data() + into.size());
}

TableSchema TableRows::fillMissing(std::span<const std::uint32_t> rows, TableSchema schema)
{
    // The fields of the inputs come first, with a slot for each feature in their order.
    std::vector<const Column*> columns;
    for (const SchemaField& field : fieldsOf(schema))
        if (field.role == SchemaField::Role::Input)
            columns.insert(columns.end(), field.columns.begin(), field.columns.end());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Slot& slot = m_slots[i];
        Column& column = schema.features[static_cast<std::size_t>(columns[i] - schema.features.data())];
        if (column.kind != ColumnKind::Number || slot.width != Width::Float)
            continue;
        if (std::isnan(column.mean)) {
            double sum = 0;
            Index count = 0;
            for (const std::uint32_t row : rows) {
                const float number = value(record(row) + slot.offset, slot.width);
                if (!std::isnan(number)) {
                    sum += static_cast<double>(number);
                    ++count;
                }
            }
            column.mean = count > 0 ? sum / static_cast<double>(count) : 0;
        }
        const auto mean = static_cast<float>(column.mean);
        for (std::size_t row = 0; row < m_numbers.size(); ++row) {
            std::byte* at = m_records.data() + row * m_stride + slot.offset;
            if (std::isnan(value(at, slot.width)))
                std::memcpy(at, &mean, sizeof mean);
        }
    }
    return schema;
}

Result<void> TableSet::readNumbers(Index sample, int field, std::span<float> into) const
{
    m_rows->read(m_order[static_cast<std::size_t>(sample)], field, into);
    return {};
}

std::string TableSet::sampleName(Index sample) const
{
    return "row " + std::to_string(m_rows->rowNumber(m_order[static_cast<std::size_t>(sample)]));
}

} // namespace lamina::table
