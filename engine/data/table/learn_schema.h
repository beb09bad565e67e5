// From what a person asks of a table, and what its columns hold, to the way in which it is read.
#pragma once

#include "engine/data/table/table_survey.h"

namespace lamina::table {

enum class TargetKind { Auto, Number, Class };

struct TableWishes {
    std::vector<std::string> features; // empty: all that are not named otherwise
    std::vector<std::string> targets; // empty: the last column
    std::string weight; // empty: all samples count the same
    TargetKind targetKind = TargetKind::Auto;
    Missing missing = Missing::Error;
    ColumnKind texts = ColumnKind::Category; // what texts among the features are
    Index sequenceLength = 0; // 0: as long as the longest
    Index vocabulary = 0; // at most so many tokens; 0: all
    bool separate = false;
    bool oneHot = false;
    bool padBefore = true;
    Shape shape;
    TableFileOptions file;
};

struct LearnedTable {
    TableSchema schema;
    Index rows = 0; // that become samples
    std::vector<Text> notes;
};

// Reads the file once. Faults name the column, and the rows where there are any to name.
Result<LearnedTable> learnSchema(TableFile& file, const TableWishes& wishes);

} // namespace lamina::table
