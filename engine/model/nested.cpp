#include "engine/model/nested.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

namespace lamina {

namespace {
// Far more than anybody builds; a file may claim anything, and each level costs stack.
constexpr int levelsAtMost = 16;

Fault fault(Text what, std::string path, Text remedy, std::string layer = {})
{
    return {FaultKind::Input, std::move(what), Place{{}, std::move(path), std::move(layer)},
            std::move(remedy)};
}

// How many models lie in each other, this one counted; stops counting beyond the limit.
int levels(const Json& config, int soFar = 1)
{
    int deepest = soFar;
    if (soFar > levelsAtMost || !config.is_object() || !config.contains("layers")
        || !config["layers"].is_array())
        return deepest;
    for (const Json& layer : config["layers"])
        if (layer.is_object() && layer.contains("config"))
            deepest = std::max(deepest, levels(layer["config"], soFar + 1));
    return deepest;
}

std::string at(const std::string& path, std::size_t index)
{
    return path + "[" + std::to_string(index) + "]";
}

class Reader {
public:
    explicit Reader(const LayerSpec& outer) : m_outer(outer) { }

    Result<ModelSpec> read(std::span<const Shape> incoming)
    {
        const Json& config = m_outer.config;
        if (!config.is_object() || !config.contains("layers") || !config["layers"].is_array())
            return fault(LAMINA_TEXT("model", "The model inside has no list of layers"), "config.layers",
                         LAMINA_TEXT("model", "give its config a list 'layers'"));
        if (levels(config) > levelsAtMost)
            return fault(LAMINA_TEXT("model", "The models lie too deep in each other"), "config.layers",
                         Text(LAMINA_TEXT("model", "nest at most %1 of them"), levelsAtMost));
        for (const auto& [key, value] : config.items())
            if (key != "layers" && key != "inputs" && key != "outputs" && key != "trainable")
                m_faults.push_back(
                    fault(Text(LAMINA_TEXT("model", "There is no setting '%1' here"), key), "config." + key,
                          LAMINA_TEXT("model", "use one of: layers, inputs, outputs, trainable")));
        const Json& layers = config["layers"];
        for (std::size_t i = 0; i < layers.size(); ++i)
            readLayer(layers[i], at("config.layers", i));
        m_model.inputs = references(config, "inputs", "config");
        m_model.outputs = references(config, "outputs", "config");
        if (!m_faults.empty())
            return m_faults;
        if (m_outer.className == "Sequential")
            chain(incoming);
        return std::move(m_model);
    }

private:
    void readLayer(const Json& value, const std::string& path)
    {
        LayerSpec layer;
        const bool described = value.is_object() && value.contains("class_name")
            && value["class_name"].is_string() && value.contains("name") && value["name"].is_string();
        if (!described || (value.contains("config") && !value["config"].is_object())) {
            m_faults.push_back(fault(
                LAMINA_TEXT("model", "The layer is not described"), path,
                LAMINA_TEXT("model", "write it as { \"class_name\", \"name\", \"config\", \"inputs\" }")));
            return;
        }
        for (const auto& [key, item] : value.items())
            if (key != "class_name" && key != "name" && key != "config" && key != "inputs")
                m_faults.push_back(fault(Text(LAMINA_TEXT("model", "There is no key '%1' here"), key),
                                         path + "." + key,
                                         LAMINA_TEXT("model", "use class_name, name, config and inputs")));
        layer.className = value["class_name"];
        layer.name = value["name"];
        if (value.contains("config"))
            layer.config = value["config"];
        layer.inputs = references(value, "inputs", path);
        m_model.layers.push_back(std::move(layer));
    }

