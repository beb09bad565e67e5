// Finding the columns that a person named.
#pragma once

#include "engine/data/table/learn_schema.h"

namespace lamina::table {

// By number, none twice.
struct ColumnChoice {
    std::vector<std::size_t> features;
    std::vector<std::size_t> targets;
    std::optional<std::size_t> weight;
    bool featuresNamed = true; // false: they are what was left
};
Result<ColumnChoice> chooseColumns(const TableFile& file, const TableWishes& wishes);

// The fault with the option as its place.
Fault atOption(Fault fault, const char* option);
// The name that may be meant, or those that there are, as the end of a sentence.
Text columnRemedy(std::string_view name, const std::vector<std::string>& columns);

} // namespace lamina::table
