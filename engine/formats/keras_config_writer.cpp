#include "engine/formats/keras_config.h"

#include "engine/formats/keras_tree.h"
#include "engine/model/nested.h"

#include <algorithm>

namespace lamina::keras {

namespace {
Json object3(const char* module, const std::string& className, Json config)
{
    return {{"module", module},
            {"class_name", className},
            {"config", std::move(config)},
            {"registered_name", nullptr}};
}

Json policy(Version version)
{
    if (version == Version::Two)
        return "float32";
    return object3("keras", "DTypePolicy", {{"name", "float32"}});
}

Json withBatch(const Shape& shape)
{
    Json sizes = Json::array({nullptr});
    for (const Index size : shape.sizes())
        sizes.push_back(size);
    return sizes;
}

// "layers", "initializers", … by the field's name.
const char* moduleOf(std::string_view field)
{
    if (field.ends_with("initializer"))
        return "keras.initializers";
    if (field.ends_with("regularizer"))
        return "keras.regularizers";
    return field.ends_with("constraint") ? "keras.constraints" : "keras";
}

class Writer {
public:
    Writer(const Network& network, Version version) : m_network(network), m_version(version) { }

    Json model(const LayerTree& tree, const ModelSpec& spec) const
    {
        const bool chain = tree.spec.className == "Sequential";
        const Around around{spec, m_version == Version::Three ? analyse(spec) : ModelAnalysis()};
        Json layers = Json::array();
        for (const LayerTree& inner : tree.inner)
            layers.push_back(layer(inner, chain, around));
        Json config{{"name", tree.spec.name},
                    {"trainable", tree.spec.config.value("trainable", true)},
                    {"layers", std::move(layers)}};
        const Json shape = inputShapes(spec);
        if (chain && m_version == Version::Two)
            config.erase("trainable");
        if (chain && m_version == Version::Three) {
            config["dtype"] = policy(m_version);
            config["build_input_shape"] = shape;
        }
        if (!chain) {
            config["input_layers"] = ends(spec.effectiveInputs(), spec);
            config["output_layers"] = ends(spec.effectiveOutputs(), spec);
        }
        Json entry{{"class_name", tree.spec.className}, {"config", std::move(config)}};
        if (m_version == Version::Three) {
            entry["module"] = chain ? "keras" : "keras.src.models.functional";
            entry["registered_name"] = chain ? Json() : Json("Functional");
            entry["build_config"] = {{"input_shape", shape}};
        }
        return entry;
    }

private:
    // The model that a layer lies in.
    struct Around {
        const ModelSpec& spec;
        ModelAnalysis analysis; // for the shapes that Keras 3 shows
    };

    Json layer(const LayerTree& tree, bool chain, const Around& around) const
    {
        Json entry = isNested(tree.spec) ? model(tree, *innerModel(tree.spec)) : plain(tree);
        if (chain)
            return entry;
        entry["name"] = tree.spec.name;
        entry["inbound_nodes"] = calls(tree.spec, around);
        return entry;
    }

    Json plain(const LayerTree& tree) const
    {
        const LayerType& type = *layers::find(tree.spec.className);
        Json entry{{"class_name", tree.spec.className}, {"config", config(tree, type)}};
        if (m_version == Version::Three) {
            entry["module"] = "keras.layers";
            entry["registered_name"] = nullptr;
            if (tree.layer >= 0 && type.compile) {
                const std::vector<Shape>& inputs =
                    m_network.layers()[static_cast<std::size_t>(tree.layer)].inputs;
                Json shapes = Json::array();
                for (const Shape& shape : inputs)
                    shapes.push_back(withBatch(shape));
                entry["build_config"] = {{"input_shape", shapes.size() == 1 ? shapes[0] : shapes}};
            }
        }
        return entry;
    }

    Json config(const LayerTree& tree, const LayerType& type) const
    {
        Json config{{"name", tree.spec.name}, {"dtype", policy(m_version)}};
        if (!type.compile) {
            const Shape shape(tree.spec.config.at("shape").get<std::vector<Index>>());
            config[m_version == Version::Two ? "batch_input_shape" : "batch_shape"] = withBatch(shape);
            config["dtype"] = "float32";
            config["sparse"] = false;
            config["ragged"] = false;
            return config;
        }
        config["trainable"] = tree.layer >= 0
            ? m_network.layers()[static_cast<std::size_t>(tree.layer)].trainable
            : tree.spec.config.value("trainable", true);
        addSettings(type, tree.spec.config, config);
        return config;
    }

