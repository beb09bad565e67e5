#include "engine/formats/project_file.h"

#include "engine/formats/atomic_file.h"
#include "engine/formats/json_printer.h"
#include "engine/formats/layer_writer.h"
#include "engine/formats/part_names.h"

namespace lamina {

namespace {
constexpr int expandedLevels = 2; // the root and its sections

OrderedJson partObject(const PartSpec& part, const PartKind* kind)
{
    const std::optional<KnownPart> known = kind ? kind->find(part.className) : std::nullopt;
    return {{"class_name", part.className},
            {"config", ordered(part.config, known ? known->fields : std::span<const Field>())}};
}

// A loss or metric without settings is its name.
OrderedJson nameOrObject(const PartSpec& part, const PartKind& kind)
{
    return part.config.empty() ? OrderedJson(part.className) : partObject(part, &kind);
}

OrderedJson partList(const std::vector<PartSpec>& parts, const PartKind* kind)
{
    OrderedJson list = OrderedJson::array();
    for (const PartSpec& part : parts)
        list.push_back(partObject(part, kind));
    return list;
}

OrderedJson dataObject(const DataSpec& data)
{
    const std::optional<KnownPart> source = sourceKind().find(data.source);
    OrderedJson object = {
        {"source", data.source},
        {"options", ordered(data.options, source ? source->fields : std::span<const Field>())}};
    if (!data.input.empty())
        object["input"] = data.input;
    if (!data.target.empty())
        object["target"] = data.target;
    object["validation_split"] = data.validationSplit;
    object["preprocess"] = partList(data.preprocess, &preprocessKind());
    object["augment"] = partList(data.augment, nullptr);
    return object;
}

OrderedJson modelObject(const ModelSpec& model, const std::string& weights)
{
    OrderedJson layers = OrderedJson::array();
    for (const LayerSpec& layer : model.layers)
        layers.push_back(layerObject(layer));
    OrderedJson object = {{"layers", std::move(layers)}};
    if (!model.inputs.empty())
        object["inputs"] = references(model.inputs);
    if (!model.outputs.empty())
        object["outputs"] = references(model.outputs);
    if (!weights.empty())
        object["weights"] = weights;
    return object;
}

OrderedJson metricList(const std::vector<PartSpec>& metrics)
{
    OrderedJson list = OrderedJson::array();
    for (const PartSpec& metric : metrics)
        list.push_back(nameOrObject(metric, metricKind()));
    return list;
}

// A list for all outputs, or an object keyed by output.
OrderedJson metricsObject(const TrainingSpec& training)
{
    if (training.outputMetrics.empty())
        return metricList(training.metrics);
    OrderedJson object = OrderedJson::object();
    for (const auto& [output, metrics] : training.outputMetrics)
        object[output] = metricList(metrics);
    return object;
}

OrderedJson trainingObject(const TrainingSpec& training)
{
    OrderedJson object = {{"epochs", training.epochs},
                          {"batch_size", training.batchSize},
                          {"shuffle", training.shuffle},
                          {"precision", training.precision}};
    if (training.gradientAccumulationSteps != 1)
        object["gradient_accumulation_steps"] = training.gradientAccumulationSteps;
    if (!training.loss.className.empty())
        object["loss"] = nameOrObject(training.loss, lossKind());
    else if (!training.loss.config.empty())
        object["loss"] = training.loss.config; // one for each output
    if (!training.lossWeights.is_null())
        object["loss_weights"] = training.lossWeights;
    object["metrics"] = metricsObject(training);
    if (!training.weightedMetrics.empty())
        object["weighted_metrics"] = metricList(training.weightedMetrics);
    if (!training.classWeight.is_null())
        object["class_weight"] = training.classWeight;
    object["optimizer"] = partObject(training.optimizer, &optimizerKind());
    object["callbacks"] = partList(training.callbacks, &callbackKind());
    return object;
}
} // namespace

std::string projectText(const Project& project)
{
    OrderedJson root = {{"format", "lamina-project"},
                        {"version", projectVersion},
                        {"name", project.name},
                        {"seed", project.seed},
                        {"data", dataObject(project.data)},
                        {"model", modelObject(project.model, project.weights)},
                        {"training", trainingObject(project.training)}};
    if (!project.layout.empty())
        root["layout"] = layoutObject(project.layout);
    if (!project.groups.empty())
        root["groups"] = groupsObject(project.groups, project.model.layers);
    return printJson(root, expandedLevels);
}

Result<void> writeProject(const Project& project, const std::filesystem::path& path)
{
    return writeFileAtomically(path, projectText(project));
}

} // namespace lamina
