#include "engine/formats/keras_config.h"

#include <algorithm>
#include <array>
#include <set>

namespace lamina {

namespace {
// Keys of Keras' that change nothing here.
constexpr std::array ignored{
    "name",   "trainable",   "dtype",        "batch_input_shape", "batch_shape", "input_shape", "ragged",
    "sparse", "input_dtype", "build_config", "registered_name",   "module",      "optional"};

class Reader {
public:
    explicit Reader(std::string file) : m_file(std::move(file)) { }

    Result<ModelSpec> read(const Json& model)
    {
        const std::string kind = model.value("class_name", std::string());
        const Json* config = model.contains("config") ? &model["config"] : nullptr;
        if (!config || (kind != "Sequential" && kind != "Functional" && kind != "Model"))
            return fault(LAMINA_TEXT("formats", "The file describes no Keras model"), "model_config",
                         LAMINA_TEXT("formats", "save the model again with model.save()"));
        ModelSpec spec;
        // Keras before 2.3 wrote a Sequential's config as the bare list.
        const Json& layers = config->is_array()          ? *config
            : config->value("layers", Json()).is_array() ? (*config)["layers"]
                                                         : m_none;
        for (std::size_t i = 0; i < layers.size(); ++i)
            readLayer(layers[i], "model_config.layers[" + std::to_string(i) + "]", kind == "Sequential",
                      spec);
        if (kind != "Sequential") {
            spec.inputs = ends(*config, "input_layers");
            spec.outputs = ends(*config, "output_layers");
        }
        if (!m_missing.empty()) {
            std::string names;
            for (const std::string& name : m_missing)
                names += (names.empty() ? "" : ", ") + name;
            m_faults.insert(m_faults.begin(),
                            fault(Text(LAMINA_TEXT("formats", "Lamina has no layers of the kinds %1"), names),
                                  "model_config", LAMINA_TEXT("formats", "replace them in the model")));
        }
        if (!m_faults.empty())
            return std::move(m_faults);
        return spec;
    }

private:
    Fault fault(Text what, std::string path, Text remedy) const
    {
        return {FaultKind::Input, std::move(what), Place{m_file, std::move(path), {}}, std::move(remedy)};
    }

    void readLayer(const Json& entry, const std::string& path, bool chain, ModelSpec& spec)
    {
        if (!entry.is_object() || !entry.value("class_name", Json()).is_string()
            || !entry.value("config", Json()).is_object()) {
            m_faults.push_back(fault(LAMINA_TEXT("formats", "A layer is not described as Keras does"), path,
                                     LAMINA_TEXT("formats", "save the model again with model.save()")));
            return;
        }
        const std::string className = entry["class_name"];
        const Json& config = entry["config"];
        const LayerType* type = layers::find(className);
        if (!type) {
            m_missing.insert(className);
            return;
        }
        LayerSpec layer{className,
                        config.value("name", Json()).is_string()
                            ? config["name"].get<std::string>()
                            : className + "_" + std::to_string(spec.layers.size()),
                        Json::object(),
                        {}};
        if (!type->compile) {
            layer.config["shape"] = inputShape(config, path);
        } else {
            if (chain && spec.layers.empty()) {
                spec.layers.push_back(
                    {"InputLayer", layer.name + "_input", {{"shape", inputShape(config, path)}}, {}});
            }
            readConfig(*type, config, path + ".config", layer);
            if (chain)
                layer.inputs = {{spec.layers.back().name}};
            else
                readInputs(entry, path, layer);
        }
        spec.layers.push_back(std::move(layer));
    }

    Json inputShape(const Json& config, const std::string& path)
    {
        for (const char* key : {"batch_input_shape", "batch_shape"})
            if (config.contains(key) && config[key].is_array() && !config[key].empty()) {
                Json shape = config[key];
                shape.erase(0);
                if (std::all_of(shape.begin(), shape.end(),
                                [](const Json& size) { return size.is_number_integer(); }))
                    return shape;
                m_faults.push_back(fault(LAMINA_TEXT("formats", "The input's size is left open"),
                                         path + ".config." + key,
                                         LAMINA_TEXT("formats", "build the model for one size")));
                return Json::array();
            }
        m_faults.push_back(fault(LAMINA_TEXT("formats", "The model does not say the shape of its input"),
                                 path, LAMINA_TEXT("formats", "build the model before saving it")));
        return Json::array();
    }

