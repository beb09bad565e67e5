#include "engine/code/torch_model.h"

#include "engine/code/python.h"
#include "engine/code/torch_form.h"
#include "engine/code/torch_helpers.h"
#include "engine/code/torch_loader.h"
#include "engine/code/torch_starts.h"
#include "engine/model/loss_type.h"
#include "engine/model/regularizers.h"

#include <algorithm>
#include <set>

namespace lamina::code {

namespace {
// Names that nn.Module has for itself, and those of the program.
const std::set<std::string> takenNames{"x",
                                       "model",
                                       "Model",
                                       "torch",
                                       "nn",
                                       "F",
                                       "np",
                                       "os",
                                       "chosen",
                                       "weight",
                                       "kept",
                                       "apply",
                                       "bfloat16",
                                       "buffers",
                                       "call",
                                       "children",
                                       "compile",
                                       "cpu",
                                       "cuda",
                                       "double",
                                       "dump_patches",
                                       "eval",
                                       "extra_repr",
                                       "forward",
                                       "half",
                                       "load_state_dict",
                                       "modules",
                                       "name",
                                       "parameters",
                                       "predict",
                                       "register_buffer",
                                       "requires_grad_",
                                       "share_memory",
                                       "state_dict",
                                       "to",
                                       "to_empty",
                                       "train",
                                       "training",
                                       "zero_grad"};

struct Tensor {
    std::string name;
    int rank = 1;
    Axes axes = Axes::AsKeras;
    std::string mask; // the variable of its mask; empty: none, or one that could not be made
};

class TorchModelWriter {
public:
    TorchModelWriter(const Network& network, const TrainingSpec& training)
        : m_network(network), m_owners(network.layers().size())
    {
        for (const NetworkBlock& block : network.blocks())
            for (const int layer : block.layers)
                m_owners[static_cast<std::size_t>(layer)] = block.spec.name;
        m_chain = isChain();
        findLogits(training);
    }

    TorchModel write()
    {
        for (std::size_t i = 0; i < m_network.layers().size(); ++i)
            addLayer(i);
        giveOutputs();
        writeClass();
        for (const std::string& helper : m_helpers) {
            if (!m_result.helpers.empty())
                m_result.helpers.blank(2);
            std::string text(torchHelper(helper));
            text.pop_back();
            m_result.helpers.add(text);
        }
        m_result.loader = torchLoader(m_network, m_loaded);
        return std::move(m_result);
    }

private:
    bool isChain() const
    {
        const auto& layers = m_network.layers();
        for (std::size_t i = 0; i < layers.size(); ++i) {
            const bool first = i == 0 ? layers[i].inputLayers.empty()
                                      : layers[i].inputLayers == std::vector<int>{static_cast<int>(i) - 1}
                    && layers[i].inputTensors == std::vector<int>{0};
            if (!first)
                return false;
        }
        const std::pair last(static_cast<int>(layers.size()) - 1, 0);
        return m_network.outputs() == std::vector{last};
    }

    // Where a loss would rather have what the last activation is made from, and nobody else reads its result.
    void findLogits(const TrainingSpec& training)
    {
        const auto& layers = m_network.layers();
        for (std::size_t o = 0; o < m_network.outputs().size(); ++o) {
            const auto [layer, tensor] = m_network.outputs()[o];
            PartSpec part = training.loss;
            if (part.className.empty() && part.config.is_object())
                part = partFrom(part.config.value(m_network.outputName(static_cast<int>(o)), Json()));
            const LossType* loss = losses::find(part.className);
            const ActivationKind last = layers[static_cast<std::size_t>(layer)].activation;
            const auto readers = std::ranges::count_if(layers, [&, index = layer](const NetworkLayer& other) {
                return std::ranges::count(other.inputLayers, index) > 0;
            });
            const auto outputs = std::ranges::count(m_network.outputs(), m_network.outputs()[o]);
            m_result.logits.push_back(loss && last != ActivationKind::Linear && loss->logitsOf == last
                                      && tensor == 0 && readers == 0 && outputs == 1);
            if (m_result.logits.back())
                m_bare.insert(layer);
        }
    }

