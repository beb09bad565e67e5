#include "engine/formats/project_file.h"

#include "engine/formats/atomic_file.h"
#include "engine/formats/json_printer.h"
#include "engine/formats/part_names.h"
#include "engine/model/layer_type.h"
#include "engine/model/nested.h"

#include <cmath>

namespace lamina {

namespace {
constexpr int expandedLevels = 2; // the root and its sections

// Keys in the order in which the part declares them, whatever is not declared after them.
OrderedJson ordered(const Json& config, std::span<const Field> fields)
{
    if (!config.is_object())
        return config;
    OrderedJson result = OrderedJson::object();
    for (const Field& field : fields)
        if (const auto given = config.find(field.name); given != config.end())
            result[field.name] = *given;
    for (const auto& [key, value] : config.items())
        if (!result.contains(key))
            result[key] = value;
    return result;
}

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

OrderedJson references(const std::vector<TensorRef>& tensors)
{
    OrderedJson list = OrderedJson::array();
    for (const TensorRef& tensor : tensors) {
        if (tensor.index == 0)
            list.push_back(tensor.layer);
        else
            list.push_back(OrderedJson::array({tensor.layer, tensor.index}));
    }
    return list;
}

// Whole pixels without a point, as people write them.
OrderedJson pixels(double value)
{
    constexpr double exact = 9e15;
    if (std::abs(value) < exact && std::floor(value) == value)
        return static_cast<std::int64_t>(value);
    return value;
}

OrderedJson dataObject(const DataSpec& data)
{
    const std::optional<KnownPart> source = sourceKind().find(data.source);
    OrderedJson object = {
        {"source", data.source},
        {"options", ordered(data.options, source ? source->fields : std::span<const Field>())}};
    if (!data.input.empty())
        object["input"] = data.input;
    object["validation_split"] = data.validationSplit;
    object["preprocess"] = partList(data.preprocess, &preprocessKind());
    object["augment"] = partList(data.augment, nullptr);
    return object;
}

OrderedJson layerConfig(const std::string& className, const Json& config);

// The layers of a nested model, in the order and with the keys of the model's own; as they were given.
OrderedJson nestedLayers(const Json& layers)
{
    if (!layers.is_array())
        return layers;
    OrderedJson list = OrderedJson::array();
    for (const Json& layer : layers) {
        if (!layer.is_object()) {
            list.push_back(OrderedJson(layer));
            continue;
        }
        OrderedJson object = OrderedJson::object();
        for (const char* key : {"class_name", "name", "config", "inputs"})
            if (layer.contains(key))
                object[key] = layer[key];
        for (const auto& [key, value] : layer.items())
            object[key] = value;
        const Json name = layer.value("class_name", Json());
        if (name.is_string() && layer.contains("config"))
            object["config"] = layerConfig(name, layer["config"]);
        list.push_back(std::move(object));
    }
    return list;
}

OrderedJson layerConfig(const std::string& className, const Json& config)
{
    const LayerType* type = layers::find(className);
    OrderedJson object = ordered(config, type ? type->fields : std::span<const Field>());
    if (isNested({className, {}, {}, {}}) && object.is_object() && object.contains("layers"))
        object["layers"] = nestedLayers(config["layers"]);
    return object;
}

OrderedJson modelObject(const ModelSpec& model, const std::string& weights)
{
    OrderedJson layers = OrderedJson::array();
    for (const LayerSpec& layer : model.layers) {
        layers.push_back({{"class_name", layer.className},
                          {"name", layer.name},
                          {"config", layerConfig(layer.className, layer.config)},
                          {"inputs", references(layer.inputs)}});
    }
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
    if (!project.layout.empty()) {
        OrderedJson layout = OrderedJson::object();
        for (const auto& [layer, position] : project.layout)
            layout[layer] = OrderedJson::array({pixels(position.x), pixels(position.y)});
        root["layout"] = std::move(layout);
    }
    return printJson(root, expandedLevels);
}

Result<void> writeProject(const Project& project, const std::filesystem::path& path)
{
    return writeFileAtomically(path, projectText(project));
}

} // namespace lamina
