// The convolutions. Keras pads "same" with the odd cell behind, so the padding stands outside where PyTorch's
// own would lie otherwise.
#include "engine/code/python.h"
#include "engine/code/torch_form.h"
#include "engine/kernels/window.h"

#include <algorithm>

namespace lamina::torch {

using namespace code;

namespace {
struct Padded {
    std::string argument; // of the module: ", padding=1"
    std::string x = "{0}"; // what it reads
};

// All axes of the window, from the first.
Padded padded(const TorchLayer& layer, const std::vector<Index>& kernel)
{
    const std::string mode = layer.attributes.text("padding");
    const std::vector<Index> strides = layer.attributes.wholes("strides");
    const std::vector<Index> dilation = layer.attributes.wholes("dilation_rate");
    if (mode == "valid")
        return {};
    std::vector<Index> before;
    std::vector<Index> after;
    bool unstrided = true;
    for (std::size_t axis = 0; axis < kernel.size(); ++axis) {
        Window window = placeWindow(layer.x()[static_cast<int>(axis)], kernel[axis], strides[axis],
                                    dilation[axis], Padding::Same);
        if (mode == "causal")
            window = {.output = 0, .before = (kernel[axis] - 1) * dilation[axis], .after = 0};
        before.push_back(window.before);
        after.push_back(window.after);
        unstrided = unstrided && strides[axis] == 1;
    }
    if (std::ranges::all_of(before, [](Index n) { return n == 0; }) && before == after)
        return {};
    if (mode == "same" && unstrided)
        return {.argument = ", padding=\"same\""};
    if (before == after)
        return {.argument = ", padding=" + forms::sizes(before)};
    std::vector<Index> around; // PyTorch begins with the last axis
    for (std::size_t axis = kernel.size(); axis-- > 0;)
        around.insert(around.end(), {before[axis], after[axis]});
    return {.argument = {}, .x = "F.pad({0}, " + python::tuple(around) + ")"};
}

std::string settings(const TorchLayer& layer)
{
    std::string text;
    for (const auto& [ours, theirs] :
         {std::pair("strides", "stride"), std::pair("dilation_rate", "dilation")})
        if (const std::string size = forms::sizes(layer.attributes.wholes(ours)); size != "1")
            text += std::string(", ") + theirs + "=" + size;
    return text;
}

std::string numbers(Index in, Index out, const std::vector<Index>& kernel)
{
    return std::to_string(in) + ", " + std::to_string(out) + ", " + forms::sizes(kernel);
}

void addBias(const TorchLayer& layer, TorchForm& form, const char* target)
{
    if (layer.attributes.flag("use_bias"))
        form.weights.push_back({target, static_cast<int>(form.weights.size()), "{}"});
}

std::string biasArgument(const TorchLayer& layer)
{
    return layer.attributes.flag("use_bias") ? "" : ", bias=False";
}

TorchForm ordinary(const TorchLayer& layer)
{
    const std::vector<Index> kernel = layer.attributes.wholes("kernel_size");
    const bool picture = kernel.size() == 2;
    const Index groups = layer.attributes.whole("groups");
    const Padded pads = padded(layer, kernel);
    TorchForm form = forms::plain(layer.self + "(" + pads.x + ")", Axes::ChannelsFirst);
    form.modules = {layer.self + " = nn." + (picture ? "Conv2d(" : "Conv1d(")
                    + numbers(layer.x()[-1], layer.attributes.whole("filters"), kernel) + settings(layer)
                    + pads.argument + (groups > 1 ? ", groups=" + std::to_string(groups) : "")
                    + biasArgument(layer) + ")"};
    form.weights = {{"weight", 0, picture ? "{}.permute(3, 2, 0, 1)" : "{}.permute(2, 1, 0)", groups == 1}};
    addBias(layer, form, "bias");
    return form;
}

// Output channel c · m + j is window j of channel c, in Keras as in PyTorch.
constexpr const char* ofChannels = "{}.flatten(2).permute(2, 0, 1).unsqueeze(1)";

std::string depthwiseModule(const TorchLayer& layer, const std::string& name, const Padded& pads,
                            const std::string& bias)
{
    const Index channels = layer.x()[-1];
    return name + " = nn.Conv2d("
        + numbers(channels, channels * layer.attributes.whole("depth_multiplier"),
                  layer.attributes.wholes("kernel_size"))
        + settings(layer) + pads.argument + ", groups=" + std::to_string(channels) + bias + ")";
}

TorchForm depthwise(const TorchLayer& layer)
{
    const Padded pads = padded(layer, layer.attributes.wholes("kernel_size"));
    TorchForm form = forms::plain(layer.self + "(" + pads.x + ")", Axes::ChannelsFirst);
    form.modules = {depthwiseModule(layer, layer.self, pads, biasArgument(layer))};
    form.weights = {{"weight", 0, ofChannels, false}};
    addBias(layer, form, "bias");
    return form;
}

TorchForm separable(const TorchLayer& layer)
{
    const Padded pads = padded(layer, layer.attributes.wholes("kernel_size"));
    const Index between = layer.x()[-1] * layer.attributes.whole("depth_multiplier");
    TorchForm form = forms::plain(layer.self + "(" + pads.x + ")", Axes::ChannelsFirst);
    form.modules = {layer.self + " = nn.Sequential(",
                    "    " + depthwiseModule(layer, "", pads, ", bias=False").substr(3) + ",",
                    "    nn.Conv2d(" + std::to_string(between) + ", "
                        + std::to_string(layer.attributes.whole("filters")) + ", 1" + biasArgument(layer)
                        + "),",
                    ")"};
    form.weights = {{"[0].weight", 0, ofChannels, false}, {"[1].weight", 1, "{}.permute(3, 2, 0, 1)"}};
    addBias(layer, form, "[1].bias");
    return form;
}

// PyTorch cuts the same off before and behind; what is too much there is added again (output_padding), what
// is too little is cut off outside.
TorchForm transposed(const TorchLayer& layer)
{
    const std::vector<Index> kernel = layer.attributes.wholes("kernel_size");
    const std::vector<Index> strides = layer.attributes.wholes("strides");
    const std::vector<Index> dilation = layer.attributes.wholes("dilation_rate");
    const Padding padding = layer.attributes.text("padding") == "same" ? Padding::Same : Padding::Valid;
    std::vector<Index> cut(2);
    std::vector<Index> added(2);
    bool crop = false;
    for (const int axis : {0, 1}) {
        const auto at = static_cast<std::size_t>(axis);
        const Index whole = (layer.x()[axis] - 1) * strides[at] + (kernel[at] - 1) * dilation[at] + 1;
        const Index size = layer.y()[axis];
        cut[at] = placeWindow(size, kernel[at], strides[at], dilation[at], padding).before;
        const Index behind = whole - cut[at] - size;
        added[at] = std::max<Index>(cut[at] - behind, 0);
        crop = crop || behind > cut[at];
    }
    std::string result = layer.self + "({0})";
    if (crop)
        result += "[:, :, :" + std::to_string(layer.y()[0]) + ", :" + std::to_string(layer.y()[1]) + "]";
    TorchForm form = forms::plain(result, Axes::ChannelsFirst);
    std::string pads;
    if (const std::string size = forms::sizes(cut); size != "0")
        pads += ", padding=" + size;
    if (const std::string size = forms::sizes(added); size != "0")
        pads += ", output_padding=" + size;
    form.modules = {layer.self + " = nn.ConvTranspose2d("
                    + numbers(layer.x()[-1], layer.attributes.whole("filters"), kernel) + settings(layer)
                    + pads + biasArgument(layer) + ")"};
    form.weights = {{"weight", 0, "{}.permute(3, 2, 0, 1)", false}};
    addBias(layer, form, "bias");
    return form;
}
} // namespace

const TorchFamily& convolution()
{
    static const TorchFamily family{{{"Conv1D", ordinary},
                                     {"Conv2D", ordinary},
                                     {"DepthwiseConv2D", depthwise},
                                     {"SeparableConv2D", separable},
                                     {"Conv2DTranspose", transposed}}};
    return family;
}

} // namespace lamina::torch
