#include "engine/model/links.h"

#include "engine/model/nested.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <set>
#include <unordered_map>

namespace lamina {

namespace {
using Indices = std::unordered_map<std::string_view, std::size_t>;

Indices indicesOf(const ModelSpec& model)
{
    Indices indices;
    for (std::size_t i = 0; i < model.layers.size(); ++i)
        indices.emplace(model.layers[i].name, i);
    return indices;
}

// Does what `from` gives come to `to`, over any number of links but `without`?
bool leadsTo(const ModelSpec& model, const Indices& indices, const std::string& from, const std::string& to,
             const std::optional<LinkEnd>& without)
{
    std::vector<std::string_view> open{to};
    std::set<std::string_view> seen;
    while (!open.empty()) {
        const std::string_view name = open.back();
        open.pop_back();
        if (name == from)
            return true;
        const auto found = indices.find(name);
        if (found == indices.end() || !seen.insert(name).second)
            continue;
        const LayerSpec& layer = model.layers[found->second];
        for (std::size_t input = 0; input < layer.inputs.size(); ++input)
            if (without != LinkEnd{layer.name, input})
                open.push_back(layer.inputs[input].layer);
    }
    return false;
}

// What the layer's own rule says to these inputs. Nothing where it cannot be asked: an input's shape is not
// known or still missing, or a setting is wrong, which faults of their own explain.
std::optional<Fault> clash(const ModelAnalysis& analysis, const Indices& indices, const LayerSpec& layer,
                           const std::vector<TensorRef>& inputs)
{
    std::vector<Shape> shapes;
    for (const TensorRef& input : inputs) {
        const auto found = indices.find(input.layer);
        if (found == indices.end())
            return {};
        const std::vector<Shape>& outputs = analysis.layers.at(found->second).outputs;
        if (input.index < 0 || static_cast<std::size_t>(input.index) >= outputs.size())
            return {};
        shapes.push_back(outputs[static_cast<std::size_t>(input.index)]);
    }
    if (inputs.size() < inputLimits(layer).minimum)
        return {};
    if (isNested(layer)) {
        const LayerAnalysis inner = analyseNested(layer, shapes);
        return inner.faults.empty() ? std::nullopt : std::optional(inner.faults.front());
    }
    const LayerType* type = layers::find(layer.className);
    if (!type || !layer.config.is_object())
        return {};
    Json own = layer.config;
    for (const Field& field : commonLayerFields())
        own.erase(field.name);
    if (!check(type->fields, own, {}).empty())
        return {};
    const Result<Signature> signature = type->signature(Attributes(type->fields, own), shapes);
    return signature ? std::nullopt : std::optional(signature.faults().front());
}

// Layers that lead nowhere, but for inputs that nothing uses.
std::vector<TensorRef> ends(const ModelSpec& model)
{
    ModelSpec open = model;
    open.outputs.clear();
    std::vector<TensorRef> found = open.effectiveOutputs();
    std::erase_if(found,
                  [&](const TensorRef& end) { return inputLimits(*model.find(end.layer)).maximum == 0; });
    return found;
}
} // namespace

InputLimits inputLimits(const LayerSpec& layer)
{
    if (isNested(layer)) {
        const Result<ModelSpec> inner = innerModel(layer);
        const std::size_t inputs = inner ? inner->effectiveInputs().size() : 1;
        return {inputs, inputs};
    }
    if (const LayerType* type = layers::find(layer.className))
        return {static_cast<std::size_t>(type->minimumInputs), static_cast<std::size_t>(type->maximumInputs)};
    return {0, std::numeric_limits<std::size_t>::max()};
}

std::optional<Fault> linkFault(const ModelSpec& model, const ModelAnalysis& analysis, const TensorRef& from,
                               const LinkEnd& to, const std::optional<LinkEnd>& moved)
{
    const LayerSpec* layer = model.find(to.layer);
    assert(layer && model.find(from.layer));
    const auto refused = [&](Text what, Text remedy) {
        return Fault{FaultKind::Input, std::move(what), {.path = {}, .layer = to.layer}, std::move(remedy)};
    };
    if (from.layer == to.layer)
        return refused(LAMINA_TEXT("links", "A layer cannot read itself"),
                       LAMINA_TEXT("links", "choose another layer"));
    const InputLimits limits = inputLimits(*layer);
    if (limits.maximum == 0)
        return refused(
            Text(LAMINA_TEXT("links", "'%1' reads no other layer: the samples come in here"), to.layer),
            LAMINA_TEXT("links", "choose another layer"));
    std::vector<TensorRef> inputs = layer->inputs;
    std::size_t place = std::min(to.input, inputs.size());
    if (moved && moved->layer == to.layer && moved->input < inputs.size()) {
        inputs.erase(inputs.begin() + static_cast<std::ptrdiff_t>(moved->input));
        place -= place > moved->input ? 1 : 0;
    }
    if (inputs.size() >= limits.maximum)
        return limits.maximum == 1
            ? refused(Text(LAMINA_TEXT("links", "'%1' takes one input and reads '%2' already"), to.layer,
                           inputs.front().layer),
                      LAMINA_TEXT("links", "drag the end of that link away or remove it first"))
            : refused(limits.minimum == limits.maximum
                          ? Text(LAMINA_TEXT("links", "'%1' takes exactly %2 inputs and has them"), to.layer,
                                 limits.maximum)
                          : Text(LAMINA_TEXT("links", "'%1' takes at most %2 inputs and has them"), to.layer,
                                 limits.maximum),
                      LAMINA_TEXT("links", "remove one of its links first"));
    const Indices indices = indicesOf(model);
    if (leadsTo(model, indices, to.layer, from.layer, moved))
        return refused(Text(LAMINA_TEXT("links", "'%1' leads to '%2': the layers would form a circle"),
                            to.layer, from.layer),
                       LAMINA_TEXT("links", "choose a layer that does not come before it"));
    const std::vector<Shape>& outputs = analysis.layers.at(indices.at(from.layer)).outputs;
    if (!outputs.empty() && (from.index < 0 || static_cast<std::size_t>(from.index) >= outputs.size()))
        return refused(Text(LAMINA_TEXT("model", "Layer '%1' has no output %2"), from.layer, from.index),
                       LAMINA_TEXT("model", "use output 0"));
    inputs.insert(inputs.begin() + static_cast<std::ptrdiff_t>(place), from);
    std::optional<Fault> found = clash(analysis, indices, *layer, inputs);
    if (found)
        found->where = {.path = {}, .layer = to.layer};
    return found;
}

void addLink(ModelSpec& model, const TensorRef& from, const LinkEnd& to)
{
    LayerSpec* layer = model.find(to.layer);
    assert(layer && model.find(from.layer));
    const std::size_t place = std::min(to.input, layer->inputs.size());
    layer->inputs.insert(layer->inputs.begin() + static_cast<std::ptrdiff_t>(place), from);
}

void removeLink(ModelSpec& model, const LinkEnd& end)
{
    LayerSpec* layer = model.find(end.layer);
    assert(layer && end.input < layer->inputs.size());
    layer->inputs.erase(layer->inputs.begin() + static_cast<std::ptrdiff_t>(end.input));
}

void keepOutputsAtEnds(const ModelSpec& before, ModelSpec& after)
{
    std::vector<TensorRef> named = before.outputs;
    std::vector<TensorRef> led = ends(before);
    std::sort(named.begin(), named.end());
    std::sort(led.begin(), led.end());
    if (named.empty() || named != led)
        return;
    const std::vector<TensorRef> now = ends(after);
    const auto holds = [](const std::vector<TensorRef>& list, const TensorRef& wanted) {
        return std::find(list.begin(), list.end(), wanted) != list.end();
    };
    std::erase_if(after.outputs, [&](const TensorRef& output) { return !holds(now, output); });
    for (const TensorRef& end : now)
        if (!holds(after.outputs, end))
            after.outputs.push_back(end);
}

} // namespace lamina
