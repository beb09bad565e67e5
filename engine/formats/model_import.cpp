#include "engine/formats/model_import.h"

#include "engine/formats/project_file.h"
#include "engine/model/layer_type.h"
#include "engine/model/nested.h"

#include <algorithm>

namespace lamina {

namespace {
// The name of the activation that the model ends with; empty where that cannot be said.
std::string lastActivation(const ModelSpec& model)
{
    const std::vector<TensorRef> outputs = model.effectiveOutputs();
    const LayerSpec* last = outputs.size() == 1 ? model.find(outputs[0].layer) : nullptr;
    if (!last)
        return {};
    if (isNested(*last)) {
        const Result<ModelSpec> inner = innerModel(*last);
        return inner ? lastActivation(*inner) : std::string();
    }
    if (last->className == "Softmax")
        return "softmax";
    const Json given = last->config.value("activation", Json());
    return given.is_string() ? given.get<std::string>() : std::string();
}

PartSpec fittingLoss(const ModelSpec& model)
{
    const std::string activation = lastActivation(model);
    if (activation == "softmax")
        return {"sparse_categorical_crossentropy", Json::object()};
    return {activation == "sigmoid" ? "binary_crossentropy" : "mean_squared_error", Json::object()};
}

// 28 × 28 numbers, flat or not.
bool takesDigits(const ModelSpec& model)
{
    const std::vector<TensorRef> inputs = model.effectiveInputs();
    const LayerSpec* input = inputs.size() == 1 ? model.find(inputs[0].layer) : nullptr;
    if (!input)
        return false;
    const Json shape = input->config.value("shape", Json());
    return shape == Json{28, 28, 1} || shape == Json{28, 28};
}

bool scalesItself(const ModelSpec& model)
{
    return std::any_of(model.layers.begin(), model.layers.end(),
                       [](const LayerSpec& layer) { return layer.className == "Rescaling"; });
}
} // namespace

Project projectOf(const SavedModel& saved, const std::string& name)
{
    constexpr int epochs = 5;
    Project project;
    project.name = name;
    project.model = saved.model;
    project.training = saved.training.value_or(TrainingSpec());
    project.training.epochs = epochs;
    if (project.training.loss.className.empty() && project.training.loss.config.empty()) {
        project.training.loss = fittingLoss(saved.model);
        if (project.training.loss.className != "mean_squared_error" && project.training.metrics.empty())
            project.training.metrics = {{"accuracy", Json::object()}};
    }
    project.data.preprocess = saved.extras.preprocess;
    project.data.input = saved.extras.input;
    if (takesDigits(saved.model)) {
        project.data.options = {{"generator", "digits"}, {"train", 12000}, {"test", 2000}};
        project.data.validationSplit = 0.2;
        if (project.data.preprocess.empty() && !scalesItself(saved.model))
            project.data.preprocess = {{"Rescaling", {{"scale", 1.0 / 255}}}};
    }
    return project;
}

Result<std::vector<Text>> importModel(const std::filesystem::path& model, const std::filesystem::path& file)
{
    Result<SavedModel> saved = readModelFile(model);
    if (!saved)
        return saved.faults();
    const Result<Network> network = Network::make(saved->model);
    if (!network)
        return network.faults();
    Project project = projectOf(*saved, file.stem().string());
    // Never over the model itself, which may hold more than Lamina reads.
    std::error_code error;
    std::filesystem::path weights = file;
    for (std::string name = file.stem().string() + "_weights";; name += "_") {
        weights.replace_filename(name + ".h5");
        if (!std::filesystem::equivalent(weights, model, error))
            break;
    }
    project.weights = weights.filename().string();
    if (Result<void> written = writeKerasH5(weights,
                                            {.network = &*network,
                                             .weights = &saved->weights,
                                             .extras = saved->extras,
                                             .name = saved->name.empty() ? "model" : saved->name,
                                             .training = saved->training ? &*saved->training : nullptr,
                                             .optimizer = saved->optimizer ? &*saved->optimizer : nullptr});
        !written)
        return written.faults();
    if (Result<void> written = writeProject(project, file); !written)
        return written.faults();
    return std::move(saved->notes);
}

} // namespace lamina
