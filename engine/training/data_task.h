// What the data ask of a network, for the templates of models; and what a task asks of data and training.
#pragma once

#include "engine/model/model_template.h"
#include "engine/training/advice.h"

namespace lamina {

// Nothing where the data have several inputs or targets, or do not say how large they are. `training`: the
// loss that has been chosen decides between a yes or no and two classes, and between classes and numbers.
std::optional<ModelTask> taskOf(const TaskFacts& facts, const TrainingSpec& training);

// Loss and metrics that fit the task; the rest as it is. For a network that gives its input back: as if it
// learnt numbers.
void fitTraining(TrainingSpec& training, const ModelTemplate& model, const ModelTask& task);

} // namespace lamina
