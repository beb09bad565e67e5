#include "engine/formats/keras_groups.h"

#include "engine/formats/keras_paths.h"

#include <algorithm>
#include <set>

namespace lamina::keras {

namespace {
Fault damaged(const std::string& file, const std::string& place)
{
    return {FaultKind::Input, LAMINA_TEXT("formats", "The model file is damaged"), Place{file, place, {}},
            LAMINA_TEXT("formats", "take another copy of it")};
}

Text sameModel()
{
    return LAMINA_TEXT("formats", "use weights that were saved from the same model");
}

std::string placeOf(const Network& network, int variable)
{
    const Variable& its = network.variables()[static_cast<std::size_t>(variable)];
    return network.layers()[static_cast<std::size_t>(its.layer)].spec.name;
}

Result<Found> compared(const Network& network, int variable, const hdf5::Node* node, const std::string& place,
                       const std::string& file)
{
    const Variable& its = network.variables()[static_cast<std::size_t>(variable)];
    if (!node || !node->dataset)
        return damaged(file, place);
    if (node->dataset->shape != its.shape)
        return Fault{FaultKind::Input,
                     Text(LAMINA_TEXT("formats", "The file has %1 numbers for %2, and the model wants %3"),
                          node->dataset->shape.text(), its.name, its.shape.text()),
                     Place{file, place, placeOf(network, variable)}, sameModel()};
    if (!node->dataset->plain)
        return Fault{
            FaultKind::Input, LAMINA_TEXT("formats", "The numbers are packed, which Keras never does"),
            Place{file, place, {}}, LAMINA_TEXT("formats", "load it into Keras and save it from there")};
    return Found{variable, node};
}

// Variables of a group by the names in the file, if these are exactly the names they have here; else by
// order, as Keras reads them.
std::vector<int> paired(const Network& network, const LayerTree& layer, const std::vector<std::string>& names)
{
    std::vector<int> variables = variablesOf(network, layer);
    std::map<std::string, int> own;
    for (const int variable : variables) {
        const std::string flat = placeOf(network, variable); // "outer/inner" of a nested layer
        const std::string name = layer.inner.empty() ? flat : flat.substr(flat.rfind('/') + 1);
        own.emplace(variableName(network, variable, name), variable);
    }
    const std::set<std::string> given(names.begin(), names.end());
    const bool same = own.size() == variables.size() && given.size() == own.size()
        && std::all_of(given.begin(), given.end(),
                       [&](const std::string& name) { return own.contains(name); });
    for (std::size_t i = 0; same && i < names.size(); ++i)
        variables[i] = own.at(names[i]);
    return variables;
}
} // namespace

Result<std::vector<Found>> findByGroups(const hdf5::Tree& file, const hdf5::Node& group,
                                        const Network& network, const std::string& fileName)
{
    const std::optional<std::vector<std::string>> layerNames = file.names(group, "layer_names");
    if (!layerNames)
        return damaged(fileName, "layer_names");
    const LayerTree tree = layerTree(network, {});
    std::vector<const LayerTree*> wanting;
    std::map<std::string, const LayerTree*> byName;
    for (const LayerTree& layer : tree.inner)
        if (!variablesOf(network, layer).empty()) {
            wanting.push_back(&layer);
            byName.emplace(layer.spec.name, &layer);
        }
    struct Given {
        std::string name;
        const hdf5::Node* node;
        std::vector<std::string> weights;
    };
    std::vector<Given> given;
    for (const std::string& name : *layerNames) {
        const hdf5::Node* own = file.find(group, name);
        std::optional<std::vector<std::string>> weights =
            own ? file.names(*own, "weight_names") : std::nullopt;
        if (!weights)
            return damaged(fileName, name);
        if (!weights->empty())
            given.push_back({name, own, std::move(*weights)});
    }
    const bool named = given.size() == wanting.size()
        && std::all_of(given.begin(), given.end(),
                       [&](const Given& each) { return byName.contains(each.name); });
    std::vector<Found> found;
    for (std::size_t g = 0; g < given.size(); ++g) {
        const LayerTree* layer = named ? byName[given[g].name] : g < wanting.size() ? wanting[g] : nullptr;
        const std::vector<int> variables =
            layer ? paired(network, *layer, given[g].weights) : std::vector<int>();
        if (variables.size() != given[g].weights.size())
            return Fault{
                FaultKind::Input,
                Text(LAMINA_TEXT("formats", "The weights of '%1' do not fit the model"), given[g].name),
                Place{fileName, given[g].name, layer ? layer->spec.name : ""}, sameModel()};
        for (std::size_t i = 0; i < variables.size(); ++i) {
            Result<Found> one =
                compared(network, variables[i], file.find(*given[g].node, given[g].weights[i]),
                         given[g].name + "/" + given[g].weights[i], fileName);
            if (!one)
                return one.faults();
            found.push_back(*one);
        }
    }
    if (given.size() < wanting.size())
        return Fault{FaultKind::Input,
                     Text(LAMINA_TEXT("formats", "The file has no weights for layer '%1'"),
                          wanting[given.size()]->spec.name),
                     Place{fileName, {}, wanting[given.size()]->spec.name}, sameModel()};
    return found;
}

namespace {
// Walks down the file beside the tree of layers.
class PathFinder {
public:
    PathFinder(const hdf5::Tree& file, const Network& network, const std::string& fileName)
        : m_file(file), m_network(network), m_fileName(fileName)
    {
    }

