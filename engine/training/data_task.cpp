#include "engine/training/data_task.h"

#include "engine/kernels/activation.h"
#include "engine/model/loss_type.h"

namespace lamina {

namespace {
using Ending = ModelTask::Ending;

bool learnsNumbers(const TrainingSpec& training)
{
    const LossType* loss = losses::find(training.loss.className);
    return loss && loss->logitsOf == ActivationKind::Linear;
}
} // namespace

std::optional<ModelTask> taskOf(const TaskFacts& facts, const TrainingSpec& training)
{
    if (facts.inputs.size() != 1 || facts.targets.size() != 1 || !facts.inputs[0].shape)
        return std::nullopt;
    const TaskFacts::Target& target = facts.targets[0];
    ModelTask task{.input = *facts.inputs[0].shape, .ids = facts.inputs[0].ids, .outputs = target.count};
    if (target.classes) {
        if (target.ordered && learnsNumbers(training)) {
            task.outputs = 1;
            task.ending = Ending::Numbers;
        } else if (target.count == 2 && training.loss.className == "binary_crossentropy") {
            task.ending = Ending::YesOrNo;
        }
    } else if (target.named) {
        task.outputs = target.shape[-1];
    } else {
        task.ending = Ending::Numbers;
    }
    if (task.outputs < 1)
        return std::nullopt;
    return task;
}

void fitTraining(TrainingSpec& training, const ModelTemplate& model, const ModelTask& task)
{
    const Ending ending = model.givesInputBack ? Ending::Numbers : task.ending;
    training.loss.config = Json::object();
    training.metrics = {{"accuracy", Json::object()}};
    switch (ending) {
    case Ending::Classes:
        training.loss.className = "sparse_categorical_crossentropy";
        break;
    case Ending::YesOrNo:
        training.loss.className = "binary_crossentropy";
        break;
    case Ending::Numbers:
        training.loss.className = "mean_squared_error";
        training.metrics = {{"mean_absolute_error", Json::object()}};
        break;
    }
}

} // namespace lamina
