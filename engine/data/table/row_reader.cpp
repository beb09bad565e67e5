// From the cells of a row to its record.
#include "engine/core/numbers.h"
#include "engine/data/table/cell.h"
#include "engine/data/table/table_rows.h"
#include "engine/data/table/table_survey.h"
#include "engine/data/table/tokens.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <unistd.h>

namespace lamina::table {

class RowReader {
public:
    RowReader(TableFile& file, const TableSchema& schema, bool inputsOnly)
        : m_file(file), m_schema(schema), m_inputsOnly(inputsOnly)
    {
    }

    Result<std::shared_ptr<TableRows>> read(Index expectedRows)
    {
        layOut();
        if (!m_faults.empty())
            return m_faults;
        if (Result<void> room = makeRoom(expectedRows); !room)
            return room.faults();
        m_record.resize(m_rows->m_stride);
        Result<void> done = m_file.forEachRow([this](const CsvRow& row) { return addRow(row); });
        if (!done)
            return done.faults();
        if (m_rows->m_numbers.empty())
            return m_file.fault(LAMINA_TEXT("table", "The table has column names and no rows"),
                                LAMINA_TEXT("table", "choose a table with a row for each sample"));
        return std::move(m_rows);
    }

private:
    using Slot = TableRows::Slot;
    using Width = TableRows::Width;

    struct Source {
        std::size_t column = 0; // in the file
        const Column* wanted = nullptr; // null: a plain number
        SchemaField::Role role = SchemaField::Role::Input;
        Slot slot;
        TextMap<Index> places; // of categories or tokens
        bool numericValues = false; // "1.0" is the category "1"
    };

    static Width widthFor(double highest)
    {
        return highest <= 255 ? Width::Byte : highest <= 65535 ? Width::Short : Width::Float;
    }

    void layOut()
    {
        for (SchemaField& field : fieldsOf(m_schema)) {
            if (m_inputsOnly && field.role != SchemaField::Role::Input)
                continue;
            m_rows->m_fieldSlots.push_back({m_sources.size(), field.columns.size()});
            m_rows->m_roles.push_back(field.role);
            for (const Column* column : field.columns)
                addSource(column, field.role);
            m_rows->m_fields.push_back(std::move(field.field));
        }
        std::size_t offset = 0;
        for (Source& source : m_sources) {
            source.slot.offset = offset;
            offset +=
                static_cast<std::size_t>(source.slot.width) * static_cast<std::size_t>(source.slot.count);
            m_rows->m_slots.push_back(source.slot);
        }
        m_rows->m_stride = offset;
    }

    void addSource(const Column* column, SchemaField::Role role)
    {
        const std::string& name = column ? column->name : m_schema.weight;
        const std::vector<std::string>& columns = m_file.columns();
        const auto found = std::find(columns.begin(), columns.end(), name);
        if (found == columns.end()) {
            m_faults.push_back(m_file.fault(
                {LAMINA_TEXT("table", "The column '%1' is missing, and the model knows it"), shownCell(name)},
                LAMINA_TEXT("table", "give a table with the columns that the model was trained on")));
            return;
        }
        Source source;
        source.column = static_cast<std::size_t>(found - columns.begin());
        source.wanted = column;
        source.role = role;
        if (column && column->kind != ColumnKind::Number) {
            const bool sequence = column->isSequence();
            for (std::size_t i = 0; i < column->values.size(); ++i) {
                source.places.emplace(column->values[i], static_cast<Index>(i) + (sequence ? firstToken : 0));
                source.numericValues = source.numericValues || numberIn(column->values[i], false).has_value();
            }
            // One more than there are stands for a missing category.
            source.slot.width = widthFor(static_cast<double>(column->vocabulary()));
            source.slot.count = sequence ? column->length : 1;
            if (role == SchemaField::Role::Input)
                source.slot.oneHot = !sequence ? static_cast<Index>(column->values.size())
                    : m_schema.oneHot          ? column->vocabulary()
                                               : 0;
        } else if (column && column->whole && column->low >= 0) {
            source.slot.width = widthFor(column->high);
        }
        m_sources.push_back(std::move(source));
    }

    Result<void> makeRoom(Index rows)
    {
        const double machine =
            static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
        m_mostBytes = machine * 0.6;
        const double wanted = static_cast<double>(m_rows->m_stride + sizeof(std::uint32_t))
            * static_cast<double>(std::max<Index>(rows, 1));
        if (wanted > m_mostBytes)
            return tooLarge(wanted);
        m_rows->m_records.reserve(m_rows->m_stride * static_cast<std::size_t>(rows));
        m_rows->m_numbers.reserve(static_cast<std::size_t>(rows));
        return {};
    }

    Fault tooLarge(double bytes) const
    {
        return m_file.fault({LAMINA_TEXT("table", "The table takes %1 GB, and this machine has room for %2"),
                             std::round(bytes / 1e8) / 10, std::round(m_mostBytes / 1e8) / 10},
                            LAMINA_TEXT("table", "choose fewer features, or a part of the rows"));
    }

    Fault cellFault(const CsvRow& row, const Source& source, TextId what, Text remedy) const
    {
        return m_file.fault(
            {what, shownCell(m_file.columns()[source.column]), shownCell(row.cells[source.column])},
            std::move(remedy), row.number);
    }

