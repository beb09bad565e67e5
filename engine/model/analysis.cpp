#include "engine/model/network.h"

#include "engine/kernels/activation.h"
#include "engine/model/constraints.h"
#include "engine/model/initializers.h"
#include "engine/model/nested.h"

#include <algorithm>
#include <set>

namespace lamina {

namespace {
// What layer analysis knows of the graph before any shape.
class Analyst {
public:
    explicit Analyst(const ModelSpec& spec) : m_spec(spec) { m_result.layers.resize(spec.layers.size()); }

    ModelAnalysis run()
    {
        if (m_spec.layers.empty())
            m_result.faults.push_back({FaultKind::Input,
                                       LAMINA_TEXT("model", "The model has no layers"),
                                       {},
                                       LAMINA_TEXT("model", "begin with an Input layer")});
        names();
        links();
        sort();
        for (const int layer : m_result.order)
            infer(layer);
        if (static_cast<int>(m_result.order.size()) != count())
            m_result.order.clear();
        ends();
        Faults all = std::move(m_result.faults);
        for (const LayerAnalysis& layer : m_result.layers)
            append(all, layer.faults);
        m_result.faults = std::move(all);
        return std::move(m_result);
    }

private:
    const LayerSpec& layer(int index) const { return m_spec.layers[static_cast<std::size_t>(index)]; }
    LayerAnalysis& analysis(int index) { return m_result.layers[static_cast<std::size_t>(index)]; }
    int count() const { return static_cast<int>(m_spec.layers.size()); }

    Place placeOf(int index, const std::string& key = {}) const
    {
        return {.path = "model.layers[" + std::to_string(index) + "]" + (key.empty() ? "" : "." + key),
                .layer = layer(index).name};
    }
    void fault(int index, Text what, Text remedy, const std::string& key = {})
    {
        analysis(index).faults.push_back(
            {FaultKind::Input, std::move(what), placeOf(index, key), std::move(remedy)});
    }

    void names()
    {
        for (int i = 0; i < count(); ++i) {
            if (layer(i).name.empty())
                fault(i, LAMINA_TEXT("model", "The layer has no name"), LAMINA_TEXT("model", "give it one"),
                      "name");
            else if (!m_index.emplace(layer(i).name, i).second)
                fault(i, Text(LAMINA_TEXT("model", "Two layers are called '%1'"), layer(i).name),
                      LAMINA_TEXT("model", "rename one of them"), "name");
        }
    }

    void links()
    {
        m_inputs.resize(m_spec.layers.size());
        for (int i = 0; i < count(); ++i) {
            for (std::size_t k = 0; k < layer(i).inputs.size(); ++k) {
                const TensorRef& input = layer(i).inputs[k];
                const auto found = m_index.find(input.layer);
                m_inputs[static_cast<std::size_t>(i)].push_back(found == m_index.end() ? -1 : found->second);
                if (found == m_index.end())
                    fault(i, Text(LAMINA_TEXT("model", "Its input '%1' does not exist"), input.layer),
                          LAMINA_TEXT("model", "connect it to a layer that does"),
                          "inputs[" + std::to_string(k) + "]");
            }
        }
    }

    // Kahn's algorithm, always taking the earliest layer that is ready: a spec in order keeps its order.
    void sort()
    {
        std::vector<int> waiting(m_spec.layers.size(), 0);
        std::vector<std::vector<int>> followers(m_spec.layers.size());
        for (int i = 0; i < count(); ++i)
            for (const int input : m_inputs[static_cast<std::size_t>(i)])
                if (input >= 0) {
                    ++waiting[static_cast<std::size_t>(i)];
                    followers[static_cast<std::size_t>(input)].push_back(i);
                }
        std::set<int> ready;
        for (int i = 0; i < count(); ++i)
            if (waiting[static_cast<std::size_t>(i)] == 0)
                ready.insert(i);
        while (!ready.empty()) {
            const int next = *ready.begin();
            ready.erase(ready.begin());
            m_result.order.push_back(next);
            for (const int follower : followers[static_cast<std::size_t>(next)])
                if (--waiting[static_cast<std::size_t>(follower)] == 0)
                    ready.insert(follower);
        }
        if (static_cast<int>(m_result.order.size()) == count())
            return;
        std::string circle;
        for (int i = 0; i < count(); ++i) {
            if (!reaches(i, i))
                continue;
            circle += (circle.empty() ? "" : ", ") + layer(i).name;
            fault(i, LAMINA_TEXT("model", "The layer feeds itself"),
                  LAMINA_TEXT("model", "remove one of the links of the circle"), "inputs");
        }
        m_result.faults.push_back({FaultKind::Input,
                                   Text(LAMINA_TEXT("model", "The layers form a circle: %1"), circle),
                                   {.path = "model.layers"},
                                   LAMINA_TEXT("model", "remove one of its links")});
    }