    std::string variable(std::size_t layer, const std::string& name)
    {
        return m_chain ? "x" : m_names.of(std::to_string(layer), name);
    }

    void say(const std::string& line, std::size_t layer) { m_forward.add(line, m_owners[layer]); }

    // The input as the layer wants it, and its axes put there if they are not.
    std::string as(Tensor& tensor, Axes axes, std::size_t layer)
    {
        if (tensor.rank < 2 || tensor.axes == axes)
            return tensor.name;
        const std::string moved = forms::permuted(tensor.name, tensor.rank, axes);
        const char* why = axes == Axes::ChannelsFirst ? "  # channels first, as PyTorch wants them"
                                                      : "  # channels last, as Keras has them";
        if (m_chain) {
            say("x = " + moved + why, layer);
            tensor.axes = axes;
            return tensor.name;
        }
        std::string& known = m_moved[{tensor.name, axes}];
        if (known.empty()) {
            known = m_names.fresh(tensor.name + (axes == Axes::ChannelsFirst ? "_first" : "_last"));
            say(known + " = " + moved + why, layer);
        }
        return known;
    }

    void addLayer(std::size_t index)
    {
        const NetworkLayer& layer = m_network.layers()[index];
        const std::string& name = m_names.of(std::to_string(index), layer.spec.name);
        if (!layer.type->compile) {
            m_tensors[{static_cast<int>(index), 0}] = {
                variable(index, layer.spec.name), layer.signature.outputs[0].rank(), Axes::AsKeras, {}};
            return;
        }
        std::vector<Tensor*> inputs;
        for (std::size_t i = 0; i < layer.inputLayers.size(); ++i)
            inputs.push_back(&m_tensors.at({layer.inputLayers[i], layer.inputTensors[i]}));
        const bool masked = !layer.inputMaskAxes.empty() && layer.inputMaskAxes[0] >= 0;
        const Attributes attributes(layer.type->fields, layer.spec.config);
        const TorchLayer given{*layer.type,    attributes,        layer.inputs, layer.signature,
                               "self." + name, givenAxes(inputs), masked};
        const TorchWriter* writer = findTorchWriter(layer.spec.className);
        TorchForm form = writer
            ? writer->write(given)
            : forms::missing(LAMINA_TEXT("code", "Layer '%1' (%2) has not been written in PyTorch"));
        if (form.missing.empty() && masked && inputs[0]->mask.empty() && usesMask(form))
            form = forms::missing(LAMINA_TEXT("code",
                                              "Layer '%1' (%2) cannot be written in PyTorch: it reads a mask "
                                              "that comes from several layers"));
        if (!form.missing.empty())
            return addMissing(index, inputs, form.missing);
        addModules(index, given, form);
        addCalls(index, given, form, inputs);
    }

    static bool usesMask(const TorchForm& form)
    {
        const auto uses = [](const std::string& text) { return text.find("{mask}") != std::string::npos; };
        return form.mask.empty()
            && (std::ranges::any_of(form.before, uses) || std::ranges::any_of(form.results, uses));
    }

    static Axes givenAxes(const std::vector<Tensor*>& inputs)
    {
        const bool first = std::ranges::any_of(
            inputs, [](const Tensor* x) { return x->rank > 1 && x->axes == Axes::ChannelsFirst; });
        const bool mixed = std::ranges::any_of(
            inputs, [](const Tensor* x) { return x->rank < 2 || x->axes == Axes::AsKeras; });
        return first && !mixed ? Axes::ChannelsFirst : Axes::AsKeras;
    }

    void addMissing(std::size_t index, const std::vector<Tensor*>& inputs, TextId why)
    {
        const NetworkLayer& layer = m_network.layers()[index];
        const Text note(why, layer.spec.name, layer.spec.className);
        m_result.notes.push_back(note);
        say(python::call("raise NotImplementedError", {python::quote(render(note))}, 88), index);
        const std::string name = variable(index, layer.spec.name);
        if (!m_chain)
            say(name + " = " + inputs[0]->name, index);
        for (std::size_t o = 0; o < layer.signature.outputs.size(); ++o)
            m_tensors[{static_cast<int>(index), static_cast<int>(o)}] = {
                name, layer.signature.outputs[o].rank(), Axes::AsKeras, {}};
    }

