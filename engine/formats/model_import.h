// A model of another program as a project: its graph, its weights to start from, and how it was trained.
#pragma once

#include "engine/formats/keras_h5.h"

namespace lamina {

// Everything but the file of the weights. Loss, metrics and optimizer are what compile() was called with, or
// what fits the model's last activation; the data are the built-in digits where they fit the model's input,
// and are left to be chosen where they do not.
Project projectOf(const SavedModel& saved, const std::string& name);

// Reads the model and writes its weights and the project beside each other; both are overwritten. Gives what
// is a little different from what the file said.
Result<std::vector<Text>> importModel(const std::filesystem::path& model,
                                      const std::filesystem::path& project);

} // namespace lamina
