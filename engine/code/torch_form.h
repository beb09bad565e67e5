// How a layer is written in PyTorch. The folder torch/ has a file for each family of layers; a layer that
// none of them names is written as a line that says so when the program comes to it.
#pragma once

#include "engine/core/shape.h"
#include "engine/model/network.h"

#include <span>
#include <string>
#include <vector>

namespace lamina::code {

// Where a tensor's channels stand: last, as Keras has them, or behind the batch, as PyTorch's convolutions
// want them. The same for tensors of fewer than two axes beside the batch.
enum class Axes { AsKeras, ChannelsFirst };

// A variable of the layer, put into one of the module's.
struct TorchWeight {
    std::string target; // "weight": of the module's parts, "linear.weight" of a part's
    int parameter = 0; // place in the layer's signature; -1: what is zero
    std::string source; // an expression of {}, the variable as Keras has it: "{}.T"
    bool same = true; // `target` has the same fans as the variable, so that PyTorch's initialisers fit
};

struct TorchLayer {
    const LayerType& type;
    Attributes attributes;
    std::vector<Shape> inputs;
    const Signature& signature;
    std::string self; // what the module is called: "self.conv_1"
    Axes given = Axes::AsKeras; // of all inputs
    bool masked = false; // {mask} says which steps of the first input are real

    const Shape& x() const { return inputs[0]; }
    const Shape& y() const { return signature.outputs[0]; }
    // Of the tensor with its batch, in PyTorch, for an axis of the sample in Keras.
    int axis(int ofSample, Axes axes) const;
};

struct TorchForm {
    std::vector<std::string> modules{}; // lines for __init__
    std::vector<std::string> before{}; // statements before the result; "{0}", "{1}" … are the inputs
    std::vector<std::string> results{}; // an expression for each output
    Axes reads = Axes::AsKeras;
    Axes gives = Axes::AsKeras;
    std::vector<TorchWeight> weights{};
    std::vector<std::string> helpers{}; // what of torch_helpers.h it needs
    std::string mask{}; // the expression of the mask that it makes
    bool joinsMasks = false;
    TextId missing{}; // why there is none, of the layer %1 of class %2; all else is empty then
};

struct TorchWriter {
    const char* className;
    TorchForm (*write)(const TorchLayer&);
};

struct TorchFamily {
    std::vector<TorchWriter> layers;
};

} // namespace lamina::code

namespace lamina::torch {
// Made from the folder.
std::span<const code::TorchFamily* const> all();
} // namespace lamina::torch

namespace lamina::code {

// nullptr: there is none.
const TorchWriter* findTorchWriter(std::string_view className);

namespace forms {
// One expression, and nothing to be kept.
TorchForm plain(std::string expression, Axes axes = Axes::AsKeras);
// What is the same whichever axes the inputs have: they stay as they are.
TorchForm anyAxes(const TorchLayer& layer, std::string expression);
TorchForm missing(TextId why);
std::string activated(ActivationKind kind, const std::string& expression, const TorchLayer& layer, Axes axes);
// "(3, 3)" → "3".
std::string sizes(const std::vector<Index>& sizes);
// "{0}" … replaced.
std::string filled(std::string text, const std::vector<std::string>& inputs, const std::string& mask);
std::string permuted(const std::string& x, int rank, Axes to);
} // namespace forms

} // namespace lamina::code