    static std::string targetOf(const std::string& self, const std::string& part)
    {
        return self + (part[0] == '_' || part[0] == '[' ? "" : ".") + part;
    }

    void addModules(std::size_t index, const TorchLayer& given, const TorchForm& form)
    {
        const NetworkLayer& layer = m_network.layers()[index];
        for (const std::string& line : form.modules)
            m_modules.add(line, m_owners[index]);
        m_helpers.insert(form.helpers.begin(), form.helpers.end());
        std::set<std::string> frozen;
        for (const TorchWeight& weight : form.weights) {
            const std::string target = targetOf(given.self, weight.target);
            if (weight.parameter < 0) {
                m_starts.zero(target);
                continue;
            }
            const ParameterSpec& parameter =
                layer.signature.parameters[static_cast<std::size_t>(weight.parameter)];
            m_starts.add(parameter, weight, target);
            addPenalty(parameter, target);
            if (!parameter.constraint.is_null())
                m_result.untrained.emplace_back(
                    LAMINA_TEXT("code", "The constraint of layer '%1' has not been written in PyTorch"),
                    layer.spec.name);
            if (!layer.trainable)
                frozen.insert(weight.target[0] == '_' ? target.substr(0, target.find('.', 5)) : given.self);
            if (!layer.trainable && weight.target == "running_mean")
                m_still.push_back(given.self);
        }
        for (const std::string& part : frozen)
            m_modules.add(part + ".requires_grad_(False)", m_owners[index]);
        if (!layer.signature.activityRegularizer.is_null())
            m_result.untrained.emplace_back(
                LAMINA_TEXT("code", "The activity regularizer of layer '%1' has not been written in PyTorch"),
                layer.spec.name);
        if (!form.weights.empty())
            m_loaded.push_back({static_cast<int>(index), "model" + given.self.substr(4), form.weights});
    }

    void addPenalty(const ParameterSpec& parameter, const std::string& target)
    {
        const Penalty penalty = penaltyOf(parameter.regularizer);
        const std::string weight = "model" + target.substr(4);
        if (penalty.l1 != 0)
            m_result.penalties.push_back(python::number(penalty.l1) + " * " + weight + ".abs().sum()");
        if (penalty.l2 != 0)
            m_result.penalties.push_back(python::number(penalty.l2) + " * " + weight + ".square().sum()");
    }

    void addCalls(std::size_t index, const TorchLayer& given, const TorchForm& form,
                  const std::vector<Tensor*>& inputs)
    {
        const NetworkLayer& layer = m_network.layers()[index];
        std::vector<std::string> names;
        for (Tensor* input : inputs)
            names.push_back(as(*input, form.reads, index));
        std::string mask = inputs[0]->mask;
        if (!form.mask.empty()) {
            mask = m_names.fresh(m_chain ? "mask" : m_names.of(std::to_string(index), "") + "_mask");
            say(mask + " = " + forms::filled(form.mask, names, {}), index);
        }
        for (const std::string& line : form.before)
            say(forms::filled(line, names, mask), index);
        std::vector<std::string> results;
        for (const std::string& result : form.results)
            results.push_back(forms::filled(result, names, mask));
        if (!m_bare.contains(static_cast<int>(index)))
            results[0] = forms::activated(layer.activation, results[0], given, form.gives);
        for (std::size_t o = 0; o < results.size(); ++o) {
            const std::string own = o == 0 ? variable(index, layer.spec.name)
                                           : m_names.fresh(layer.spec.name + "_" + std::to_string(o));
            if (own != results[o])
                say(own + " = " + results[o], index);
            Tensor& made = m_tensors[{static_cast<int>(index), static_cast<int>(o)}];
            made = {own, layer.signature.outputs[o].rank(), form.gives, {}};
            if (o < layer.maskAxes.size() && layer.maskAxes[o] >= 0 && !form.joinsMasks)
                made.mask = mask;
        }
    }

