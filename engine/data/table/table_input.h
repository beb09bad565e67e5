// Tables that a trained model is asked about.
#pragma once

#include "engine/core/json.h"
#include "engine/data/dataset.h"

#include <filesystem>

namespace lamina {

// A sample a row, with the model's inputs as its fields. `learned`: what the model's source kept with it
// (DataParts::learned). Where that is null, as in a file of Keras' own, all columns are numbers and together
// one input of `shape`.
Result<DatasetPtr> openTable(const std::filesystem::path& file, const Json& learned, const Shape& shape);

// Told by its name: .csv or .tsv, also gzipped.
bool isTableFile(const std::filesystem::path& file);

} // namespace lamina