    // Is there a way along the links, of one step or more?
    bool reaches(int from, int to) const
    {
        std::vector<int> open = m_inputs[static_cast<std::size_t>(to)];
        std::vector<bool> seen(m_spec.layers.size(), false);
        while (!open.empty()) {
            const int next = open.back();
            open.pop_back();
            if (next == from)
                return true;
            if (next < 0 || seen[static_cast<std::size_t>(next)])
                continue;
            seen[static_cast<std::size_t>(next)] = true;
            const std::vector<int>& more = m_inputs[static_cast<std::size_t>(next)];
            open.insert(open.end(), more.begin(), more.end());
        }
        return false;
    }

    void infer(int index)
    {
        const LayerSpec& spec = layer(index);
        if (isNested(spec)) {
            inferNested(index);
            return;
        }
        const LayerType* type = layers::find(spec.className);
        if (!type) {
            fault(index, Text(LAMINA_TEXT("model", "There is no layer type '%1'"), spec.className),
                  LAMINA_TEXT("model", "use one of the palette's"), "class_name");
            return;
        }
        Json own = spec.config;
        Json common = Json::object();
        if (own.is_object())
            for (const Field& field : commonLayerFields())
                if (own.contains(field.name)) {
                    common[field.name] = own[field.name];
                    own.erase(field.name);
                }
        LayerAnalysis& result = analysis(index);
        append(result.faults, check(commonLayerFields(), common, placeOf(index, "config")));
        append(result.faults, check(type->fields, own, placeOf(index, "config")));
        checkParts(index, *type, own);
        const int inputs = static_cast<int>(spec.inputs.size());
        if (inputs < type->minimumInputs)
            fault(index,
                  inputs == 0 ? Text(LAMINA_TEXT("model", "Nothing comes in"))
                              : Text(LAMINA_TEXT("model", "%1 inputs are not enough"), inputs),
                  Text(LAMINA_TEXT("model", "connect %1 layer(s) to it"), type->minimumInputs), "inputs");
        else if (inputs > type->maximumInputs)
            fault(index, Text(LAMINA_TEXT("model", "%1 inputs are too many"), inputs),
                  Text(LAMINA_TEXT("model", "leave %1"), type->maximumInputs), "inputs");
        const std::optional<std::vector<Shape>> shapes = incoming(index);
        if (!shapes || !result.faults.empty())
            return;
        Result<Signature> signature = type->signature(Attributes(type->fields, own), *shapes);
        if (!signature) {
            for (Fault found : signature.faults()) {
                found.where = placeOf(index, found.where.path);
                result.faults.push_back(std::move(found));
            }
            return;
        }
        const bool trainable = Attributes(commonLayerFields(), common).flag("trainable");
        for (const ParameterSpec& parameter : signature->parameters) {
            double size = 1;
            for (const Index each : parameter.shape.sizes())
                size *= static_cast<double>(each);
            if (size > 4e9) {
                fault(index,
                      Text(LAMINA_TEXT("model", "Its %1 of %2 numbers is too large"), parameter.name, size),
                      LAMINA_TEXT("model", "make the layer or what comes in smaller"), "config");
                return;
            }
            if (const Result<void> fits = checkConstraint(parameter.constraint, parameter.shape); !fits) {
                for (const Fault& found : fits.faults())
                    fault(index, found.what, found.remedy, "config." + parameter.name + "_constraint");
                return;
            }
            if (const Result<void> fits = checkInitializer(parameter.initializer, parameter.shape); !fits) {
                fault(index, fits.faults()[0].what, fits.faults()[0].remedy,
                      "config." + parameter.name + "_initializer");
                return;
            }
            result.parameters += parameter.shape.elements();
            if (trainable && parameter.trainable)
                result.trainableParameters += parameter.shape.elements();
        }
        for (const Shape& shape : signature->outputs) {
            double size = 1;
            for (const Index each : shape.sizes())
                size *= static_cast<double>(each);
            if (size > 4e9) {
                fault(index, Text(LAMINA_TEXT("model", "Its output of %1 numbers is too large"), size),
                      LAMINA_TEXT("model", "make the layer or what comes in smaller"), "config");
                return;
            }
        }
        result.outputs = signature->outputs;
        result.flops = signature->flops;
    }

