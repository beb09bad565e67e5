#include "engine/formats/keras_paths.h"

namespace lamina::keras {

namespace {
// Where Keras 3 keeps a variable below its layer's group. Its name tells: "kernel" is the layer's own,
// "lstm_cell/kernel" the cell's, "forward_lstm/lstm_cell/kernel" that of the layer that reads forward.
std::string groupOf(const std::string& className, std::string name)
{
    std::string group = className == "TimeDistributed" ? "layer/" : "";
    for (std::size_t slash = name.find('/'); slash != std::string::npos; slash = name.find('/')) {
        const std::string scope = name.substr(0, slash);
        name.erase(0, slash + 1);
        if (scope.starts_with("forward_"))
            group += "forward_layer/";
        else if (scope.starts_with("backward_"))
            group += "backward_layer/";
        else if (scope.ends_with("_cell"))
            group += "cell/";
    }
    return group + "vars/";
}
} // namespace

std::vector<VariablePlace> placesOf(const Network& network, int layer)
{
    const NetworkLayer& its = network.layers()[static_cast<std::size_t>(layer)];
    std::vector<VariablePlace> places;
    std::map<std::string, int> used;
    for (const int variable : its.variables) {
        const std::string group =
            groupOf(its.spec.className, network.variables()[static_cast<std::size_t>(variable)].name);
        places.push_back({variable, group + std::to_string(used[group]++)});
    }
    return places;
}

std::string variableName(const Network& network, int variable, const std::string& layerName)
{
    return layerName + "/" + network.variables()[static_cast<std::size_t>(variable)].name + ":0";
}

} // namespace lamina::keras
