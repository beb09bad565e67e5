// Models as Keras 2 HDF5 files (keras_semantics 5.11; Keras' hdf5_format.py). What Keras has no place for
// stands in a group `lamina`.
#pragma once

#include "engine/core/buffer.h"
#include "engine/core/fault.h"
#include "engine/model/network.h"
#include "engine/model/project.h"

#include <filesystem>

namespace lamina {

// What a model needs to be used as it was trained.
struct ModelExtras {
    std::vector<PartSpec> preprocess;
    std::string input; // "drawing", "picture" or empty
    std::vector<std::string> classNames; // empty: the index is the name
    std::vector<Json> learned{}; // by each step of preprocess from its training part; null: nothing
    Json source{}; // what the data source learned of its training part (DataParts::learned)

    bool operator==(const ModelExtras&) const = default;
};

struct SavedModel {
    ModelSpec model;
    Buffer weights; // as Network::make(model) lays them out
    ModelExtras extras;
};

// Atomically. `training` is what compile() would be called with; nullptr leaves it out.
Result<void> writeKerasH5(const std::filesystem::path& path, const Network& network, const Buffer& weights,
                          const ModelExtras& extras, const TrainingSpec* training);
// The weights alone, as model.save_weights().
Result<void> writeKerasWeights(const std::filesystem::path& path, const Network& network,
                               const Buffer& weights);

Result<SavedModel> readKerasH5(const std::filesystem::path& path);
// Of a whole model or of weights alone; by order over the layers that have weights, as Keras loads.
Result<void> readKerasWeights(const std::filesystem::path& path, const Network& network, Buffer& weights);

} // namespace lamina