    // What the layer's inputs give; nothing where that is not known, which a fault somewhere explains.
    std::optional<std::vector<Shape>> incoming(int index)
    {
        const LayerSpec& spec = layer(index);
        std::vector<Shape> shapes;
        for (std::size_t k = 0; k < spec.inputs.size(); ++k) {
            const int from = m_inputs[static_cast<std::size_t>(index)][k];
            if (from < 0)
                return std::nullopt;
            const std::vector<Shape>& outputs = analysis(from).outputs;
            const int tensor = spec.inputs[k].index;
            if (outputs.empty())
                return std::nullopt; // its own fault says why
            if (tensor < 0 || tensor >= static_cast<int>(outputs.size())) {
                fault(index,
                      Text(LAMINA_TEXT("model", "Layer '%1' has no output %2"), spec.inputs[k].layer, tensor),
                      LAMINA_TEXT("model", "use output 0"), "inputs[" + std::to_string(k) + "]");
                return std::nullopt;
            }
            shapes.push_back(outputs[static_cast<std::size_t>(tensor)]);
        }
        return shapes;
    }

    void inferNested(int index)
    {
        const LayerSpec& spec = layer(index);
        for (const LayerSpec& other : m_spec.layers)
            if (other.name.starts_with(spec.name + "/"))
                fault(
                    index,
                    Text(LAMINA_TEXT("model", "'%1' is called as if it lay in '%2'"), other.name, spec.name),
                    LAMINA_TEXT("model", "rename one of them"), "name");
        Json common = Json::object();
        if (spec.config.is_object() && spec.config.contains("trainable"))
            common["trainable"] = spec.config["trainable"];
        append(analysis(index).faults, check(commonLayerFields(), common, placeOf(index, "config")));
        const std::optional<std::vector<Shape>> shapes = incoming(index);
        if (!shapes || !analysis(index).faults.empty())
            return;
        LayerAnalysis result = analyseNested(spec, *shapes);
        for (Fault& found : result.faults) {
            const std::string inside = found.where.layer;
            found.where = placeOf(index, found.where.path);
            found.where.layer += inside.empty() ? "" : "/" + inside;
        }
        analysis(index) = std::move(result);
    }

    void checkParts(int index, const LayerType& type, const Json& config)
    {
        for (const Field& field : type.fields) {
            if (field.kind != FieldKind::Part || !config.is_object() || !config.contains(field.name)
                || !std::string_view(field.name).ends_with("initializer"))
                continue;
            const Json& given = config[field.name];
            if (!given.is_string() && !given.is_object())
                continue;
            if (given.is_object() && !(given.contains("class_name") && given["class_name"].is_string()))
                continue; // check() has said it
            if (const Result<void> known = checkInitializer(given); !known)
                for (Fault found : known.faults()) {
                    found.where = placeOf(index,
                                          std::string("config.") + field.name
                                              + (found.where.path.empty() ? "" : "." + found.where.path));
                    analysis(index).faults.push_back(std::move(found));
                }
        }
    }

