// From a project's data section to parts that can be trained on.
#pragma once

#include "engine/data/dataset.h"
#include "engine/data/preprocess.h"

#include <filesystem>

namespace lamina {

// Opens the source, takes the validation split from the tail of the training part (before any shuffling) and
// says what is wrong otherwise. Samples come as stored: preprocessing is the batches' work. `learned`: what a
// model's own data gave as DataParts::learned; where the options are the same, it is used again.
Result<DataParts> openData(const DataSpec& spec, const std::filesystem::path& folder, std::uint64_t seed,
                           const Json* learned = nullptr);

// What `input` means for this data when the project does not say: "drawing" or "picture".
std::string effectiveInput(const DataSpec& spec, const DataParts& parts);

} // namespace lamina