    // Whether the row is left out for want of a value.
    bool isLeftOut(const CsvRow& row) const
    {
        if (m_schema.missing == Missing::Error)
            return false;
        return std::any_of(m_sources.begin(), m_sources.end(), [&](const Source& source) {
            const bool required =
                m_schema.missing == Missing::Drop || source.role != SchemaField::Role::Input;
            return required && isMissing(row.cells[source.column]);
        });
    }

    Result<void> addRow(const CsvRow& row)
    {
        if (isLeftOut(row)) {
            if (m_inputsOnly) // each row wants an answer
                return missingFault(row);
            return {};
        }
        for (const Source& source : m_sources)
            if (Result<void> written = write(row, source); !written)
                return written;
        if (m_rows->m_numbers.size() == UINT32_MAX
            || static_cast<double>(m_rows->m_records.size()) > m_mostBytes)
            return tooLarge(static_cast<double>(m_rows->m_records.size()));
        m_rows->m_records.insert(m_rows->m_records.end(), m_record.begin(), m_record.end());
        m_rows->m_numbers.push_back(static_cast<std::uint32_t>(row.number));
        return {};
    }

    Fault missingFault(const CsvRow& row) const
    {
        const auto empty = std::find_if(m_sources.begin(), m_sources.end(), [&](const Source& source) {
            return isMissing(row.cells[source.column]);
        });
        return cellFault(row, *empty, LAMINA_TEXT("table", "The column '%1' has no value"),
                         LAMINA_TEXT("table", "complete the row, or train with missing set to \"mean\""));
    }

    Result<void> write(const CsvRow& row, const Source& source)
    {
        const std::string_view cell = row.cells[source.column];
        const Column* column = source.wanted;
        if (isMissing(cell) && !(column && column->isSequence())) {
            const bool filled =
                m_schema.missing == Missing::Mean && source.role == SchemaField::Role::Input && column;
            if (!filled)
                return missingFault(row);
            if (column->kind == ColumnKind::Category)
                put(source.slot, 0, static_cast<double>(column->values.size()));
            else
                put(source.slot, 0, column->mean);
            return {};
        }
        if (column && column->isSequence()) {
            writeSequence(cell, source);
            return {};
        }
        if (column && column->kind == ColumnKind::Category) {
            const std::optional<Index> place = placeOf(cell, source);
            if (!place)
                return cellFault(
                    row, source,
                    LAMINA_TEXT("table", "The column '%1' holds '%2', which the model does not know"),
                    knownValues(*column));
            put(source.slot, 0, static_cast<double>(*place));
            return {};
        }
        const std::optional<double> number = numberIn(cell, m_file.format().decimalComma());
        if (!number)
            return cellFault(row, source,
                             LAMINA_TEXT("table", "The column '%1' holds '%2', and the model takes a number"),
                             LAMINA_TEXT("table", "correct the cell"));
        put(source.slot, 0, *number);
        return {};
    }

    std::optional<Index> placeOf(std::string_view cell, const Source& source) const
    {
        if (const auto found = source.places.find(cell); found != source.places.end())
            return found->second;
        if (!source.numericValues)
            return std::nullopt;
        const std::optional<double> number = numberIn(cell, m_file.format().decimalComma());
        const auto found = number ? source.places.find(shortest(*number + 0.0)) : source.places.end();
        return found == source.places.end() ? std::nullopt : std::optional(found->second);
    }

    static Text knownValues(const Column& column)
    {
        constexpr std::size_t named = 10;
        std::string known;
        for (std::size_t i = 0; i < std::min(column.values.size(), named); ++i)
            known += (i == 0 ? "" : ", ") + shownCell(column.values[i]);
        return {LAMINA_TEXT("table", "use one of: %1"), known + (column.values.size() > named ? ", …" : "")};
    }

    void writeSequence(std::string_view cell, const Source& source)
    {
        m_tokens.clear();
        const auto add = [&](std::string_view token) {
            const auto found = source.places.find(token);
            m_tokens.push_back(found == source.places.end() ? unknownToken : found->second);
        };
        if (source.wanted->kind == ColumnKind::Letters)
            forEachLetter(cell, add);
        else
            forEachWord(cell, add);
        padTokens(m_tokens, static_cast<std::size_t>(source.slot.count), m_schema.padBefore);
        for (std::size_t i = 0; i < m_tokens.size(); ++i)
            put(source.slot, i, static_cast<double>(m_tokens[i]));
    }

    void put(const Slot& slot, std::size_t at, double number)
    {
        std::byte* to = m_record.data() + slot.offset + at * static_cast<std::size_t>(slot.width);
        switch (slot.width) {
        case Width::Byte:
            *to = static_cast<std::byte>(number);
            break;
        case Width::Short: {
            const auto small = static_cast<std::uint16_t>(number);
            std::memcpy(to, &small, sizeof small);
            break;
        }
        case Width::Float: {
            const auto value = static_cast<float>(number);
            std::memcpy(to, &value, sizeof value);
            break;
        }
        }
    }

    TableFile& m_file;
    const TableSchema& m_schema;
    bool m_inputsOnly;
    std::shared_ptr<TableRows> m_rows = std::make_shared<TableRows>();
    std::vector<Source> m_sources;
    std::vector<std::byte> m_record;
    std::vector<Index> m_tokens;
    double m_mostBytes = 0;
    Faults m_faults;
};

Result<std::shared_ptr<TableRows>> TableRows::read(TableFile& file, const TableSchema& schema,
                                                   Index expectedRows, bool inputsOnly)
{
    return RowReader(file, schema, inputsOnly).read(expectedRows);
}

} // namespace lamina::table
