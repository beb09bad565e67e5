// A model as the JSON that Keras 2 keeps in its files (`model_config`), both ways.
#pragma once

#include "engine/core/fault.h"
#include "engine/model/network.h"
#include "engine/model/project.h"

namespace lamina {

// {"class_name": "Sequential" or "Functional", "config": …}; Sequential where the layers are a chain.
Json kerasModelConfig(const Network& network, const std::string& name);
// {"loss", "metrics", "optimizer_config" …}, as compile() was called.
Json kerasTrainingConfig(const TrainingSpec& training);

// All that Lamina has no word for is named, all at once.
Result<ModelSpec> modelFromKeras(const Json& modelConfig, const std::string& file);

} // namespace lamina
