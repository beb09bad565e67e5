// The groups and data sets in which Keras keeps numbers: of layers in its two ways, and of an optimizer.
#pragma once

#include "engine/formats/hdf5_file.h"
#include "engine/formats/hdf5_tree.h"
#include "engine/formats/keras_training.h"
#include "engine/formats/keras_tree.h"

namespace lamina::keras {

// A variable of the network and the data set that it comes from.
struct Found {
    int variable = 0;
    const hdf5::Node* node = nullptr;
};

// Which data set belongs to which variable, with every shape compared; nothing is read yet, so a model that
// claims to be huge costs nothing. `place` names the file in faults.
// The groups of Keras 2: one for each layer of the model, that names what is in it.
Result<std::vector<Found>> findByGroups(const hdf5::Tree& file, const hdf5::Node& group,
                                        const Network& network, const std::string& fileName);
// The tree of Keras 3: layers/conv2d_1/vars/0.
Result<std::vector<Found>> findByPaths(const hdf5::Tree& file, const Network& network,
                                       const std::string& fileName);
Result<Buffer> readAll(const hdf5::Tree& file, const Network& network, const std::vector<Found>& found,
                       const std::string& fileName);

// Nothing where the file holds no state, or one that `optimizer` cannot go on from: another optimizer's,
// whose slots may have the same shapes and mean something else, or one that does not fit. The latter are told
// in `notes`. `compiledWith` is the class that the file's configuration tells (optimizerClass()), or empty.
std::optional<OptimizerState> readOptimizer(const hdf5::Tree& file, const Network& network,
                                            const PartSpec& optimizer, std::string compiledWith,
                                            std::vector<Text>& notes);

// The same, written.
bool writeGroups(const hdf5::Handle& group, const Network& network, const Buffer& weights,
                 const char* kerasVersion);
bool writePaths(const hdf5::Handle& file, const Network& network, const Buffer& weights,
                const std::string& modelName);
bool writeOptimizer(const hdf5::Handle& file, const Network& network, const OptimizerState& state,
                    Version version);

} // namespace lamina::keras