    void giveOutputs()
    {
        std::vector<std::string> outputs;
        for (const auto& [layer, tensor] : m_network.outputs())
            outputs.push_back(
                as(m_tensors.at({layer, tensor}), Axes::AsKeras, static_cast<std::size_t>(layer)));
        std::string all;
        for (const std::string& output : outputs)
            all += (all.empty() ? "" : ", ") + output;
        m_forward.add("return " + all);
        if (std::ranges::find(m_result.logits, true) == m_result.logits.end())
            return;
        m_predict.add("def predict(self, *inputs):");
        m_predict.indent();
        m_predict.add("\"\"\"What the model says; forward() leaves the last activation to the loss.\"\"\"");
        std::string activated;
        std::vector<std::string> names;
        for (std::size_t o = 0; o < outputs.size(); ++o) {
            const auto at = static_cast<std::size_t>(m_network.outputs()[o].first);
            const std::string name = outputs.size() == 1 ? "self(*inputs)" : m_chain ? "x" : outputs[o];
            names.push_back(name);
            const bool softmax = m_network.layers()[at].activation == ActivationKind::Softmax;
            activated += (activated.empty() ? "" : ", ")
                + (!m_result.logits[o] ? name
                       : softmax       ? "F.softmax(" + name + ", dim=-1)"
                                       : "torch.sigmoid(" + name + ")");
        }
        if (outputs.size() > 1)
            m_predict.add(all + " = self(*inputs)");
        m_predict.add("return " + activated);
    }

    void writeClass()
    {
        Lines& lines = m_result.model;
        std::string shapes;
        std::string arguments;
        for (std::size_t i = 0; i < m_network.inputs().size(); ++i) {
            const int layer = m_network.inputs()[i].first;
            shapes += (shapes.empty() ? "" : " and ") + m_network.inputShape(static_cast<int>(i)).text();
            arguments += ", " + m_tensors.at({layer, 0}).name;
        }
        lines.add("class Model(nn.Module):");
        lines.indent();
        lines.add("\"\"\"Reads samples of shape " + shapes + ", channels last as in Keras.\"\"\"");
        lines.blank();
        lines.add("def __init__(self):");
        lines.indent();
        lines.add("super().__init__()");
        lines.append(m_modules);
        if (const std::vector<std::string> starts = m_starts.lines(88); !starts.empty()) {
            lines.blank();
            lines.add("# As Keras starts.");
            for (const std::string& line : starts)
                lines.add(line);
        }
        lines.outdent();
        if (!m_still.empty()) {
            lines.blank();
            lines.add("def train(self, mode=True):");
            lines.add("    super().train(mode)\n    for frozen in "
                      + python::bracketed("(", m_still, m_still.size() == 1 ? ",):" : "):", 70)
                      + "\n        frozen.eval()\n    return self");
        }
        lines.blank();
        lines.add("def forward(self" + arguments + "):");
        lines.indent();
        lines.append(m_forward);
        lines.outdent();
        if (!m_predict.empty()) {
            lines.blank();
            lines.append(m_predict);
        }
        lines.outdent();
    }

    const Network& m_network;
    std::vector<std::string> m_owners; // the spec's layer that each layer is, or lies in
    bool m_chain = false;
    std::set<int> m_bare; // layers whose activation the loss applies
    python::Names m_names{takenNames};
    std::map<std::pair<int, int>, Tensor> m_tensors;
    std::map<std::pair<std::string, Axes>, std::string> m_moved;
    std::set<std::string> m_helpers;
    std::vector<std::string> m_still; // batch normalizations that do not learn
    TorchStarts m_starts;
    std::vector<LoadedLayer> m_loaded;
    Lines m_modules, m_forward, m_predict;
    TorchModel m_result;
};
} // namespace

TorchModel torchModel(const Network& network, const TrainingSpec& training)
{
    return TorchModelWriter(network, training).write();
}

} // namespace lamina::code