    void ends()
    {
        checkEnds(m_spec.inputs, "inputs");
        checkEnds(m_spec.outputs, "outputs");
        if (m_spec.layers.empty())
            return;
        const std::vector<TensorRef> inputs = m_spec.effectiveInputs();
        if (inputs.empty())
            m_result.faults.push_back({FaultKind::Input,
                                       LAMINA_TEXT("model", "The model has no input"),
                                       {.path = "model.layers"},
                                       LAMINA_TEXT("model", "begin with an Input layer")});
        const auto named = [](const std::vector<TensorRef>& refs, const std::string& name) {
            return std::any_of(refs.begin(), refs.end(),
                               [&](const TensorRef& ref) { return ref.layer == name; });
        };
        std::vector<bool> isUsed(m_spec.layers.size(), false);
        for (const std::vector<int>& each : m_inputs)
            for (const int from : each)
                if (from >= 0)
                    isUsed[static_cast<std::size_t>(from)] = true;
        for (int i = 0; i < count(); ++i) {
            const LayerType* type = layers::find(layer(i).className);
            const bool input = type && type->maximumInputs == 0;
            if (!m_spec.inputs.empty() && type && input != named(m_spec.inputs, layer(i).name))
                fault(i,
                      input
                          ? LAMINA_TEXT("model", "The model's inputs do not name this Input layer")
                          : LAMINA_TEXT("model", "It stands among the model's inputs and is no Input layer"),
                      LAMINA_TEXT("model", "let the model's inputs name its Input layers, each once"));
            const bool used = isUsed[static_cast<std::size_t>(i)];
            if (input && !used && count() > 1 && !named(m_spec.outputs, layer(i).name))
                fault(i, LAMINA_TEXT("model", "Nothing uses this input"),
                      LAMINA_TEXT("model", "connect a layer to it, or remove it"));
            else if (!input && !used && !m_spec.outputs.empty() && !named(m_spec.outputs, layer(i).name))
                fault(i, LAMINA_TEXT("model", "The layer leads nowhere"),
                      LAMINA_TEXT("model", "connect it to another, name it among the outputs, or remove it"));
        }
    }

    // What stands in the model's own lists of inputs or outputs.
    void checkEnds(const std::vector<TensorRef>& refs, const char* key)
    {
        for (std::size_t i = 0; i < refs.size(); ++i) {
            const std::string path = std::string("model.") + key + "[" + std::to_string(i) + "]";
            const auto found = m_index.find(refs[i].layer);
            if (found == m_index.end())
                m_result.faults.push_back(
                    {FaultKind::Input,
                     Text(LAMINA_TEXT("model", "There is no layer '%1'"), refs[i].layer),
                     {.path = path},
                     LAMINA_TEXT("model", "name a layer of the model")});
            else if (const std::vector<Shape>& outputs = analysis(found->second).outputs; !outputs.empty()
                     && (refs[i].index < 0 || refs[i].index >= static_cast<int>(outputs.size())))
                m_result.faults.push_back(
                    {FaultKind::Input,
                     Text(LAMINA_TEXT("model", "Layer '%1' has no output %2"), refs[i].layer, refs[i].index),
                     {.path = path},
                     LAMINA_TEXT("model", "use output 0")});
            else if (std::find(refs.begin(), refs.begin() + static_cast<std::ptrdiff_t>(i), refs[i])
                     != refs.begin() + static_cast<std::ptrdiff_t>(i))
                m_result.faults.push_back({FaultKind::Input,
                                           Text(LAMINA_TEXT("model", "'%1' is named twice"), refs[i].layer),
                                           {.path = path},
                                           LAMINA_TEXT("model", "name it once")});
        }
    }

    const ModelSpec& m_spec;
    ModelAnalysis m_result;
    std::map<std::string, int, std::less<>> m_index;
    std::vector<std::vector<int>> m_inputs;
};
} // namespace

ModelAnalysis analyse(const ModelSpec& spec)
{
    return Analyst(spec).run();
}

std::span<const Field> commonLayerFields()
{
    static const std::array fields{
        Field{.name = "trainable",
              .kind = FieldKind::Flag,
              .defaultJson = "true",
              .label = LAMINA_TEXT("fields", "Trainable"),
              .help = LAMINA_TEXT("fields", "Off: training leaves this layer's weights as they are")}};
    return fields;
}

namespace layers {
const LayerType* find(std::string_view className)
{
    const auto parts = all();
    const auto found = std::find_if(parts.begin(), parts.end(),
                                    [&](const LayerType* type) { return className == type->className; });
    return found == parts.end() ? nullptr : *found;
}
} // namespace layers

} // namespace lamina
