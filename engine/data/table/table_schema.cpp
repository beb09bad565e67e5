#include "engine/data/table/table_schema.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lamina::table {

namespace {
constexpr std::array kindNames{"number", "category", "letters", "words"};
constexpr std::array missingNames{"error", "drop", "mean"};
constexpr std::array headerNames{"auto", "yes", "no"};
constexpr Index mostLength = Index{1} << 20;

template <std::size_t N>
std::size_t placeOf(const std::array<const char*, N>& names, const std::string& name)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const char* known) { return name == known; });
    if (found == names.end())
        throw Json::other_error::create(501, "unknown name", nullptr);
    return static_cast<std::size_t>(found - names.begin());
}

Json toJson(const Column& column)
{
    Json json{{"name", column.name}, {"kind", kindNames[static_cast<std::size_t>(column.kind)]}};
    if (column.kind != ColumnKind::Number)
        json["values"] = column.values;
    if (!column.classNames.empty())
        json["class_names"] = column.classNames;
    if (column.isSequence())
        json["length"] = column.length;
    if (std::isfinite(column.mean))
        json["mean"] = column.mean;
    return json;
}

Column columnFrom(const Json& json)
{
    Column column;
    column.name = json.at("name").get<std::string>();
    column.kind = static_cast<ColumnKind>(placeOf(kindNames, json.at("kind").get<std::string>()));
    if (column.kind != ColumnKind::Number)
        column.values = json.at("values").get<std::vector<std::string>>();
    if (json.contains("class_names"))
        column.classNames = json["class_names"].get<std::vector<std::string>>();
    if (column.isSequence())
        column.length = std::clamp<Index>(json.at("length").get<Index>(), 1, mostLength);
    if (json.contains("mean"))
        column.mean = json["mean"].get<double>();
    return column;
}

Json toJson(const std::vector<Column>& columns)
{
    Json list = Json::array();
    for (const Column& column : columns)
        list.push_back(toJson(column));
    return list;
}

std::vector<Column> columnsFrom(const Json& list)
{
    std::vector<Column> columns;
    for (const Json& each : list)
        columns.push_back(columnFrom(each));
    return columns;
}

void nameElements(const Column& column, std::vector<std::string>& names)
{
    if (column.kind == ColumnKind::Number)
        names.push_back(column.name);
    for (const std::string& value : column.values)
        names.push_back(column.name + "=" + value);
}

SchemaField inputOf(const Column& column, const TableSchema& schema)
{
    SchemaField input{
        {column.name, DataKind::Numbers, Shape{elementsOf(column, schema)}, {}, {}}, {}, {&column}};
    input.field.ids = column.isSequence();
    if (!column.isSequence())
        nameElements(column, input.field.elementNames);
    else if (schema.oneHot)
        input.field.shape = {column.length, column.vocabulary()};
    return input;
}

void appendInputs(const TableSchema& schema, std::vector<SchemaField>& fields)
{
    SchemaField together{{"features", DataKind::Numbers, {}, {}, {}}, SchemaField::Role::Input, {}};
    Index elements = 0;
    for (const Column& column : schema.features) {
        if (column.isSequence() || schema.separate)
            continue;
        together.columns.push_back(&column);
        elements += elementsOf(column, schema);
        nameElements(column, together.field.elementNames);
    }
    if (together.columns.size() == 1)
        together.field.name = together.columns[0]->name;
    together.field.shape = schema.shape.rank() > 0 ? schema.shape : Shape{elements};
    if (!together.columns.empty())
        fields.push_back(std::move(together));
    for (const Column& column : schema.features)
        if (column.isSequence() || schema.separate)
            fields.push_back(inputOf(column, schema));
}

void appendTargets(const TableSchema& schema, std::vector<SchemaField>& fields)
{
    const bool numbers = std::all_of(schema.targets.begin(), schema.targets.end(),
                                     [](const Column& c) { return c.kind == ColumnKind::Number; });
    if (numbers && schema.targets.size() > 1 && !schema.separate) {
        SchemaField together{
            {"targets", DataKind::Numbers, Shape{static_cast<Index>(schema.targets.size())}, {}, {}},
            SchemaField::Role::Target,
            {}};
        for (const Column& column : schema.targets) {
            together.columns.push_back(&column);
            together.field.elementNames.push_back(column.name);
        }
        fields.push_back(std::move(together));
        return;
    }
    for (const Column& column : schema.targets) {
        SchemaField target{
            {column.name, DataKind::Numbers, Shape{1}, {}, {}}, SchemaField::Role::Target, {&column}};
        if (column.kind == ColumnKind::Category)
            target.field = {column.name,
                            DataKind::Class,
                            {},
                            column.classNames.empty() ? column.values : column.classNames,
                            {}};
        fields.push_back(std::move(target));
    }
}
} // namespace

