// A training loop of PyTorch's for a project.
#pragma once

#include "engine/code/lines.h"
#include "engine/code/torch_model.h"
#include "engine/model/project.h"

#include <set>

namespace lamina::code {

struct TorchTraining {
    Lines lines; // measures(), evaluate(), train()
    std::set<std::string> imports;
    std::vector<Text> notes;
};

// `model` was made for the same project.
TorchTraining torchTraining(const Project& project, const Network& network, const TorchModel& model);

} // namespace lamina::code
