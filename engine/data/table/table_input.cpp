#include "engine/data/table/table_input.h"

#include "engine/data/table/table_rows.h"

#include <algorithm>
#include <numeric>

namespace lamina {

using namespace table;

namespace {
Fault damaged(const std::filesystem::path& file)
{
    return {FaultKind::Input,
            LAMINA_TEXT("table", "What the model keeps of its table is damaged"),
            {file.string(), {}, {}},
            LAMINA_TEXT("table", "train the model again, or take another copy of it")};
}

// All columns as numbers.
Result<TableSchema> plainSchema(const TableFile& file, const Shape& shape)
{
    if (static_cast<Index>(file.columns().size()) != shape.elements())
        return file.fault(
            {LAMINA_TEXT("table", "The table has %1 column(s), and the model's input %2 is %3 number(s)"),
             file.columns().size(), shape.text(), static_cast<long>(shape.elements())},
            LAMINA_TEXT("table", "give a table with a column for each of them and no others"));
    TableSchema schema;
    for (const std::string& name : file.columns()) {
        Column column;
        column.name = name;
        schema.features.push_back(std::move(column));
    }
    schema.shape = shape;
    return schema;
}
} // namespace

Result<DatasetPtr> openTable(const std::filesystem::path& path, const Json& learned, const Shape& shape)
{
    std::optional<TableSchema> schema;
    if (!learned.is_null()) {
        schema = schemaFromJson(learned);
        if (!schema)
            return damaged(path);
    }
    Result<TableFile> file = TableFile::open(path, schema ? schema->file : TableFileOptions{}, {});
    if (!file)
        return file.faults();
    if (!schema) {
        Result<TableSchema> plain = plainSchema(*file, shape);
        if (!plain)
            return plain.faults();
        schema = std::move(*plain);
    }
    Result<std::shared_ptr<TableRows>> rows = TableRows::read(*file, *schema, 0, true);
    if (!rows)
        return rows.faults();
    std::vector<std::uint32_t> order(static_cast<std::size_t>((*rows)->size()));
    std::iota(order.begin(), order.end(), 0U);
    return DatasetPtr(std::make_shared<TableSet>(*rows, std::move(order)));
}

bool isTableFile(const std::filesystem::path& file)
{
    std::string name = file.filename().string();
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (name.ends_with(".gz"))
        name.resize(name.size() - 3);
    return name.ends_with(".csv") || name.ends_with(".tsv");
}

} // namespace lamina