Index elementsOf(const Column& column, const TableSchema& schema)
{
    switch (column.kind) {
    case ColumnKind::Number:
        return 1;
    case ColumnKind::Category:
        return static_cast<Index>(column.values.size());
    case ColumnKind::Letters:
    case ColumnKind::Words:
        return schema.oneHot ? column.length * column.vocabulary() : column.length;
    }
    return 0;
}

namespace {
constexpr double mostElements = 1e8;

bool isSound(const Column& column)
{
    return (column.kind != ColumnKind::Category || !column.values.empty())
        && (column.classNames.empty() || column.classNames.size() == column.values.size())
        && !(std::abs(column.mean) > static_cast<double>(std::numeric_limits<float>::max()));
}

// What was read from a file could say anything.
bool isSound(const TableSchema& schema)
{
    double elements = 0; // of the features together
    double sequences = 0;
    for (const Column& column : schema.features) {
        if (!isSound(column))
            return false;
        const bool own = column.isSequence() || schema.separate;
        (own ? sequences : elements) += column.isSequence() && schema.oneHot
            ? static_cast<double>(column.length) * static_cast<double>(column.vocabulary())
            : static_cast<double>(elementsOf(column, schema));
    }
    double shape = 1;
    for (const Index size : schema.shape.sizes()) {
        if (size < 1)
            return false;
        shape *= static_cast<double>(size);
    }
    return !schema.features.empty() && elements + sequences < mostElements
        && (schema.shape.rank() == 0 || elements == 0 || shape == elements)
        && std::all_of(schema.targets.begin(), schema.targets.end(),
                       [](const Column& c) { return isSound(c) && !c.isSequence(); });
}
} // namespace

std::vector<SchemaField> fieldsOf(const TableSchema& schema)
{
    std::vector<SchemaField> fields;
    appendInputs(schema, fields);
    appendTargets(schema, fields);
    if (!schema.weight.empty())
        fields.push_back(
            {{schema.weight, DataKind::Numbers, Shape{1}, {}, {}}, SchemaField::Role::Weight, {nullptr}});
    // A field is found by its name.
    for (std::size_t i = 0; i < fields.size(); ++i)
        while (
            std::any_of(fields.begin(), fields.begin() + static_cast<std::ptrdiff_t>(i),
                        [&](const SchemaField& other) { return other.field.name == fields[i].field.name; }))
            fields[i].field.name += '_';
    return fields;
}

Json toJson(const TableSchema& schema)
{
    return {{"features", toJson(schema.features)},
            {"targets", toJson(schema.targets)},
            {"weight", schema.weight},
            {"missing", missingNames[static_cast<std::size_t>(schema.missing)]},
            {"separate", schema.separate},
            {"one_hot", schema.oneHot},
            {"pad_before", schema.padBefore},
            {"shape", schema.shape.sizes()},
            {"delimiter", schema.file.delimiter},
            {"encoding", schema.file.encoding},
            {"header", headerNames[static_cast<std::size_t>(schema.file.header)]},
            {"skip_rows", schema.file.skipRows}};
}

std::optional<TableSchema> schemaFromJson(const Json& json)
{
    try {
        TableSchema schema;
        schema.features = columnsFrom(json.at("features"));
        schema.targets = columnsFrom(json.at("targets"));
        schema.weight = json.at("weight").get<std::string>();
        schema.missing = static_cast<Missing>(placeOf(missingNames, json.at("missing").get<std::string>()));
        schema.separate = json.at("separate").get<bool>();
        schema.oneHot = json.at("one_hot").get<bool>();
        schema.padBefore = json.at("pad_before").get<bool>();
        schema.shape = Shape(json.at("shape").get<std::vector<Index>>());
        schema.file.delimiter = json.at("delimiter").get<std::string>();
        schema.file.encoding = json.at("encoding").get<std::string>();
        schema.file.header = static_cast<Header>(placeOf(headerNames, json.at("header").get<std::string>()));
        schema.file.skipRows = json.at("skip_rows").get<Index>();
        return isSound(schema) ? std::optional(std::move(schema)) : std::nullopt;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

} // namespace lamina::table
