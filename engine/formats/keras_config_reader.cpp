#include "engine/formats/keras_config.h"

#include "engine/core/listed.h"
#include "engine/formats/keras_calls.h"
#include "engine/model/nested.h"

#include <algorithm>
#include <set>

namespace lamina::keras {

namespace {
constexpr std::size_t layersAtMost = 10'000; // ten times the deepest there are

class Reader {
public:
    Reader(std::string file, Version version) : m_file(std::move(file)), m_version(version) { }

    Result<ReadModel> read(const Json& entry)
    {
        if (!isModel(entry))
            return fault(LAMINA_TEXT("formats", "The file describes no Keras model"), "model_config",
                         LAMINA_TEXT("formats", "save the model again with model.save()"));
        ReadModel result;
        result.model = model(entry, "model_config");
        result.name = text(entry["config"], "name");
        if (!m_missing.empty())
            m_faults.insert(
                m_faults.begin(),
                fault(Text(LAMINA_TEXT("formats", "Lamina has no layers of the kinds %1"), listed(m_missing)),
                      "model_config", LAMINA_TEXT("formats", "replace them in the model")));
        if (!m_faults.empty())
            return std::move(m_faults);
        result.notes = std::move(m_notes);
        return result;
    }

private:
    Fault fault(Text what, std::string path, Text remedy) const
    {
        return {FaultKind::Input, std::move(what), Place{m_file, std::move(path), {}}, std::move(remedy)};
    }

    static std::string text(const Json& object, const char* key)
    {
        const bool there = object.is_object() && object.contains(key) && object[key].is_string();
        return there ? object[key].get<std::string>() : std::string();
    }
    static std::string classOf(const Json& entry) { return ownClass(text(entry, "class_name")); }
    static bool isModel(const Json& entry)
    {
        return isNested({classOf(entry), {}, {}, {}}) && entry.contains("config")
            && (entry["config"].is_object() || entry["config"].is_array());
    }
    // Keras before 2.3 wrote a Sequential's config as the bare list.
    static const Json& layersOf(const Json& entry)
    {
        static const Json none = Json::array();
        const Json& config = entry["config"];
        if (config.is_array())
            return config;
        return config.contains("layers") && config["layers"].is_array() ? config["layers"] : none;
    }

    ModelSpec model(const Json& entry, const std::string& path)
    {
        ModelSpec spec;
        const bool chain = classOf(entry) == "Sequential";
        const Json& layers = layersOf(entry);
        m_layers += layers.size();
        if (m_layers > layersAtMost) {
            m_faults.push_back(fault(LAMINA_TEXT("formats", "The model has too many layers"), path,
                                     Text(LAMINA_TEXT("formats", "build it with at most %1"), layersAtMost)));
            return spec;
        }
        for (std::size_t i = 0; i < layers.size(); ++i)
            readLayer(layers[i], path + ".layers[" + std::to_string(i) + "]", chain ? &entry : nullptr, spec);
        if (!chain) {
            spec.inputs = readEnds(entry["config"], "input_layers");
            spec.outputs = readEnds(entry["config"], "output_layers");
        }
        return spec;
    }

    // `chain`: the Sequential around it, or nullptr.
    void readLayer(const Json& entry, const std::string& path, const Json* chain, ModelSpec& spec)
    {
        const bool described = !classOf(entry).empty() && entry.contains("config")
            && (entry["config"].is_object() || isModel(entry));
        if (!described) {
            m_faults.push_back(fault(LAMINA_TEXT("formats", "A layer is not described as Keras does"), path,
                                     LAMINA_TEXT("formats", "save the model again with model.save()")));
            return;
        }
        const Json& config = entry["config"];
        LayerSpec layer{classOf(entry), text(config, "name"), Json::object(), {}};
        if (layer.name.empty())
            layer.name = text(entry, "name");
        if (layer.name.empty())
            layer.name = groupName(layer.className) + "_" + std::to_string(spec.layers.size());
        const LayerType* type = layers::find(layer.className);
        if (isModel(entry)) {
            layer.config = nestedConfig(model(entry, path + ".config"));
            if (config.is_object() && config.value("trainable", Json()) == false)
                layer.config["trainable"] = false;
        } else if (!type) {
            m_missing.insert(text(entry, "class_name"));
            return;
        } else if (!type->compile) {
            layer.config["shape"] = inputShape({&config}, path);
            spec.layers.push_back(std::move(layer));
            return;
        } else {
            readConfig(*type, config, path + ".config", layer);
        }
        if (chain && spec.layers.empty()) {
            const Json shape = isModel(entry) ? shapeOfInner(layer) : firstShape(entry, *chain, path);
            spec.layers.push_back({"InputLayer", layer.name + "_input", {{"shape", shape}}, {}});
        }
        if (chain)
            layer.inputs = {{spec.layers.back().name, 0}};
        else
            link(entry, path, layer);
        spec.layers.push_back(std::move(layer));
    }

    void link(const Json& entry, const std::string& path, LayerSpec& layer)
    {
        Result<Call> call = readCall(entry, layer.name);
        if (!call) {
            for (Fault found : call.faults()) {
                found.where = {m_file, path + "." + found.where.path, {}};
                m_faults.push_back(std::move(found));
            }
            return;
        }
        layer.inputs = std::move(call->inputs);
        if (call->asIfPredicting && quieten(layer))
            m_notes.emplace_back(
                LAMINA_TEXT("formats",
                            "'%1' is called with training=False: its dropout is off and its batch "
                            "normalization is frozen, gamma and beta too"),
                layer.name);
    }

