#include "engine/code/keras_model.h"

#include "engine/code/keras_parts.h"
#include "engine/code/python.h"
#include "engine/formats/keras_names.h"
#include "engine/formats/keras_tree.h"
#include "engine/model/nested.h"

namespace lamina::code {

namespace {
class KerasModelWriter {
public:
    KerasModelWriter(const Network& network, Lines& lines)
        : m_lines(lines), m_names(lamina::keras::namesFor(lamina::keras::Version::Three, network.spec()))
    {
    }

    // What is made is called `variable`. `name`: what Keras calls it, if anything. `owner`: for a model in
    // the model, the layer that it is.
    void model(const ModelSpec& spec, const std::string& variable, const std::string& name,
               const std::string& prefix, const std::string& owner)
    {
        const ModelAnalysis analysis = analyse(spec);
        std::map<std::string, std::string> models; // of the models in this one: their variables
        for (std::size_t i = 0; i < spec.layers.size(); ++i)
            if (const LayerSpec& layer = spec.layers[i]; isNested(layer))
                models[layer.name] = innerOf(spec, analysis, layer, prefix, owner);
        if (lamina::keras::isChain(spec))
            chain(spec, variable, name, models, owner);
        else
            graph(spec, analysis, variable, name, models, prefix, owner);
    }

private:
    std::string innerOf(const ModelSpec& spec, const ModelAnalysis& analysis, const LayerSpec& layer,
                        const std::string& prefix, const std::string& owner)
    {
        std::vector<Shape> incoming;
        for (const TensorRef& input : layer.inputs)
            for (std::size_t i = 0; i < spec.layers.size(); ++i)
                if (spec.layers[i].name == input.layer)
                    incoming.push_back(analysis.layers[i].outputs[static_cast<std::size_t>(input.index)]);
        std::string variable = m_variables.of("model:" + prefix + layer.name, prefix + layer.name);
        const std::string& shown = owner.empty() ? layer.name : owner;
        model(*innerModel(layer, incoming), variable, layer.name, prefix + layer.name + "/", shown);
        if (!layer.config.value("trainable", true))
            m_lines.add(variable + ".trainable = False", shown);
        return variable;
    }

    std::string nameOf(const std::string& layer) const
    {
        const auto found = m_names.find(layer);
        return found == m_names.end() ? layer : found->second;
    }

    std::string layerText(const LayerSpec& layer)
    {
        const LayerType& type = *layers::find(layer.className);
        if (type.compile)
            return kerasLayer(layer, nameOf(layer.name), m_lines.room());
        const Shape shape(layer.config.at("shape").get<std::vector<Index>>());
        return python::call(
            "keras.Input",
            {"shape=" + python::tuple(shape.sizes()), "name=" + python::quote(nameOf(layer.name))},
            m_lines.room());
    }

    void chain(const ModelSpec& spec, const std::string& variable, const std::string& name,
               const std::map<std::string, std::string>& models, const std::string& owner)
    {
        m_lines.add(variable + " = keras.Sequential([", owner);
        m_lines.indent();
        for (const LayerSpec& layer : spec.layers) {
            const auto inner = models.find(layer.name);
            m_lines.add((inner == models.end() ? layerText(layer) : inner->second) + ",",
                        owner.empty() ? layer.name : owner);
        }
        m_lines.outdent();
        m_lines.add(name.empty() ? "])" : "], name=" + python::quote(nameOf(name)) + ")", owner);
    }

    void graph(const ModelSpec& spec, const ModelAnalysis& analysis, const std::string& variable,
               const std::string& name, const std::map<std::string, std::string>& models,
               const std::string& prefix, const std::string& owner)
    {
        const auto tensor = [&](const TensorRef& ref) {
            for (std::size_t i = 0; i < spec.layers.size(); ++i)
                if (spec.layers[i].name == ref.layer && analysis.layers[i].outputs.size() > 1)
                    return variableOf(prefix, ref.layer) + "[" + std::to_string(ref.index) + "]";
            return variableOf(prefix, ref.layer);
        };
        const auto tensors = [&](const std::vector<TensorRef>& refs, bool asList) {
            std::vector<std::string> each;
            for (const TensorRef& ref : refs)
                each.push_back(tensor(ref));
            return asList ? python::bracketed("[", each, "]", 1000) : each.at(0);
        };
        for (const int index : analysis.order) {
            const LayerSpec& layer = spec.layers[static_cast<std::size_t>(index)];
            const auto inner = models.find(layer.name);
            const LayerType* type = layers::find(layer.className);
            std::string made = inner == models.end() ? layerText(layer) : inner->second;
            if (!layer.inputs.empty())
                made += "("
                    + tensors(layer.inputs, layer.inputs.size() > 1 || (type && type->maximumInputs > 1))
                    + ")";
            m_lines.add(variableOf(prefix, layer.name) + " = " + made, owner.empty() ? layer.name : owner);
        }
        const std::vector<TensorRef> inputs = spec.effectiveInputs();
        const std::vector<TensorRef> outputs = spec.effectiveOutputs();
        std::vector<std::string> arguments{tensors(inputs, inputs.size() != 1),
                                           tensors(outputs, outputs.size() != 1)};
        if (!name.empty())
            arguments.push_back("name=" + python::quote(nameOf(name)));
        m_lines.add(variable + " = " + python::call("keras.Model", arguments, m_lines.room()), owner);
    }

    // A nested model's own tensor has another name than the model.
    const std::string& variableOf(const std::string& prefix, const std::string& layer)
    {
        return m_variables.of("tensor:" + prefix + layer, prefix + layer);
    }

    Lines& m_lines;
    lamina::keras::Renaming m_names;
    python::Names m_variables{
        {"keras", "layers", "np", "os", "pd", "tf", "model", "make_model", "load_data"}};
};
} // namespace

void writeKerasModel(const Network& network, Lines& lines)
{
    lines.add("def make_model():");
    lines.indent();
    KerasModelWriter(network, lines).model(network.spec(), "model", {}, {}, {});
    lines.add("return model");
    lines.outdent();
}

} // namespace lamina::code
