// What an optimizer tells about itself, in one file of engine/optimizers.
#pragma once

#include "engine/core/fields.h"

#include <functional>
#include <vector>

namespace lamina {

// A range of one variable. Slots hold what the optimizer keeps for it.
struct UpdatePass {
    float* weights;
    const float* gradient;
    std::span<float* const> slots;
    Index count;
    Index step; // 1 at the first update
    double learningRate; // of this step
};

using UpdateFunction = std::function<void(const UpdatePass&)>;

struct OptimizerType {
    const char* className; // "Adam"
    std::span<const char* const> aliases;
    TextId label;
    TextId help;
    std::span<const Field> fields; // learning_rate and those of every optimizer among them
    // Names of the slots for these settings, in Keras' order ("m", "v"); each starts at slotStart().
    std::vector<std::string> (*slots)(const Attributes&);
    float (*slotStart)(const Attributes&, int slot) = nullptr; // nullptr: 0
    UpdateFunction (*compile)(const Attributes&);
    Faults (*check)(const Attributes&, const Place&) = nullptr; // what the fields alone cannot tell
};

// compile(), and before each update the weights shrink by weight_decay × learning rate, as in every optimizer
// of Keras.
UpdateFunction compileUpdate(const OptimizerType& type, const Attributes& attributes);

namespace optimizers {
std::span<const OptimizerType* const> all();
const OptimizerType* find(std::string_view name);
} // namespace optimizers

} // namespace lamina