    // The model's build_input_shape and build_config stand in for a first layer that does not say.
    Json firstShape(const Json& entry, const Json& chain, const std::string& path)
    {
        std::vector<const Json*> places{&entry["config"], &chain["config"]};
        for (const Json* object : {&chain, &entry})
            if (object->contains("build_config"))
                places.push_back(&(*object)["build_config"]);
        return inputShape(places, path);
    }

    Json inputShape(const std::vector<const Json*>& places, const std::string& path)
    {
        for (const Json* place : places)
            for (const char* key : {"batch_input_shape", "batch_shape", "build_input_shape", "input_shape"}) {
                if (!place->is_object() || !place->contains(key) || !(*place)[key].is_array()
                    || (*place)[key].empty())
                    continue;
                Json shape = (*place)[key];
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

    static Json shapeOfInner(const LayerSpec& layer)
    {
        const Result<ModelSpec> inner = innerModel(layer);
        const std::vector<TensorRef> inputs = inner ? inner->effectiveInputs() : std::vector<TensorRef>();
        const LayerSpec* first = inputs.empty() ? nullptr : inner->find(inputs[0].layer);
        return first ? first->config.value("shape", Json::array()) : Json::array();
    }

    void readConfig(const LayerType& type, const Json& config, const std::string& path, LayerSpec& layer)
    {
        if (config.value("trainable", Json()) == false)
            layer.config["trainable"] = false;
        notePolicy(config);
        for (const auto& [theirs, value] : config.items()) {
            const std::string key = findField(type.fields, theirs) ? theirs : ownKey(layer.className, theirs);
            const Field* field = findField(type.fields, key);
            if (!field) {
                // Told once, however many layers have it.
                const bool idle =
                    std::find(type.idleKeys.begin(), type.idleKeys.end(), theirs) != type.idleKeys.end();
                if (!idle && !changesNothing(theirs, value)
                    && m_unknown.emplace(type.className, theirs).second)
                    m_faults.push_back(fault(Text(LAMINA_TEXT("formats", "Lamina's %1 has no setting '%2'"),
                                                  type.className, theirs),
                                             path + "." + theirs,
                                             LAMINA_TEXT("formats", "build the model without it")));
                continue;
            }
            const Json own = ownValue(*field, value, path);
            if (!field->defaultJson
                || spelledOut(*field, own) != spelledOut(*field, Json::parse(field->defaultJson)))
                layer.config[key] = own;
        }
        for (const Field& field : type.fields)
            if (const Json meant = meaningOfMissing(layer.className, field.name);
                !meant.is_null() && !config.contains(field.name))
                layer.config[field.name] = meant;
    }

    Json ownValue(const Field& field, const Json& value, const std::string& path)
    {
        if (holdsLayer(field))
            return innerLayer(value, path + "." + field.name);
        if (!std::string_view(field.name).ends_with("activation"))
            return field.kind == FieldKind::Part && !value.is_null() ? ownPart(value) : value;
        Json activation = ownActivation(value);
        if (m_version == Version::Three && activation == "hard_sigmoid")
            m_faults.push_back(
                fault(LAMINA_TEXT("formats",
                                  "The hard_sigmoid of Keras 3 is another function than that of Keras 2, "
                                  "which Lamina has"),
                      path + "." + field.name, LAMINA_TEXT("formats", "build the model with sigmoid")));
        return activation;
    }

    // What a wrapper wraps: Bidirectional, TimeDistributed.
    static bool holdsLayer(const Field& field)
    {
        return std::string_view(field.name) == "layer" || std::string_view(field.name) == "backward_layer";
    }

    Json innerLayer(const Json& value, const std::string& path)
    {
        const std::string className = value.is_object() ? classOf(value) : std::string();
        const LayerType* type = layers::find(className);
        if (className.empty() || !value.contains("config") || !value["config"].is_object())
            return value; // null; or what the wrapper will complain of
        if (!type) {
            m_missing.insert(text(value, "class_name"));
            return value;
        }
        LayerSpec inner{className, text(value["config"], "name"), Json::object(), {}};
        readConfig(*type, value["config"], path + ".config", inner);
        if (!inner.name.empty())
            inner.config["name"] = inner.name;
        return {{"class_name", className}, {"config", inner.config}};
    }

    // "float32", {"class_name": "Policy" or "DTypePolicy", "config": {"name": "float32"}}
    void notePolicy(const Json& config)
    {
        Json policy = config.value("dtype", Json());
        if (policy.is_object() && policy.value("config", Json()).is_object())
            policy = policy["config"].value("name", Json());
        if (!policy.is_string() || policy == "float32"
            || policy.get<std::string>().find("float") == std::string::npos || m_policyNoted)
            return;
        m_policyNoted = true;
        m_notes.emplace_back(LAMINA_TEXT("formats", "Keras computed in %1; the weights are float32 here"),
                             policy.get<std::string>());
    }

    std::string m_file;
    Version m_version;
    Faults m_faults;
    std::set<std::string> m_missing; // kinds of layers
    std::set<std::pair<std::string, std::string>> m_unknown; // settings, with their layers' kinds
    std::vector<Text> m_notes;
    bool m_policyNoted = false;
    std::size_t m_layers = 0; // with those of models inside
};
} // namespace

Result<ReadModel> readModelConfig(const Json& model, const std::string& file, Version version)
{
    try {
        return Reader(file, version).read(model);
    } catch (const Json::exception&) { // a value of a kind that no Keras ever wrote
        return Fault{FaultKind::Input, LAMINA_TEXT("formats", "The file describes no Keras model"),
                     Place{file, "model_config", {}},
                     LAMINA_TEXT("formats", "save the model again with model.save()")};
    }
}

} // namespace lamina::keras
