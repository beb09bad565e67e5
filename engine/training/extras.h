// What is kept with a model so that it can be used as it was trained.
#pragma once

#include "engine/data/open.h"
#include "engine/formats/keras_h5.h"

namespace lamina {

ModelExtras extrasOf(const DataSpec& spec, const DataParts& parts, const LearnedSteps& learned);

// The same of a run that has saved no model yet: opens its data and learns from it again, with the same
// outcome.
Result<ModelExtras> learnExtras(const Project& project, const std::filesystem::path& projectFolder);

} // namespace lamina
