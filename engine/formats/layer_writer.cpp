#include "engine/formats/layer_writer.h"

#include "engine/model/layer_type.h"
#include "engine/model/nested.h"

#include <cmath>

namespace lamina {

namespace {
// Whole pixels without a point, as people write them.
OrderedJson pixels(double value)
{
    constexpr double exact = 9e15;
    if (std::abs(value) < exact && std::floor(value) == value)
        return static_cast<std::int64_t>(value);
    return value;
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

} // namespace

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

OrderedJson layerObject(const LayerSpec& layer)
{
    return {{"class_name", layer.className},
            {"name", layer.name},
            {"config", layerConfig(layer.className, layer.config)},
            {"inputs", references(layer.inputs)}};
}

OrderedJson layoutObject(const std::map<std::string, CanvasPosition>& layout)
{
    OrderedJson object = OrderedJson::object();
    for (const auto& [layer, position] : layout)
        object[layer] = OrderedJson::array({pixels(position.x), pixels(position.y)});
    return object;
}

OrderedJson groupsObject(const LayerGroups& groups, const std::vector<LayerSpec>& layers)
{
    OrderedJson object = OrderedJson::object();
    for (const auto& [name, group] : groups) {
        OrderedJson names = OrderedJson::array();
        for (const LayerSpec& layer : layers)
            if (group.layers.contains(layer.name))
                names.push_back(layer.name);
        object[name] = {{"layers", std::move(names)}, {"closed", group.closed}};
    }
    return object;
}

} // namespace lamina
