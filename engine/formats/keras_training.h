// What a Keras file says of compile(): `training_config` of Keras 2, `compile_config` of Keras 3.
#pragma once

#include "engine/core/buffer.h"
#include "engine/core/fault.h"
#include "engine/formats/keras_words.h"
#include "engine/model/network.h"
#include "engine/model/project.h"

namespace lamina::keras {

// As compile() was called.
Json trainingConfig(const TrainingSpec& training, Version version);

// Loss, metrics and optimizer as far as Lamina has them; what it leaves out is told in `notes`. Never a
// fault: a model can be looked at and used without.
TrainingSpec readTrainingConfig(const Json& config, std::vector<Text>& notes);

// The class of the optimizer that compile() was called with, as Lamina calls it, or as the file does where
// Lamina has no such; empty where the file does not tell.
std::string optimizerClass(const Json& config);

// What an optimizer keeps for each variable, and how many steps it has taken.
struct OptimizerState {
    PartSpec optimizer;
    Index step = 0;
    std::vector<Buffer> kept; // its slots, as it declares them, each laid out as the weights
};

// How Keras lists the slots of an optimizer with this many: {{0, 1}} is m, v, m, v …; {{0}, {1}} all of the
// first, then all of the second.
std::vector<std::vector<int>> slotOrder(const std::string& className, int slots, bool legacy);

} // namespace lamina::keras
