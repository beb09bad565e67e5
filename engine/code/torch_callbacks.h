// Keras' callbacks as lines of a training loop.
#pragma once

#include "engine/code/lines.h"
#include "engine/core/text.h"
#include "engine/model/project.h"

#include <set>

namespace lamina::code {

struct TorchCallbacks {
    Lines begin; // before the first epoch
    Lines epochBegin;
    Lines batch; // when `loss` is known, before it changes the weights
    Lines epochEnd; // when `logs` holds the epoch's numbers
    std::set<std::string> imports;
    std::vector<Text> notes; // those that are not there
};

TorchCallbacks torchCallbacks(const TrainingSpec& training);

} // namespace lamina::code
