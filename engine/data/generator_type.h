// What a built-in generator tells about itself, in one file of engine/data/generators. Source "synthetic"
// asks it.
#pragma once

#include "engine/core/text.h"
#include "engine/data/dataset.h"

namespace lamina {

struct GeneratorType {
    const char* name; // "digits"; stands in project files
    TextId label;
    TextId help;
    std::vector<DataField> (*fields)();
    // Writes all fields of one sample, one span a field: a pure function of seed and sample. Called from many
    // threads.
    void (*generate)(std::uint64_t seed, std::uint64_t sample, std::span<const std::span<float>> fields);
    // Every value is a whole number from 0 to 255: kept as bytes where samples are kept.
    bool bytes = false;
};

namespace generators {
std::span<const GeneratorType* const> all();
const GeneratorType* find(std::string_view name);
} // namespace generators

} // namespace lamina
