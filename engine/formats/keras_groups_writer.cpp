#include "engine/formats/keras_groups.h"
#include "engine/formats/keras_paths.h"

#include <algorithm>
#include <set>

namespace lamina::keras {

namespace {
bool writeVariable(const hdf5::Handle& group, const std::string& path, const Network& network, int index,
                   const Buffer& weights)
{
    const Variable& variable = network.variables()[static_cast<std::size_t>(index)];
    return hdf5::writeFloats(group, path, variable.shape, weights.data() + variable.offset);
}

// Names in a group are those of the layers that lie in it directly or in a model in it; where two would be
// the same, with the models around them.
std::vector<std::string> namesOf(const Network& network, const LayerTree& layer,
                                 const std::vector<int>& variables)
{
    const bool plain = layer.inner.empty();
    for (const bool whole : {false, true}) {
        std::vector<std::string> names;
        for (const int variable : variables) {
            const Variable& its = network.variables()[static_cast<std::size_t>(variable)];
            std::string scope = network.layers()[static_cast<std::size_t>(its.layer)].spec.name;
            if (!plain)
                scope = whole ? scope.substr(layer.spec.name.size() + 1) : scope.substr(scope.rfind('/') + 1);
            names.push_back(variableName(network, variable, scope));
        }
        if (whole || std::set(names.begin(), names.end()).size() == names.size())
            return names;
    }
    return {};
}
} // namespace

bool writeGroups(const hdf5::Handle& group, const Network& network, const Buffer& weights,
                 const char* kerasVersion)
{
    const LayerTree tree = layerTree(network, {});
    std::vector<const LayerTree*> layers;
    for (const LayerTree& layer : tree.inner) // Keras' Sequential does not count its Input layer
        if (tree.spec.className != "Sequential" || layer.spec.className != "InputLayer")
            layers.push_back(&layer);
    std::vector<std::string> layerNames;
    for (const LayerTree* layer : layers)
        layerNames.push_back(layer->spec.name);
    if (!hdf5::writeNames(group, "layer_names", layerNames)
        || !hdf5::writeText(group, "backend", "tensorflow")
        || !hdf5::writeText(group, "keras_version", kerasVersion))
        return false;
    std::stable_sort(layers.begin(), layers.end(),
                     [](const LayerTree* a, const LayerTree* b) { return a->spec.name < b->spec.name; });
    for (const LayerTree* layer : layers) {
        const hdf5::Handle own = hdf5::createGroup(group, layer->spec.name);
        const std::vector<int> variables = variablesOf(network, *layer);
        const std::vector<std::string> names = namesOf(network, *layer, variables);
        if (!own || !hdf5::writeNames(own, "weight_names", names))
            return false;
        for (std::size_t i = 0; i < variables.size(); ++i)
            if (!writeVariable(own, names[i], network, variables[i], weights))
                return false;
    }
    const hdf5::Handle top = hdf5::createGroup(group, "top_level_model_weights");
    return top && hdf5::writeNames(top, "weight_names", {});
}

namespace {
bool writePath(const hdf5::Handle& file, const Network& network, const LayerTree& tree,
               const std::string& path, const Buffer& weights)
{
    const hdf5::Handle own = hdf5::createGroup(file, path + "vars");
    if (!own || !hdf5::writeText(own, "name", tree.spec.name))
        return false;
    if (tree.layer >= 0)
        for (const VariablePlace& place : placesOf(network, tree.layer))
            if (!writeVariable(file, path + place.path, network, place.variable, weights))
                return false;
    std::map<std::string, int> used;
    for (const LayerTree& inner : tree.inner) {
        if (tree.spec.className == "Sequential" && inner.spec.className == "InputLayer")
            continue;
        std::string name = groupName(inner.spec.className);
        if (const int before = used[name]++; before > 0)
            name += "_" + std::to_string(before);
        if (!writePath(file, network, inner, path + "layers/" + name + "/", weights))
            return false;
    }
    return true;
}
} // namespace

bool writePaths(const hdf5::Handle& file, const Network& network, const Buffer& weights,
                const std::string& modelName)
{
    return writePath(file, network, layerTree(network, modelName), "", weights);
}

} // namespace lamina::keras
