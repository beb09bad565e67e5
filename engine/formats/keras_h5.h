// Models as the files of Keras: HDF5 as Keras 2 writes it (keras_semantics 5.11), and as Keras 3 does, alone
// or in a `.keras` archive (5.12). What Keras has no place for stands in a group, or file, `lamina`.
#pragma once

#include "engine/core/buffer.h"
#include "engine/core/fault.h"
#include "engine/formats/keras_training.h"
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
    std::string name; // as Keras calls the model
    std::optional<TrainingSpec> training; // as compile() was called
    std::optional<keras::OptimizerState> optimizer; // where its training stood
    std::vector<Text> notes; // what is a little different here, or was left out
};

// What is written. Only the first two are needed.
struct ModelToSave {
    const Network* network = nullptr;
    const Buffer* weights = nullptr;
    ModelExtras extras{};
    std::string name = "model";
    const TrainingSpec* training = nullptr; // what compile() would be called with
    const keras::OptimizerState* optimizer = nullptr;
};

// All of them atomically. HDF5 of Keras 2, and the archive of Keras 3.
Result<void> writeKerasH5(const std::filesystem::path& path, const ModelToSave& model);
Result<void> writeKerasArchive(const std::filesystem::path& path, const ModelToSave& model);
// The weights alone, as model.save_weights() of Keras 2.
Result<void> writeKerasWeights(const std::filesystem::path& path, const Network& network,
                               const Buffer& weights);

// A whole model of either kind, told by its content, not its name.
Result<SavedModel> readModelFile(const std::filesystem::path& path);
bool isModelFile(const std::filesystem::path& path); // begins as one does

struct KerasWeights {
    Buffer weights;
    std::optional<keras::OptimizerState> optimizer; // where its training stood
    std::vector<Text> notes; // why the state of an optimizer that the file holds was left out
};
// Of a whole model or alone, of any kind; by name where names are those of the model, else by order, as Keras
// does. With `optimizer`, also its state, if the file holds that of an optimizer of the same class.
Result<KerasWeights> readKerasWeights(const std::filesystem::path& path, const Network& network,
                                      const PartSpec* optimizer = nullptr);

} // namespace lamina
