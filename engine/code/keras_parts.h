// Calls of Keras' classes, made from the declaration of each part: its class and its fields.
#pragma once

#include "engine/core/fields.h"
#include "engine/model/model_spec.h"
#include "engine/model/project.h"

#include <string>
#include <vector>

namespace lamina::code {

// What must be given stands by its place, the rest by its name, and what is the default not at all.
std::vector<std::string> kerasArguments(std::span<const Field> fields, const Json& config);

// layers.Conv2D(32, 3, activation="relu", name="conv_1"). `name` empty: none.
std::string kerasLayer(const LayerSpec& layer, const std::string& name, int room);

// keras.optimizers.Adam(…), "mean_squared_error" or keras.losses.Huber(…), …: parts of compile() and fit().
std::string kerasOptimizer(const PartSpec& optimizer, int room);
std::string kerasLoss(const PartSpec& loss, int room);
std::string kerasMetric(const PartSpec& metric, int room);
std::string kerasCallback(const PartSpec& callback, int room);

} // namespace lamina::code
