#include "engine/formats/keras_tree.h"

#include "engine/model/nested.h"

#include <algorithm>
#include <functional>

namespace lamina::keras {

std::vector<int> layerOrder(const ModelSpec& model)
{
    const std::size_t count = model.layers.size();
    std::map<std::string_view, int> index;
    for (std::size_t i = 0; i < count; ++i)
        index.emplace(model.layers[i].name, static_cast<int>(i));
    // Back from the outputs, depth first and without recursion: a network may be long.
    std::vector<int> met(count, -1); // when it was met first
    std::vector<bool> finished(count, false);
    std::vector<int> inputsFirst; // each after all that it is made from
    int meetings = 0;
    for (const TensorRef& output : model.effectiveOutputs()) {
        std::vector<std::pair<int, std::size_t>> way; // layer, next of its inputs
        const auto enter = [&](const std::string& name) {
            const int layer = index.at(name);
            const auto at = static_cast<std::size_t>(layer);
            if (finished[at] || met[at] >= 0)
                return;
            met[at] = meetings++;
            way.emplace_back(layer, 0);
        };
        enter(output.layer);
        while (!way.empty()) {
            auto& [layer, next] = way.back();
            const auto at = static_cast<std::size_t>(layer);
            if (next < model.layers[at].inputs.size()) {
                enter(model.layers[at].inputs[next++].layer);
            } else {
                finished[at] = true;
                inputsFirst.push_back(layer);
                way.pop_back();
            }
        }
    }
    std::vector<int> depth(count, -1); // steps to the farthest output
    for (auto layer = inputsFirst.rbegin(); layer != inputsFirst.rend(); ++layer) {
        int& own = depth[static_cast<std::size_t>(*layer)];
        own = std::max(own, 0);
        for (const TensorRef& input : model.layers[static_cast<std::size_t>(*layer)].inputs) {
            int& before = depth[static_cast<std::size_t>(index.at(input.layer))];
            before = std::max(before, own + 1);
        }
    }
    std::vector<int> order(count);
    for (std::size_t i = 0; i < count; ++i)
        order[i] = static_cast<int>(i);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        const auto first = static_cast<std::size_t>(a);
        const auto second = static_cast<std::size_t>(b);
        return depth[first] != depth[second] ? depth[first] > depth[second] : met[first] < met[second];
    });
    return order;
}

namespace {
std::vector<Shape> incoming(const ModelSpec& model, const ModelAnalysis& analysis, const LayerSpec& layer)
{
    std::vector<Shape> shapes;
    for (const TensorRef& input : layer.inputs)
        for (std::size_t i = 0; i < model.layers.size(); ++i)
            if (model.layers[i].name == input.layer)
                shapes.push_back(analysis.layers[i].outputs[static_cast<std::size_t>(input.index)]);
    return shapes;
}

std::vector<LayerTree> innerTrees(const ModelSpec& model, const std::string& prefix,
                                  const std::map<std::string, int>& layers)
{
    std::vector<LayerTree> trees;
    const ModelAnalysis analysis = analyse(model);
    for (const int i : layerOrder(model)) {
        LayerTree tree{model.layers[static_cast<std::size_t>(i)], -1, {}};
        const std::string name = prefix + tree.spec.name;
        if (isNested(tree.spec)) {
            const ModelSpec inner = *innerModel(tree.spec, incoming(model, analysis, tree.spec));
            const Json trainable = tree.spec.config.value("trainable", Json());
            tree.spec.config = nestedConfig(inner); // now with the Input layer that may be left out
            if (!trainable.is_null())
                tree.spec.config["trainable"] = trainable;
            tree.spec.className = isChain(inner) ? tree.spec.className : "Functional";
            tree.inner = innerTrees(inner, name + "/", layers);
        } else if (const auto found = layers.find(name); found != layers.end()) {
            tree.layer = found->second;
        }
        trees.push_back(std::move(tree));
    }
    return trees;
}
} // namespace

LayerTree layerTree(const Network& network, const std::string& name)
{
    std::map<std::string, int> layers;
    for (std::size_t i = 0; i < network.layers().size(); ++i)
        layers.emplace(network.layers()[i].spec.name, static_cast<int>(i));
    const ModelSpec& spec = network.spec();
    return {{isChain(spec) ? "Sequential" : "Functional", name, Json::object(), {}},
            -1,
            innerTrees(spec, "", layers)};
}

std::vector<int> layersOf(const LayerTree& tree)
{
    if (tree.inner.empty())
        return tree.layer >= 0 ? std::vector<int>{tree.layer} : std::vector<int>();
    std::vector<int> all;
    for (const LayerTree& inner : tree.inner) {
        const std::vector<int> some = layersOf(inner);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

std::vector<int> variablesOf(const Network& network, const LayerTree& tree)
{
    std::vector<int> all;
    for (const int layer : layersOf(tree)) {
        const std::vector<int>& own = network.layers()[static_cast<std::size_t>(layer)].variables;
        all.insert(all.end(), own.begin(), own.end());
    }
    std::stable_partition(all.begin(), all.end(), [&](int variable) {
        return network.variables()[static_cast<std::size_t>(variable)].trainable;
    });
    return all;
}

bool isChain(const ModelSpec& model)
{
    const std::vector<LayerSpec>& layers = model.layers;
    if (layers.empty() || layers[0].className != "InputLayer" || layers.size() < 2)
        return false;
    for (std::size_t i = 1; i < layers.size(); ++i)
        if (layers[i].inputs != std::vector<TensorRef>{{layers[i - 1].name, 0}})
            return false;
    const TensorRef last{layers.back().name, 0};
    const TensorRef first{layers[0].name, 0};
    return model.effectiveOutputs() == std::vector<TensorRef>{last}
    && model.effectiveInputs() == std::vector<TensorRef>{first};
}

} // namespace lamina::keras
