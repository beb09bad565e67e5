#include "engine/formats/keras_calls.h"

#include "engine/model/layer_type.h"
#include "engine/model/nested.h"

#include <limits>

namespace lamina::keras {

namespace {
std::optional<TensorRef> tensor(const Json& item)
{
    const bool reference = item.is_array() && item.size() >= 3 && item[0].is_string()
        && item[2].is_number_unsigned() && item[2] <= std::numeric_limits<int>::max();
    return reference ? std::optional(TensorRef{item[0].get<std::string>(), item[2].get<int>()})
                     : std::nullopt;
}

class CallReader {
public:
    explicit CallReader(std::string name) : m_name(std::move(name)) { }

    Result<Call> read(const Json& entry)
    {
        const Json nodes = entry.value("inbound_nodes", Json::array());
        if (!nodes.is_array())
            return strange();
        if (nodes.size() > 1)
            return Fault{FaultKind::Input,
                         Text(LAMINA_TEXT("formats", "Layer '%1' is used more than once"), m_name),
                         Place{{}, "inbound_nodes", {}},
                         LAMINA_TEXT("formats", "build the model with one layer for each use")};
        for (const Json& node : nodes) {
            if (node.is_array())
                readOld(node);
            else if (node.is_object())
                readNew(node);
            else
                return strange();
        }
        if (!m_faults.empty())
            return m_faults;
        return std::move(m_call);
    }

private:
    Fault strange() const
    {
        return {
            FaultKind::Input,
            Text(LAMINA_TEXT("formats", "What comes into layer '%1' is not written as Keras does"), m_name),
            Place{{}, "inbound_nodes", {}}, LAMINA_TEXT("formats", "save the model again with model.save()")};
    }

    void readOld(const Json& node)
    {
        for (const Json& item : node) {
            const std::optional<TensorRef> ref = tensor(item);
            if (!ref) {
                m_faults.push_back(strange());
                return;
            }
            m_call.inputs.push_back(*ref);
            if (item.size() > 3)
                keywords(item[3]);
        }
    }

    void readNew(const Json& node)
    {
        arguments(node.value("args", Json::array()));
        keywords(node.value("kwargs", Json::object()));
    }

    void arguments(const Json& value)
    {
        if (value.is_array()) {
            for (const Json& item : value)
                arguments(item);
            return;
        }
        const std::optional<TensorRef> ref = value.is_object() && value.value("config", Json()).is_object()
            ? tensor(value["config"].value("keras_history", Json()))
            : std::nullopt;
        if (ref)
            m_call.inputs.push_back(*ref);
        else if (!value.is_null())
            m_faults.push_back(strange());
    }

    void keywords(const Json& given)
    {
        if (!given.is_object())
            return;
        for (const auto& [key, value] : given.items()) {
            if (key == "training" && value == false)
                m_call.asIfPredicting = true;
            else if (!value.is_null())
                m_faults.push_back(
                    {FaultKind::Input,
                     Text(LAMINA_TEXT("formats", "Layer '%1' is called with '%2', which cannot be done here"),
                          m_name, key),
                     Place{{}, "inbound_nodes", {}}, LAMINA_TEXT("formats", "build the model without it")});
        }
    }

    std::string m_name;
    Call m_call;
    Faults m_faults;
};
} // namespace

Result<Call> readCall(const Json& entry, const std::string& name)
{
    return CallReader(name).read(entry);
}

std::vector<TensorRef> readEnds(const Json& config, const char* key)
{
    std::vector<TensorRef> found;
    if (!config.is_object() || !config.contains(key))
        return found;
    const Json& list = config[key];
    if (const std::optional<TensorRef> single = tensor(list))
        return {*single};
    for (const Json& item : list)
        if (const std::optional<TensorRef> ref = tensor(item))
            found.push_back(*ref);
    return found;
}

bool quieten(LayerSpec& layer)
{
    if (isNested(layer)) {
        Result<ModelSpec> inner = innerModel(layer);
        if (!inner || layer.config.value("trainable", Json()) == false)
            return false; // frozen as a whole: nothing in it normalises by the batch
        bool changed = false;
        for (LayerSpec& each : inner->layers)
            changed = quieten(each) || changed;
        if (!changed)
            return false;
        const Json trainable = layer.config.value("trainable", Json());
        layer.config = nestedConfig(*inner);
        if (!trainable.is_null())
            layer.config["trainable"] = trainable;
        return true;
    }
    if (layer.className == "BatchNormalization") {
        if (layer.config.value("trainable", Json()) == false)
            return false;
        layer.config["trainable"] = false;
        return true;
    }
    const LayerType* type = layers::find(layer.className);
    if (!type || type->family != Family::Regularisation)
        return false;
    bool changed = false;
    for (const char* strength : {"rate", "stddev"}) // all that are random have one of them
        if (findField(type->fields, strength) && layer.config.value(strength, Json()) != 0) {
            layer.config[strength] = 0;
            changed = true;
        }
    return changed;
}

} // namespace lamina::keras