    // "layer" or ["layer", index]
    std::vector<TensorRef> references(const Json& object, const char* key, const std::string& path)
    {
        std::vector<TensorRef> found;
        if (!object.contains(key))
            return found;
        const Json& list = object[key];
        const std::string place = path + "." + key;
        if (!list.is_array()) {
            m_faults.push_back(fault(Text(LAMINA_TEXT("model", "'%1' is not a list"), key), place,
                                     LAMINA_TEXT("model", "write it as [ … ]")));
            return found;
        }
        for (std::size_t i = 0; i < list.size(); ++i) {
            const Json& item = list[i];
            const bool pair = item.is_array() && item.size() == 2 && item[0].is_string()
                && item[1].is_number_unsigned() && item[1] <= std::numeric_limits<int>::max();
            if (pair)
                found.push_back({item[0].get<std::string>(), item[1].get<int>()});
            else if (item.is_string())
                found.push_back({item.get<std::string>(), 0});
            else
                m_faults.push_back(fault(LAMINA_TEXT("model", "This is no layer's output"), at(place, i),
                                         LAMINA_TEXT("model", "write \"layer\" or [\"layer\", index]")));
        }
        return found;
    }

    void chain(std::span<const Shape> incoming)
    {
        std::vector<LayerSpec>& layers = m_model.layers;
        if (!layers.empty() && layers[0].className != "InputLayer" && layers[0].inputs.empty()) {
            std::string name = "input";
            while (m_model.find(name))
                name += "_";
            const Json shape = incoming.empty() ? Json::array() : Json(incoming[0].sizes());
            layers.insert(layers.begin(), {"InputLayer", name, {{"shape", shape}}, {}});
        }
        for (std::size_t i = 1; i < layers.size(); ++i)
            if (layers[i].inputs.empty())
                layers[i].inputs = {{layers[i - 1].name, 0}};
    }

    const LayerSpec& m_outer;
    ModelSpec m_model;
    Faults m_faults;
};

// Whether what comes in fits the inner Input layers.
Faults fit(const ModelSpec& inner, std::span<const Shape> incoming)
{
    const std::vector<TensorRef> inputs = inner.effectiveInputs();
    if (inputs.size() != incoming.size())
        return {fault(Text(LAMINA_TEXT("model", "The model inside has %1 input(s), and %2 come in"),
                           inputs.size(), incoming.size()),
                      "inputs", LAMINA_TEXT("model", "connect one layer to each of its inputs"))};
    Faults faults;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const LayerSpec* input = inner.find(inputs[i].layer);
        if (!input || input->className != "InputLayer")
            continue; // the inner analysis says so
        const Json given = input->config.value("shape", Json());
        if (given == Json(incoming[i].sizes()))
            continue;
        faults.push_back(fault(Text(LAMINA_TEXT("model", "%1 comes in, and the model inside is made for %2"),
                                    incoming[i].text(), given.dump()),
                               at("inputs", i), LAMINA_TEXT("model", "give both the same shape"),
                               inputs[i].layer));
    }
    return faults;
}

class Flattener {
public:
    FlatModel run(const ModelSpec& model)
    {
        for (std::size_t i = 0; i < model.layers.size(); ++i) {
            m_owner = static_cast<int>(i);
            add(model.layers[i], "", false);
        }
        for (LayerSpec& layer : m_flat.model.layers)
            for (TensorRef& input : layer.inputs)
                input = resolved(input);
        for (const LayerSpec& layer : model.layers)
            m_flat.firstOutputs.push_back(resolved({layer.name, 0}));
        for (const TensorRef& input : model.effectiveInputs())
            m_flat.model.inputs.push_back(resolved(input));
        for (const TensorRef& output : model.effectiveOutputs())
            m_flat.model.outputs.push_back(resolved(output));
        return std::move(m_flat);
    }

private:
    void add(const LayerSpec& layer, const std::string& prefix, bool frozen)
    {
        const bool still = frozen || layer.config.value("trainable", true) == false;
        if (isNested(layer)) {
            addInner(layer, prefix, still);
            return;
        }
        LayerSpec flat = layer;
        flat.name = prefix + layer.name;
        for (TensorRef& input : flat.inputs)
            input.layer = prefix + input.layer;
        if (still && layer.className != "InputLayer")
            flat.config["trainable"] = false;
        m_flat.model.layers.push_back(std::move(flat));
        m_flat.owners.push_back(m_owner);
    }

