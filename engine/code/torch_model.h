// A network as a class of PyTorch's, and what puts Keras' weights into it.
#pragma once

#include "engine/code/lines.h"
#include "engine/core/text.h"
#include "engine/model/network.h"
#include "engine/model/project.h"

namespace lamina::code {

struct TorchModel {
    Lines helpers; // classes and functions that it needs
    Lines model; // class Model(nn.Module)
    Lines loader; // def load_weights(model, path); empty where there are no weights
    std::vector<bool> logits; // of each output: forward() gives what the last activation is made from
    std::vector<std::string> penalties; // terms to be added to the loss
    std::vector<Text> notes; // layers that have no form, and why
    std::vector<Text> untrained; // why it cannot be trained as in Lamina
};

TorchModel torchModel(const Network& network, const TrainingSpec& training);

} // namespace lamina::code
