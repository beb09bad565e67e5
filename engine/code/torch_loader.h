// What puts the weights of a file of Keras' into a model of PyTorch's.
#pragma once

#include "engine/code/lines.h"
#include "engine/code/torch_form.h"

namespace lamina::code {

struct LoadedLayer {
    int layer = 0; // in Network::layers()
    std::string module; // "model.conv_1"
    std::vector<TorchWeight> weights;
};

Lines torchLoader(const Network& network, const std::vector<LoadedLayer>& layers);

} // namespace lamina::code
