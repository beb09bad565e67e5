// What a loss tells about itself, in one file of engine/losses.
#pragma once

#include "engine/core/fields.h"
#include "engine/core/shape.h"
#include "engine/model/kernel.h"

#include <functional>

namespace lamina {

// One lane's share of a batch. Predictions are samples × positions × classes; a target has the same layout,
// or one number (the class) for each position where the loss is sparse.
struct LossPass {
    const float* prediction; // what the model gave, or its logits
    const float* target;
    Index samples;
    Index positions; // product of the prediction's axes before the last; 1 for (classes)
    Index classes; // the prediction's last axis
    double* sampleLoss; // samples values: the mean over positions
    float* gradient; // of sum(sampleLoss) × scale by prediction, or nullptr
    float scale; // usually 1 / batch
    // The targets of the whole batch, for what its labels together tell; nullptr: the lane is the batch.
    const float* batchTarget = nullptr;
    Index batchSamples = 0;
};

using LossFunction = std::function<void(const LossPass&)>;

// What a loss is asked to judge.
struct LossTask {
    Shape output; // of a sample
    bool masked = false; // then passes have a position a sample, those that are real
};

struct LossType {
    const char* className; // Keras' function name: "mean_squared_error"; stands in project files
    std::span<const char* const> aliases; // "mse", "MSE", "MeanSquaredError"
    TextId label;
    TextId help;
    std::span<const Field> fields;
    bool sparseTarget = false; // the target is the class number
    // What the prediction's last axis must be, or 0.
    Index classesExactly = 0;
    // The faults need no place: the caller knows the loss.
    Result<LossFunction> (*compile)(const Attributes&, const LossTask&);
    // The activation whose input (the logits) the loss would rather have, and the computation from there.
    ActivationKind logitsOf = ActivationKind::Linear;
    LossFunction (*compileFromLogits)(const Attributes&) = nullptr;
};

namespace losses {
std::span<const LossType* const> all();
// By its name or an alias of it.
const LossType* find(std::string_view name);
} // namespace losses

} // namespace lamina