    void addInner(const LayerSpec& outer, const std::string& prefix, bool frozen)
    {
        const std::string name = prefix + outer.name;
        const ModelSpec inner = *innerModel(outer);
        const std::vector<TensorRef> inputs = inner.effectiveInputs();
        std::set<std::string> doors;
        for (std::size_t i = 0; i < inputs.size() && i < outer.inputs.size(); ++i) {
            m_stands[{name + "/" + inputs[i].layer, inputs[i].index}] = {prefix + outer.inputs[i].layer,
                                                                         outer.inputs[i].index};
            doors.insert(inputs[i].layer);
        }
        const std::vector<TensorRef> outputs = inner.effectiveOutputs();
        for (std::size_t i = 0; i < outputs.size(); ++i)
            m_stands[{name, static_cast<int>(i)}] = {name + "/" + outputs[i].layer, outputs[i].index};
        for (const LayerSpec& layer : inner.layers)
            if (!doors.contains(layer.name))
                add(layer, name + "/", frozen);
    }

    // A model's output stands for its last layer's, an inner Input layer for what comes in.
    TensorRef resolved(TensorRef tensor) const
    {
        for (auto found = m_stands.find(tensor); found != m_stands.end(); found = m_stands.find(tensor))
            tensor = found->second;
        return tensor;
    }

    FlatModel m_flat;
    int m_owner = 0;
    std::map<TensorRef, TensorRef> m_stands;
};
} // namespace

bool isNested(const LayerSpec& layer)
{
    return layer.className == "Functional" || layer.className == "Sequential";
}

bool holdsNested(const ModelSpec& model)
{
    return std::any_of(model.layers.begin(), model.layers.end(), isNested);
}

Result<ModelSpec> innerModel(const LayerSpec& outer, std::span<const Shape> incoming)
{
    return Reader(outer).read(incoming);
}

Json nestedConfig(const ModelSpec& inner)
{
    const auto references = [](const std::vector<TensorRef>& tensors) {
        Json list = Json::array();
        for (const TensorRef& tensor : tensors)
            list.push_back(tensor.index == 0 ? Json(tensor.layer)
                                             : Json::array({tensor.layer, tensor.index}));
        return list;
    };
    Json layers = Json::array();
    for (const LayerSpec& layer : inner.layers)
        layers.push_back({{"class_name", layer.className},
                          {"name", layer.name},
                          {"config", layer.config},
                          {"inputs", references(layer.inputs)}});
    Json config{{"layers", std::move(layers)}};
    if (!inner.inputs.empty())
        config["inputs"] = references(inner.inputs);
    if (!inner.outputs.empty())
        config["outputs"] = references(inner.outputs);
    return config;
}

LayerAnalysis analyseNested(const LayerSpec& outer, std::span<const Shape> incoming)
{
    LayerAnalysis result;
    Result<ModelSpec> inner = innerModel(outer, incoming);
    if (!inner) {
        result.faults = inner.faults();
        return result;
    }
    result.faults = fit(*inner, incoming);
    if (!result.faults.empty())
        return result;
    const ModelAnalysis analysis = analyse(*inner);
    for (Fault each : analysis.faults) {
        if (each.where.path.starts_with("model."))
            each.where.path.replace(0, 5, "config");
        result.faults.push_back(std::move(each));
    }
    if (!result.faults.empty())
        return result;
    const bool frozen = outer.config.value("trainable", true) == false;
    for (const LayerAnalysis& layer : analysis.layers) {
        result.parameters += layer.parameters;
        result.trainableParameters += frozen ? 0 : layer.trainableParameters;
        result.flops += layer.flops;
    }
    for (const TensorRef& output : inner->effectiveOutputs()) {
        const auto found = std::find_if(inner->layers.begin(), inner->layers.end(),
                                        [&](const LayerSpec& layer) { return layer.name == output.layer; });
        const std::vector<Shape>& shapes =
            analysis.layers[static_cast<std::size_t>(found - inner->layers.begin())].outputs;
        if (output.index >= 0 && output.index < static_cast<int>(shapes.size()))
            result.outputs.push_back(shapes[static_cast<std::size_t>(output.index)]);
    }
    if (result.outputs.size() != inner->effectiveOutputs().size())
        result.faults.push_back(fault(LAMINA_TEXT("model", "One of the outputs named does not exist"),
                                      "config.outputs", LAMINA_TEXT("model", "use output 0")));
    return result;
}

FlatModel layFlat(const ModelSpec& model)
{
    return Flattener().run(model);
}

} // namespace lamina