    void readConfig(const LayerType& type, const Json& config, const std::string& path, LayerSpec& layer)
    {
        if (config.value("trainable", true) == false)
            layer.config["trainable"] = false;
        for (const auto& [key, value] : config.items()) {
            if (const Field* field = findField(type.fields, key)) {
                const Json own = field->kind == FieldKind::Part ? plainPart(value) : value;
                if (!field->defaultJson
                    || spelledOut(*field, own) != spelledOut(*field, Json::parse(field->defaultJson)))
                    layer.config[key] = own;
                continue;
            }
            const bool known = std::find(ignored.begin(), ignored.end(), key) != ignored.end()
                || std::find(type.idleKeys.begin(), type.idleKeys.end(), key) != type.idleKeys.end();
            const bool harmless = value.is_null() || value == false || value == "channels_last"
                || (key == "groups" && value == 1);
            if (!known && !harmless)
                m_faults.push_back(fault(
                    Text(LAMINA_TEXT("formats", "Lamina's %1 has no setting '%2'"), type.className, key),
                    path + "." + key, LAMINA_TEXT("formats", "build the model without it")));
        }
    }

    // An initialiser without settings of its own is its name.
    static Json plainPart(const Json& part)
    {
        if (!part.is_object() || !part.value("class_name", Json()).is_string())
            return part;
        Json settings = Json::object();
        const Json given = part.value("config", Json::object());
        if (given.is_object())
            for (const auto& [key, value] : given.items())
                if (!value.is_null() && key != "dtype")
                    settings[key] = value;
        std::string name;
        for (const char c : part["class_name"].get<std::string>()) {
            if (c >= 'A' && c <= 'Z') {
                if (!name.empty())
                    name += '_';
                name += static_cast<char>(c - 'A' + 'a');
            } else {
                name += c;
            }
        }
        // What Keras before 2.4 wrote for glorot_uniform.
        if (name == "variance_scaling"
            && settings == Json{{"scale", 1.0}, {"mode", "fan_avg"}, {"distribution", "uniform"}})
            return "glorot_uniform";
        if (settings.empty())
            return name;
        return {{"class_name", name}, {"config", settings}};
    }

    void readInputs(const Json& entry, const std::string& path, LayerSpec& layer)
    {
        const Json nodes = entry.value("inbound_nodes", Json::array());
        if (!nodes.is_array() || nodes.size() > 1) {
            m_faults.push_back(
                fault(Text(LAMINA_TEXT("formats", "Layer '%1' is used more than once"), layer.name),
                      path + ".inbound_nodes",
                      LAMINA_TEXT("formats", "build the model with one layer for each use")));
            return;
        }
        if (nodes.empty() || !nodes[0].is_array())
            return;
        for (const Json& input : nodes[0])
            if (const std::optional<TensorRef> ref = tensor(input))
                layer.inputs.push_back(*ref);
    }

    static std::optional<TensorRef> tensor(const Json& item)
    {
        if (!item.is_array() || item.size() < 3 || !item[0].is_string() || !item[2].is_number_integer())
            return std::nullopt;
        return TensorRef{item[0].get<std::string>(), item[2].get<int>()};
    }

    static std::vector<TensorRef> ends(const Json& config, const char* key)
    {
        std::vector<TensorRef> found;
        const Json list = config.value(key, Json::array());
        if (const std::optional<TensorRef> single = tensor(list))
            return {*single};
        for (const Json& item : list)
            if (const std::optional<TensorRef> ref = tensor(item))
                found.push_back(*ref);
        return found;
    }

    std::string m_file;
    Faults m_faults;
    std::set<std::string> m_missing;
    const Json m_none = Json::array();
};
} // namespace

Result<ModelSpec> modelFromKeras(const Json& modelConfig, const std::string& file)
{
    try {
        return Reader(file).read(modelConfig);
    } catch (const Json::exception&) { // a value of a kind that no Keras ever wrote
        return Fault{FaultKind::Input, LAMINA_TEXT("formats", "The file describes no Keras model"),
                     Place{file, "model_config", {}},
                     LAMINA_TEXT("formats", "save the model again with model.save()")};
    }
}

} // namespace lamina
