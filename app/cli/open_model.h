// What RUN, MODEL and P.lamina mean on the command line.
#pragma once

#include "engine/formats/keras_h5.h"
#include "engine/model/network.h"
#include "engine/model/project.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace lamina::cli {

struct OpenedProject {
    Project project;
    std::filesystem::path folder; // its relative data paths start here
};
Result<OpenedProject> openProject(const std::filesystem::path& file);

// A network with weights, and all that came with it.
struct OpenedModel {
    std::shared_ptr<const Network> network;
    Buffer weights;
    ModelExtras extras;
    std::string name; // as the file calls it; may be empty
    std::optional<TrainingSpec> training; // how it was trained, where that is known
    std::optional<keras::OptimizerState> optimizer; // where its training stood, where the file tells
    std::optional<OpenedProject> run; // the run's own project, where RUN was given
};
// A run folder (its model.h5, or its newest state while it is unfinished) or a model file of any name.
Result<OpenedModel> openModel(const std::filesystem::path& runOrModel);

} // namespace lamina::cli