    Result<std::vector<Found>> run(const LayerTree& tree)
    {
        model(tree, m_file.root(), "");
        if (!m_faults.empty())
            return m_faults;
        return std::move(m_found);
    }

private:
    void model(const LayerTree& tree, const hdf5::Node& node, const std::string& path)
    {
        const char* list = m_file.find(node, "layers") ? "layers" : "_layer_checkpoint_dependencies"; // 2.12
        std::map<std::string, int> used;
        for (const LayerTree& inner : tree.inner) {
            std::string name = groupName(inner.spec.className);
            if (const int before = used[name]++; before > 0)
                name += "_" + std::to_string(before);
            const std::string place = path + list + "/" + name;
            const hdf5::Node* own = m_file.find(node, std::string(list) + "/" + name);
            if (!inner.inner.empty())
                model(inner, own ? *own : m_none, place + "/");
            else if (inner.layer >= 0)
                layer(inner.layer, own ? *own : m_none, place);
        }
    }

    void layer(int index, const hdf5::Node& node, const std::string& place)
    {
        const std::vector<VariablePlace> places = placesOf(m_network, index);
        if (places.empty())
            return;
        const std::string& name = m_network.layers()[static_cast<std::size_t>(index)].spec.name;
        std::map<std::string, std::size_t> lists; // how many are in each
        for (const VariablePlace& each : places)
            ++lists[each.path.substr(0, each.path.rfind('/'))];
        const bool fits = std::all_of(lists.begin(), lists.end(), [&](const auto& list) {
            const hdf5::Node* variables = m_file.find(node, list.first);
            return variables && variables->children.size() == list.second;
        });
        if (!fits) {
            m_faults.push_back(
                {FaultKind::Input,
                 Text(LAMINA_TEXT("formats", "The weights of '%1' do not fit the model"), name),
                 Place{m_fileName, place, name}, sameModel()});
            return;
        }
        for (const VariablePlace& each : places) {
            Result<Found> one = compared(m_network, each.variable, m_file.find(node, each.path),
                                         place + "/" + each.path, m_fileName);
            if (one)
                m_found.push_back(*one);
            else
                append(m_faults, one.faults());
        }
    }

    const hdf5::Tree& m_file;
    const Network& m_network;
    const std::string& m_fileName;
    const hdf5::Node m_none;
    std::vector<Found> m_found;
    Faults m_faults;
};
} // namespace

Result<std::vector<Found>> findByPaths(const hdf5::Tree& file, const Network& network,
                                       const std::string& fileName)
{
    return PathFinder(file, network, fileName).run(layerTree(network, {}));
}

Result<Buffer> readAll(const hdf5::Tree& file, const Network& network, const std::vector<Found>& found,
                       const std::string& fileName)
{
    // Each variable once, from bytes of its own: then there is no more to make room for than the file is
    // long.
    std::set<int> variables;
    std::uint64_t bytes = 0;
    for (const Found& each : found) {
        variables.insert(each.variable);
        bytes +=
            static_cast<std::uint64_t>(each.node->dataset->shape.elements()) * each.node->dataset->type.size;
    }
    if (variables.size() != network.variables().size() || found.size() != variables.size()
        || bytes > file.size())
        return damaged(fileName, {});
    Buffer weights(network.weightCount());
    for (const Found& each : found) {
        const Variable& variable = network.variables()[static_cast<std::size_t>(each.variable)];
        if (!file.floats(*each.node,
                         weights.values().subspan(static_cast<std::size_t>(variable.offset),
                                                  static_cast<std::size_t>(variable.count))))
            return damaged(fileName, placeOf(network, each.variable) + "/" + variable.name);
    }
    return weights;
}

} // namespace lamina::keras
