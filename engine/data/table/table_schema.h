// How a row of a table becomes the numbers of a sample. Learned once from the table that a model is trained
// on, and kept with the model, so that another table is read in the same way.
#pragma once

#include "engine/core/json.h"
#include "engine/data/dataset.h"
#include "engine/data/table/table_file.h"

#include <limits>

namespace lamina::table {

enum class ColumnKind {
    Number,
    Category, // one of `values`
    Letters, // a sequence of them
    Words,
};

enum class Missing { Error, Drop, Mean };

// Ids of a sequence. Those of `values` begin behind them.
constexpr Index paddingToken = 0;
constexpr Index unknownToken = 1;
constexpr Index firstToken = 2;

struct Column {
    std::string name;
    ColumnKind kind = ColumnKind::Number;
    std::vector<std::string> values; // categories, or the tokens by frequency
    std::vector<std::string> classNames; // of a target's `values`, where they are called otherwise
    Index length = 1; // of a sequence: shorter ones are padded, longer ones cut
    double mean = std::numeric_limits<double>::quiet_NaN(); // stands in for missing numbers where it is known
    // Numbers of the table it was learned from: how small they can be kept. Not part of what is learned.
    bool whole = false;
    double low = 0;
    double high = 0;

    bool isSequence() const { return kind == ColumnKind::Letters || kind == ColumnKind::Words; }
    Index vocabulary() const { return static_cast<Index>(values.size()) + firstToken; }
};

struct TableSchema {
    std::vector<Column> features;
    std::vector<Column> targets; // numbers and categories
    std::string weight; // a column of numbers, or empty
    Missing missing = Missing::Error;
    bool separate = false; // an input for each feature, an output for each target
    bool oneHot = false; // tokens as rows with a single 1
    bool padBefore = true;
    Shape shape; // of the features that are no sequences; empty: as they come
    TableFileOptions file;
};

// A field of the data set, and the columns that it is made of, in order.
struct SchemaField {
    enum class Role { Input, Target, Weight };
    DataField field;
    Role role = Role::Input;
    std::vector<const Column*> columns; // of the schema, or null for the weight
};
std::vector<SchemaField> fieldsOf(const TableSchema& schema);
// Numbers that a column gives to an input.
Index elementsOf(const Column& column, const TableSchema& schema);

Json toJson(const TableSchema& schema);
// Nothing if the JSON says something else than toJson() would.
std::optional<TableSchema> schemaFromJson(const Json& json);

} // namespace lamina::table
