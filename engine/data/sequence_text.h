// A sequence of letters or words, as a person reads it.
#pragma once

#include "engine/data/dataset.h"

#include <optional>

namespace lamina {

// What the numbers of a field stand for, if they are ids with names, or one-hot along their last axis:
// "bread" without its last letter is "brea", words stand apart, ids without a name (filling) are left out.
// Nothing for other fields.
std::optional<std::string> sequenceText(const DataField& field, std::span<const float> values);

} // namespace lamina
