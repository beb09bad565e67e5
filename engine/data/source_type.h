// What a data source tells about itself, in one file of engine/data/sources.
#pragma once

#include "engine/core/fields.h"
#include "engine/data/dataset.h"

#include <filesystem>

namespace lamina {

struct SourceRequest {
    const Attributes& options;
    const Json& given; // the options as they stand in the project
    std::filesystem::path folder; // relative paths start here
    std::uint64_t seed = 0;
    double validationSplit = 0; // from 0 to below 1; for a source that splits itself
    // DataParts::learned of the training of a model that is to be evaluated: its numbers, not those of this
    // data.
    const Json* learned = nullptr;
};

struct SourceType {
    const char* name; // "idx"; stands in project files
    TextId label;
    TextId help;
    std::span<const Field> fields;
    Result<DataParts> (*open)(const SourceRequest&);
    // Takes the validation part of each class: else it is the tail of the samples, which would be one class
    // where they are sorted.
    bool splitsItself = false;
    // Its samples may be pictures; if not, what prepares pictures means nothing to them.
    bool hasPictures = true;
};

namespace sources {
std::span<const SourceType* const> all();
const SourceType* find(std::string_view name);
} // namespace sources

} // namespace lamina
