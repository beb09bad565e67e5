// From a project's data section to parts that can be trained on.
#pragma once

#include "engine/data/dataset.h"
#include "engine/data/preprocess_type.h"
#include "engine/model/project.h"

#include <filesystem>

namespace lamina {

// Opens the source, takes the validation split from the tail of the training part (before any shuffling) and
// says what is wrong otherwise. Samples come as stored: preprocessing is the batches' work.
Result<DataParts> openData(const DataSpec& spec, const std::filesystem::path& folder, std::uint64_t seed);

// All steps of `preprocess`, in order, as one function; empty if there are none.
Result<PreprocessFunction> compilePreprocess(const std::vector<PartSpec>& steps);

// What `input` means for this data when the project does not say: "drawing" or "picture".
std::string effectiveInput(const DataSpec& spec, const DataParts& parts);

} // namespace lamina
