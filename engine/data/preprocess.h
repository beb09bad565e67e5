// The steps that every sample takes before a model sees it.
#pragma once

#include "engine/data/preprocess_type.h"
#include "engine/model/project.h"

namespace lamina {

// What the steps learned from the training part: one for each, null for a step that learns nothing.
using LearnedSteps = std::vector<Json>;

// Unknown steps and wrong settings.
Faults checkPreprocess(const std::vector<PartSpec>& steps);

// Reads the training part once for each step that learns.
Result<LearnedSteps> learnPreprocess(const std::vector<PartSpec>& steps, const DataParts& parts);

// All steps of `preprocess`, in order, as one function; empty if there are none.
Result<PreprocessFunction> compilePreprocess(const std::vector<PartSpec>& steps,
                                             const LearnedSteps& learned = {});

} // namespace lamina