    void addSettings(const LayerType& type, const Json& given, Json& config) const
    {
        const Attributes attributes(type.fields, given);
        for (const Field& field : type.fields) {
            Json value = spelledOut(field, attributes.value(field.name));
            if (std::string_view(field.name) == "axis" && value.is_array() && value.size() == 1)
                value = Json(value[0]); // a list of one is none to Keras 3
            const std::string className =
                value.is_object() ? value.value("class_name", std::string()) : std::string();
            Json& written = config[versionKey(type.className, field.name, m_version)];
            if (const LayerType* inner = layers::find(className))
                written = wrapped(*inner, value.value("config", Json::object()));
            else
                written = field.kind == FieldKind::Part && !value.is_null() ? part(field.name, value) : value;
        }
    }

    // The layer in a wrapper.
    Json wrapped(const LayerType& type, const Json& given) const
    {
        Json config{{"name", given.value("name", groupName(type.className))},
                    {"dtype", policy(m_version)},
                    {"trainable", given.value("trainable", true)}};
        addSettings(type, given, config);
        if (m_version == Version::Three)
            return object3("keras.layers", type.className, std::move(config));
        return {{"class_name", type.className}, {"config", std::move(config)}};
    }

    Json part(std::string_view field, const Json& value) const
    {
        const std::string name =
            value.is_string() ? value.get<std::string>() : value.at("class_name").get<std::string>();
        Json settings = value.is_object() ? value.value("config", Json::object()) : Json::object();
        if (value == "l1_l2") // the name stands for 0.01 of each, the class alone for nothing
            settings = {{"l1", 0.01}, {"l2", 0.01}};
        if (m_version == Version::Three)
            return object3(moduleOf(field), camelCase(name), std::move(settings));
        return {{"class_name", camelCase(name)}, {"config", std::move(settings)}};
    }

    // A functional model has a call of its own, before those in the model around it.
    static int callOf(const TensorRef& tensor, const ModelSpec& around)
    {
        const LayerSpec* from = around.find(tensor.layer);
        return from && isNested(*from) ? 1 : 0;
    }

    Json calls(const LayerSpec& spec, const Around& around) const
    {
        if (spec.inputs.empty())
            return Json::array();
        Json tensors = Json::array();
        for (const TensorRef& input : spec.inputs) {
            if (m_version == Version::Two) {
                tensors.push_back({input.layer, callOf(input, around.spec), input.index, Json::object()});
                continue;
            }
            tensors.push_back({{"class_name", "__keras_tensor__"},
                               {"config",
                                {{"shape", withBatch(shapeOf(input, around))},
                                 {"dtype", "float32"},
                                 {"keras_history", {input.layer, 0, input.index}}}}});
        }
        if (m_version == Version::Two)
            return Json::array({tensors});
        const bool several = layers::find(spec.className) && layers::find(spec.className)->maximumInputs > 1;
        return Json::array({{{"args", several || tensors.size() > 1 ? Json::array({tensors}) : tensors},
                             {"kwargs", Json::object()}}});
    }

    Json ends(const std::vector<TensorRef>& tensors, const ModelSpec& around) const
    {
        Json list = Json::array();
        for (const TensorRef& tensor : tensors) {
            const LayerSpec* from = around.find(tensor.layer);
            const bool builtIn = from && from->className == "Functional";
            const int call = m_version == Version::Two ? callOf(tensor, around) : builtIn ? 1 : 0;
            list.push_back({tensor.layer, call, tensor.index});
        }
        return list;
    }

    static Json inputShapes(const ModelSpec& spec)
    {
        Json shapes = Json::array();
        for (const TensorRef& input : spec.effectiveInputs())
            if (const LayerSpec* layer = spec.find(input.layer); layer && layer->config.contains("shape"))
                shapes.push_back(withBatch(Shape(layer->config["shape"].get<std::vector<Index>>())));
        return shapes.size() == 1 ? shapes[0] : shapes;
    }

    static Shape shapeOf(const TensorRef& tensor, const Around& around)
    {
        for (std::size_t i = 0; i < around.spec.layers.size(); ++i)
            if (around.spec.layers[i].name == tensor.layer)
                return around.analysis.layers[i].outputs[static_cast<std::size_t>(tensor.index)];
        return {};
    }

    const Network& m_network;
    Version m_version;
};
} // namespace

Json modelConfig(const Network& network, const std::string& name, Version version)
{
    return Writer(network, version).model(layerTree(network, name), network.spec());
}

} // namespace lamina::keras
