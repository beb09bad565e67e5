// The steps that pictures of the training part take before they are preprocessed.
#pragma once

#include "engine/data/augment_type.h"
#include "engine/model/project.h"

namespace lamina {

// Unknown steps and wrong settings.
Faults checkAugment(const std::vector<PartSpec>& steps);

// In place, on a picture of the shape it was compiled for. A pure function of the project's seed, the epoch
// and the sample's place in the training part.
using SampleAugment = std::function<void(std::span<float>, std::uint64_t epoch, std::uint64_t sample)>;

// All steps in order, which checkAugment() found right; empty if there are none.
SampleAugment compileAugment(const std::vector<PartSpec>& steps, const Shape& picture, std::uint64_t seed);

} // namespace lamina
