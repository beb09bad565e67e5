#include "engine/formats/keras_config.h"

#include "engine/model/optimizer_type.h"
#include "engine/model/schedule_type.h"

namespace lamina {

namespace {
// glorot_uniform → GlorotUniform
std::string camelCase(const std::string& name)
{
    std::string camel;
    bool up = true;
    for (const char c : name) {
        if (c == '_') {
            up = true;
            continue;
        }
        camel += up && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        up = false;
    }
    return camel;
}

Json kerasPart(const Json& part)
{
    if (part == "l1_l2") // the name stands for 0.01 of each, the class alone for nothing
        return {{"class_name", "L1L2"}, {"config", {{"l1", 0.01}, {"l2", 0.01}}}};
    if (part.is_string())
        return {{"class_name", camelCase(part.get<std::string>())}, {"config", Json::object()}};
    Json object = part;
    object["class_name"] = camelCase(object["class_name"].get<std::string>());
    if (!object.contains("config"))
        object["config"] = Json::object();
    return object;
}

// A schedule that Keras does not know is the rate that it begins with.
Json kerasRate(const Json& rate)
{
    const ScheduleType* schedule =
        isSchedule(rate) ? schedules::find(rate.value("class_name", std::string())) : nullptr;
    return schedule && !schedule->inKeras ? Json(compileSchedule(rate)(0)) : rate;
}

Json layerConfig(const NetworkLayer& layer)
{
    Json config{{"name", layer.spec.name}, {"trainable", layer.trainable}, {"dtype", "float32"}};
    if (!layer.type->compile) {
        Json shape = Json::array({nullptr});
        for (const Index size : layer.signature.outputs[0].sizes())
            shape.push_back(size);
        config.erase("trainable");
        config["batch_input_shape"] = shape;
        config["sparse"] = false;
        config["ragged"] = false;
        return config;
    }
    const Attributes attributes(layer.type->fields, layer.spec.config);
    for (const Field& field : layer.type->fields) {
        const Json value = spelledOut(field, attributes.value(field.name));
        config[field.name] = field.kind == FieldKind::Part && !value.is_null() ? kerasPart(value) : value;
    }
    return config;
}

bool isChain(const Network& network)
{
    for (std::size_t i = 0; i < network.layers().size(); ++i) {
        const std::vector<int>& inputs = network.layers()[i].inputLayers;
        if (i == 0 ? !inputs.empty() : inputs.size() != 1 || inputs[0] != static_cast<int>(i) - 1)
            return false;
    }
    return network.outputs().size() == 1
        && network.outputs()[0].first == static_cast<int>(network.layers().size()) - 1;
}
} // namespace

Json kerasModelConfig(const Network& network, const std::string& name)
{
    const bool chain = isChain(network);
    Json layers = Json::array();
    for (const NetworkLayer& layer : network.layers()) {
        Json entry{{"class_name", layer.spec.className}, {"config", layerConfig(layer)}};
        if (!chain) {
            entry["name"] = layer.spec.name;
            Json node = Json::array();
            for (const TensorRef& input : layer.spec.inputs)
                node.push_back({input.layer, 0, input.index, Json::object()});
            entry["inbound_nodes"] = node.empty() ? Json::array() : Json::array({node});
        }
        layers.push_back(std::move(entry));
    }
    Json config{{"name", name}, {"layers", std::move(layers)}};
    if (!chain) {
        const auto ends = [&](const std::vector<std::pair<int, int>>& tensors) {
            Json list = Json::array();
            for (const auto& [layer, tensor] : tensors)
                list.push_back({network.layers()[static_cast<std::size_t>(layer)].spec.name, 0, tensor});
            return list;
        };
        config["input_layers"] = ends(network.inputs());
        config["output_layers"] = ends(network.outputs());
    }
    return {{"class_name", chain ? "Sequential" : "Functional"}, {"config", std::move(config)}};
}

Json kerasTrainingConfig(const TrainingSpec& training)
{
    const auto named = [](const PartSpec& part) -> Json {
        if (part.config.empty())
            return part.className;
        return {{"class_name", part.className}, {"config", part.config}};
    };
    const auto list = [&](const std::vector<PartSpec>& parts) {
        Json metrics = Json::array();
        for (const PartSpec& metric : parts)
            metrics.push_back(named(metric));
        return metrics;
    };
    Json metrics = list(training.metrics);
    if (!training.outputMetrics.empty()) {
        metrics = Json::object();
        for (const auto& [output, parts] : training.outputMetrics)
            metrics[output] = list(parts);
    }
    // One loss for each output stands as it is: keyed by output in Keras, too.
    const bool keyed = training.loss.className.empty() && !training.loss.config.empty();
    Json optimizer = training.optimizer.config;
    optimizer["name"] = training.optimizer.className;
    if (const OptimizerType* type = optimizers::find(training.optimizer.className))
        for (const Field& field : type->fields)
            optimizer[field.name] =
                kerasRate(Attributes(type->fields, training.optimizer.config).value(field.name));
    return {{"loss", keyed ? training.loss.config : named(training.loss)},
            {"metrics", metrics},
            {"weighted_metrics", training.weightedMetrics.empty() ? Json() : list(training.weightedMetrics)},
            {"loss_weights", training.lossWeights},
            {"optimizer_config", {{"class_name", training.optimizer.className}, {"config", optimizer}}}};
}

} // namespace lamina
