// What an optimizer has kept, in the layouts of ten years of Keras.
#include "engine/formats/keras_groups.h"

#include "engine/model/optimizer_type.h"

#include <algorithm>
#include <cstdlib>

namespace lamina::keras {

namespace {
std::vector<int> trainedVariables(const Network& network)
{
    std::vector<int> trained;
    for (const int variable : variablesOf(network, layerTree(network, {})))
        if (network.variables()[static_cast<std::size_t>(variable)].trainable)
            trained.push_back(variable);
    return trained;
}

// Slot and variable of each array, in the order in which Keras lists them.
using Order = std::vector<std::pair<int, int>>;

Order orderOf(const std::vector<int>& variables, const std::vector<std::vector<int>>& slots)
{
    Order order;
    for (const std::vector<int>& together : slots)
        for (const int variable : variables)
            for (const int slot : together)
                order.emplace_back(slot, variable);
    return order;
}

bool fits(const Network& network, const std::vector<const hdf5::Node*>& arrays, const Order& order)
{
    if (arrays.size() != order.size())
        return false;
    for (std::size_t i = 0; i < arrays.size(); ++i)
        if (arrays[i]->dataset->shape != network.variables()[static_cast<std::size_t>(order[i].second)].shape)
            return false;
    return true;
}

struct Listed {
    std::vector<const hdf5::Node*> nodes;
    bool legacy = false;
};

// In the order of Keras' list of them; nothing where there is none.
std::optional<Listed> listed(const hdf5::Tree& file)
{
    Listed result;
    if (const hdf5::Node* group = file.find(file.root(), "optimizer_weights")) {
        const std::optional<std::vector<std::string>> names = file.names(*group, "weight_names");
        if (!names || names->empty())
            return std::nullopt;
        for (const std::string& name : *names)
            result.nodes.push_back(file.find(*group, name));
        // "iteration:0" since 2.11; "iter:0", "Adam/iterations:0" … before
        result.legacy = names->front() != "iteration:0" && names->front() != "iteration";
    } else if (const hdf5::Node* variables = file.find(file.root(), "optimizer/vars")) {
        for (std::size_t i = 0; i < variables->children.size(); ++i)
            result.nodes.push_back(file.find(*variables, std::to_string(i)));
    }
    if (result.nodes.empty())
        return std::nullopt;
    return result;
}

// Weights alone have no configuration; Keras 3 writes the optimizer's name beside its numbers, which is that
// of its class unless somebody has given it another.
std::string named(const hdf5::Tree& file)
{
    const hdf5::Node* variables = file.find(file.root(), "optimizer/vars");
    const std::string name = variables ? file.text(*variables, "name").value_or("") : std::string();
    const OptimizerType* type = optimizers::find(name);
    return type ? type->className : name;
}
} // namespace

std::optional<OptimizerState> readOptimizer(const hdf5::Tree& file, const Network& network,
                                            const PartSpec& optimizer, std::string compiledWith,
                                            std::vector<Text>& notes)
{
    const OptimizerType* type = optimizers::find(optimizer.className);
    std::optional<Listed> list = listed(file);
    if (!type || !list)
        return std::nullopt;
    if (compiledWith.empty())
        compiledWith = named(file);
    if (compiledWith.empty()) {
        notes.emplace_back(LAMINA_TEXT("formats",
                                       "The file with the weights does not tell which optimizer's state it "
                                       "holds; %1 starts without it"),
                           type->className);
        return std::nullopt;
    }
    if (compiledWith != type->className) {
        notes.emplace_back(
            LAMINA_TEXT("formats", "The file with the weights holds the state of %1; %2 starts without it"),
            compiledWith, type->className);
        return std::nullopt;
    }
    const auto complain = [&] {
        notes.emplace_back(
            LAMINA_TEXT("formats", "What %1 had kept does not fit the model; training starts it anew"),
            type->className);
        return std::nullopt;
    };
    std::vector<const hdf5::Node*>& arrays = list->nodes;
    for (const hdf5::Node* node : arrays)
        if (!node || !node->dataset)
            return complain();
    OptimizerState state;
    state.optimizer = optimizer;
    const std::optional<Index> step = file.whole(*arrays[0]);
    if (!step || *step < 0)
        return complain();
    state.step = *step;
    const std::vector<int> variables = trainedVariables(network);
    const int slots = static_cast<int>(type->slots(Attributes(type->fields, optimizer.config)).size());
    // Before the arrays stand single numbers: steps, in Keras 3 the learning rate, Nadam's product. Keras up
    // to 2.3 put a row of ones after them where Adam without AMSGrad keeps no largest mean.
    const auto isNumber = [](const hdf5::Node* node) { return node->dataset->shape.rank() == 0; };
    arrays.erase(arrays.begin(), std::find_if_not(arrays.begin(), arrays.end(), isNumber));
    const std::size_t wanted = variables.size() * static_cast<std::size_t>(slots);
    if (list->legacy && arrays.size() == wanted + variables.size()
        && std::all_of(arrays.begin() + static_cast<std::ptrdiff_t>(wanted), arrays.end(),
                       [](const hdf5::Node* node) { return node->dataset->shape == Shape{1}; }))
        arrays.resize(wanted);
    // SGD without momentum keeps nothing here; Keras kept velocities all the same.
    if (slots == 0)
        return state;
    Order order = orderOf(variables, slotOrder(type->className, slots, list->legacy));
    if (!fits(network, arrays, order))
        order = orderOf(variables, slotOrder(type->className, slots, !list->legacy));
    if (!fits(network, arrays, order))
        return complain();
    for (int slot = 0; slot < slots; ++slot)
        state.kept.emplace_back(network.weightCount());
    for (std::size_t i = 0; i < arrays.size(); ++i) {
        const Variable& variable = network.variables()[static_cast<std::size_t>(order[i].second)];
        Buffer& slot = state.kept[static_cast<std::size_t>(order[i].first)];
        if (!file.floats(*arrays[i],
                         slot.values().subspan(static_cast<std::size_t>(variable.offset),
                                               static_cast<std::size_t>(variable.count))))
            return complain();
    }
    return state;
}

bool writeOptimizer(const hdf5::Handle& file, const Network& network, const OptimizerState& state,
                    Version version)
{
    const OptimizerType* type = optimizers::find(state.optimizer.className);
    if (!type)
        return true;
    const std::vector<std::string> slots = type->slots(Attributes(type->fields, state.optimizer.config));
    const Order order =
        orderOf(trainedVariables(network), slotOrder(type->className, static_cast<int>(slots.size()), false));
    const hdf5::Handle group =
        hdf5::createGroup(file, version == Version::Two ? "optimizer_weights" : "optimizer/vars");
    if (!group)
        return false;
    std::vector<std::string> names{version == Version::Two ? "iteration:0" : "0"};
    if (!hdf5::writeWhole(group, names[0], state.step))
        return false;
    if (version == Version::Three) {
        const auto rate = static_cast<float>(
            Attributes(type->fields, state.optimizer.config).value("learning_rate").is_number()
                ? Attributes(type->fields, state.optimizer.config).real("learning_rate")
                : 0.0);
        names.emplace_back("1");
        if (!hdf5::writeText(group, "name", type->aliases.front())
            || !hdf5::writeFloats(group, "1", Shape{}, &rate))
            return false;
    }
    for (const auto& [slot, index] : order) {
        const Variable& variable = network.variables()[static_cast<std::size_t>(index)];
        const std::string& layer = network.layers()[static_cast<std::size_t>(variable.layer)].spec.name;
        names.push_back(version == Version::Two
                            ? std::string(type->className) + "/" + slots[static_cast<std::size_t>(slot)] + "/"
                                + layer + "/" + variable.name + ":0"
                            : std::to_string(names.size()));
        if (!hdf5::writeFloats(group, names.back(), variable.shape,
                               state.kept[static_cast<std::size_t>(slot)].data() + variable.offset))
            return false;
    }
    return version == Version::Three || hdf5::writeNames(group, "weight_names", names);
}

} // namespace lamina::keras
