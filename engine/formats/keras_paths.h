// Where a layer keeps its variables below its own group: recurrent layers in their cell, wrappers in what
// they wrap.
#pragma once

#include "engine/model/network.h"

namespace lamina::keras {

struct VariablePlace {
    int variable = 0; // of Network::variables()
    std::string path; // Keras 3: "vars/0", "cell/vars/2"
};
// In the order in which the layer declares them.
std::vector<VariablePlace> placesOf(const Network& network, int layer);
// Keras 2: "dense/kernel:0", "lstm/lstm_cell/bias:0"; `layerName` as the name begins.
std::string variableName(const Network& network, int variable, const std::string& layerName);

} // namespace lamina::keras
