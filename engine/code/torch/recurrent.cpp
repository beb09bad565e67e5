// Layers that read step by step. Where PyTorch's own do what is wanted they are used; other activations,
// masks and reset_after=False go by a class of the program's own (torch_helpers.cpp).
#include "engine/code/python.h"
#include "engine/code/torch_form.h"
#include "engine/kernels/activation.h"
#include "engine/model/applied_activation.h"
#include "engine/model/wrapped_layer.h"

#include <array>

namespace lamina::torch {

using namespace code;

namespace {
// A layer, or one of the two in a Bidirectional.
struct Reader {
    std::string className;
    Attributes attributes;
    std::string self;
    Index features = 0;
    int firstParameter = 0;
    bool masked = false;

    Index units() const { return attributes.whole("units"); }
    bool states() const { return attributes.flag("return_state"); }
    bool bias() const { return attributes.flag("use_bias"); }
};

bool isPyTorchs(const Reader& reader)
{
    const std::string activation = reader.attributes.text("activation");
    if (reader.masked)
        return false;
    if (reader.className == "SimpleRNN")
        return activation == "tanh" || activation == "relu";
    return activation == "tanh" && reader.attributes.text("recurrent_activation") == "sigmoid"
        && (reader.className == "LSTM" || reader.attributes.flag("reset_after"));
}

std::string function(const Attributes& attributes, const char* field, const TorchLayer& layer)
{
    const std::string x =
        forms::activated(*activationNamed(attributes.text(field)), "x", layer, Axes::AsKeras);
    if (x.ends_with("(x)"))
        return x.substr(0, x.size() - 3); // torch.tanh
    return "lambda x: " + x;
}

std::string ownModule(const Reader& reader, const TorchLayer& layer)
{
    std::vector<std::string> arguments{python::quote(reader.className), std::to_string(reader.features),
                                       std::to_string(reader.units())};
    if (reader.attributes.text("activation") != "tanh")
        arguments.push_back("activation=" + function(reader.attributes, "activation", layer));
    if (reader.className != "SimpleRNN" && reader.attributes.text("recurrent_activation") != "sigmoid")
        arguments.push_back("gate=" + function(reader.attributes, "recurrent_activation", layer));
    if (!reader.bias())
        arguments.emplace_back("bias=False");
    if (reader.className == "GRU" && !reader.attributes.flag("reset_after"))
        arguments.emplace_back("reset_after=False");
    return reader.self + " = " + python::call("Recurrent", arguments, 1000);
}

std::string itsModule(const Reader& reader)
{
    return reader.self + " = nn." + (reader.className == "SimpleRNN" ? "RNN" : reader.className) + "("
        + std::to_string(reader.features) + ", " + std::to_string(reader.units()) + ", batch_first=True"
        + (reader.className == "SimpleRNN" && reader.attributes.text("activation") == "relu"
               ? ", nonlinearity=\"relu\""
               : "")
        + (reader.bias() ? ")" : ", bias=False)");
}

void addWeights(const Reader& reader, const std::string& part, bool theirs, TorchForm& form)
{
    const int first = reader.firstParameter;
    if (!theirs) {
        form.weights.push_back({part + "kernel", first, "{}"});
        form.weights.push_back({part + "recurrent_kernel", first + 1, "{}"});
        if (reader.bias())
            form.weights.push_back({part + "bias", first + 2, "{}"});
        return;
    }
    const bool gru = reader.className == "GRU";
    const std::string rows = gru ? "gates({}.T)" : "{}.T";
    form.weights.push_back({part + "weight_ih_l0", first, rows});
    form.weights.push_back({part + "weight_hh_l0", first + 1, rows});
    if (gru)
        form.helpers.emplace_back("gates");
    if (!reader.bias())
        return;
    form.weights.push_back({part + "bias_ih_l0", first + 2, gru ? "gates({}[0])" : "{}"});
    form.weights.push_back({part + "bias_hh_l0", gru ? first + 2 : -1, gru ? "gates({}[1])" : "0"});
}

// Adds module and statements; the names of what came out: all steps, then the states.
std::vector<std::string> read(const Reader& reader, const TorchLayer& layer, TorchForm& form)
{
    const bool theirs = isPyTorchs(reader);
    const std::string name = reader.self.substr(5);
    form.modules.push_back(theirs ? itsModule(reader) : ownModule(reader, layer));
    if (!theirs)
        form.helpers.emplace_back("Recurrent");
    std::string x = "{0}";
    if (const double rate = reader.attributes.real("dropout"); rate > 0) {
        form.modules.push_back(reader.self + "_dropout = SameAtEachStep(" + python::number(rate) + ")");
        form.helpers.emplace_back("SameAtEachStep");
        x = reader.self + "_dropout({0})";
    }
    if (reader.attributes.real("recurrent_dropout") > 0)
        form.before.insert(form.before.end(),
                           {"if self.training:",
                            "    raise NotImplementedError(\"PyTorch has no dropout of what a "
                            "layer remembers (recurrent_dropout)\")"});
    const bool backwards = reader.attributes.flag("go_backwards");
    if (backwards)
        x += ".flip(1)";
    const std::string mask = !reader.masked ? "" : backwards ? ", {mask}.flip(1)" : ", {mask}";
    const std::string steps = name + "_steps";
    const std::string call = reader.self + "(" + x + mask + ")";
    if (!theirs) {
        form.before.push_back(steps + ", " + name + "_state = " + call);
        std::vector<std::string> all{steps, name + "_state[0]"};
        if (reader.className == "LSTM")
            all.push_back(name + "_state[1]");
        return all;
    }
    if (reader.className == "LSTM") {
        form.before.push_back(steps + ", (" + name + "_h, " + name + "_c) = " + call);
        return {steps, name + "_h[0]", name + "_c[0]"};
    }
    form.before.push_back(steps + ", " + name + "_h = " + call);
    return {steps, name + "_h[0]"};
}

std::vector<std::string> results(const Reader& reader, const std::vector<std::string>& read)
{
    std::vector<std::string> all{reader.attributes.flag("return_sequences") ? read[0] : read[1]};
    if (reader.states())
        all.insert(all.end(), read.begin() + 1, read.end());
    return all;
}

TorchForm single(const TorchLayer& layer)
{
    const Reader reader{layer.type.className, layer.attributes, layer.self, layer.x()[1], 0, layer.masked};
    TorchForm form;
    const std::vector<std::string> all = read(reader, layer, form);
    form.results = results(reader, all);
    addWeights(reader, {}, isPyTorchs(reader), form);
    return form;
}

TorchForm bothWays(const TorchLayer& layer)
{
    const WrappedLayer forward = wrapped(layer.attributes.value("layer"));
    WrappedLayer backward = forward;
    if (layer.attributes.isNull("backward_layer"))
        backward.config["go_backwards"] = !forward.attributes().flag("go_backwards");
    else
        backward = wrapped(layer.attributes.value("backward_layer"));
    TorchForm form;
    std::array<std::vector<std::string>, 2> outputs;
    int parameters = 0;
    for (const std::size_t way : {0U, 1U}) {
        const WrappedLayer& inner = way == 0 ? forward : backward;
        const std::string part = way == 0 ? "_forward" : "_backward";
        const Reader reader{inner.type->className, inner.attributes(), layer.self + part,
                            layer.x()[1],          parameters,         layer.masked};
        outputs[way] = results(reader, read(reader, layer, form));
        // Against the order of steps: back in it.
        if (way == 1 && reader.attributes.flag("return_sequences"))
            outputs[way][0] += ".flip(1)";
        addWeights(reader, part + ".", isPyTorchs(reader), form);
        parameters += reader.bias() ? 3 : 2;
    }
    const std::string mode = layer.attributes.text("merge_mode");
    const std::string& a = outputs[0][0];
    const std::string& b = outputs[1][0];
    if (mode == "concat")
        form.results = {"torch.cat([" + a + ", " + b + "], dim=-1)"};
    else if (mode == "sum")
        form.results = {a + " + " + b};
    else if (mode == "ave")
        form.results = {"(" + a + " + " + b + ") / 2"};
    else if (mode == "mul")
        form.results = {a + " * " + b};
    else
        form.results = {a, b};
    for (const std::vector<std::string>& each : outputs)
        form.results.insert(form.results.end(), each.begin() + 1, each.end());
    return form;
}

// Steps lie where samples do, so that the layer inside sees more samples.
TorchForm eachStep(const TorchLayer& layer)
{
    const WrappedLayer inner = wrapped(layer.attributes.value("layer"));
    const std::vector<Index> sizes(layer.x().sizes().begin() + 1, layer.x().sizes().end());
    const Shape step(sizes);
    const TorchWriter* writer = findTorchWriter(inner.type->className);
    if (!writer)
        return forms::missing(LAMINA_TEXT(
            "code", "Layer '%1' (%2) has not been written in PyTorch: the layer inside has no form there"));
    const Attributes attributes = inner.attributes();
    const Signature signature = *inner.type->signature(attributes, {&step, 1});
    const TorchLayer inside{*inner.type, attributes, {step}, signature, layer.self, Axes::AsKeras, false};
    TorchForm form = writer->write(inside);
    if (!form.missing.empty())
        return form;
    const std::string name = layer.self.substr(5) + "_each";
    std::string flat = "{0}.flatten(0, 1)";
    if (form.reads == Axes::ChannelsFirst && step.rank() > 1)
        flat = forms::permuted(flat, step.rank(), Axes::ChannelsFirst);
    for (std::string& line : form.before)
        line = forms::filled(line, {name}, {});
    form.before.insert(form.before.begin(), name + " = " + flat);
    const Shape& result = signature.outputs[0];
    std::string y = forms::filled(form.results[0], {name}, {});
    y = forms::activated(activationOf(*inner.type, attributes, {&step, 1}), y, inside, form.gives);
    if (y.find(' ') != std::string::npos)
        y = "(" + y + ")";
    if (form.gives == Axes::ChannelsFirst && result.rank() > 1)
        y = forms::permuted(y, result.rank(), Axes::AsKeras);
    form.results = {y + ".unflatten(0, (-1, " + std::to_string(layer.x()[0]) + "))"};
    form.reads = form.gives = Axes::AsKeras;
    form.mask.clear();
    return form;
}

TorchForm masking(const TorchLayer& layer)
{
    TorchForm form = forms::plain("{0} * {mask}.unsqueeze(-1)");
    form.mask = "({0} != " + python::number(layer.attributes.real("mask_value")) + ").any(-1)";
    return form;
}
} // namespace

const TorchFamily& recurrent()
{
    static const TorchFamily family{{{"SimpleRNN", single},
                                     {"LSTM", single},
                                     {"GRU", single},
                                     {"Bidirectional", bothWays},
                                     {"TimeDistributed", eachStep},
                                     {"Masking", masking}}};
    return family;
}

} // namespace lamina::torch
