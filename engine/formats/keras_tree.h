// A network's layers as Keras keeps them: nested as in the spec, and in Keras' own order, which follows from
// the graph alone and by which every weights file is read.
#pragma once

#include "engine/model/network.h"

namespace lamina::keras {

// Keras' order of the layers: from the inputs down by the longest way to an output; at the same depth by when
// a walk back from the outputs first meets them. Layers that lead to no output come last.
std::vector<int> layerOrder(const ModelSpec& model);

struct LayerTree {
    LayerSpec spec;
    int layer = -1; // in Network::layers(); -1 for a model, and for the Input layers inside nested ones
    std::vector<LayerTree> inner; // of a model, in Keras' order
};
// The root is the model itself, with its name; of class Sequential where the layers are a chain.
LayerTree layerTree(const Network& network, const std::string& name);

// All layers in it that compute, in order.
std::vector<int> layersOf(const LayerTree& tree);
// Their variables as Keras lists them: the trained ones, then the others.
std::vector<int> variablesOf(const Network& network, const LayerTree& tree);

// Whether Keras would build it as a Sequential.
bool isChain(const ModelSpec& model);

} // namespace lamina::keras
