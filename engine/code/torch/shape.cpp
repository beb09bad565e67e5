// Layers that lay numbers out in another way.
#include "engine/code/data_code.h"
#include "engine/code/python.h"
#include "engine/code/torch_form.h"

namespace lamina::torch {

using namespace code;

namespace {
std::string joined(const std::vector<Index>& numbers)
{
    std::string text;
    for (const Index number : numbers)
        text += (text.empty() ? "" : ", ") + std::to_string(number);
    return text;
}

TorchForm flatten(const TorchLayer& layer)
{
    return forms::plain(layer.x().rank() == 1 ? "{0}" : "{0}.flatten(1)");
}

TorchForm reshape(const TorchLayer& layer)
{
    return forms::plain("{0}.reshape(-1, " + joined(layer.y().sizes()) + ")");
}

TorchForm permute(const TorchLayer& layer)
{
    return forms::plain("{0}.permute(0, " + joined(layer.attributes.wholes("dims")) + ")");
}

TorchForm repeat(const TorchLayer& layer)
{
    return forms::plain("{0}.unsqueeze(1).repeat(1, " + std::to_string(layer.attributes.whole("n")) + ", 1)");
}

TorchForm rescale(const TorchLayer& layer)
{
    Json config;
    for (const char* field : {"scale", "offset"})
        config[field] = layer.attributes.real(field);
    return forms::anyAxes(layer, rescaled("{0}", config));
}

TorchForm crop(const TorchLayer& layer)
{
    const std::vector<Index> around = layer.attributes.wholes("cropping");
    const auto part = [&](int axis) {
        const Index first = around[static_cast<std::size_t>(2 * axis)];
        return std::to_string(first) + ":" + std::to_string(first + layer.y()[axis]);
    };
    return forms::anyAxes(layer,
                          std::string("{0}[:, ") + (layer.given == Axes::ChannelsFirst ? ":, " : "") + part(0)
                              + ", " + part(1) + "]");
}

TorchForm pad(const TorchLayer& layer)
{
    const std::vector<Index> around = layer.attributes.wholes("padding");
    std::vector<Index> pads{around[2], around[3], around[0], around[1]}; // PyTorch begins with the last axis
    if (layer.given == Axes::AsKeras)
        pads.insert(pads.begin(), {0, 0});
    return forms::anyAxes(layer, "F.pad({0}, " + python::tuple(pads) + ")");
}

TorchForm enlarge(const TorchLayer& layer)
{
    const std::vector<Index> size = layer.attributes.wholes("size");
    const bool picture = layer.x().rank() == 3;
    TorchForm form = forms::plain(layer.self + "({0})", Axes::ChannelsFirst);
    const bool smooth = picture && layer.attributes.text("interpolation") == "bilinear";
    form.modules = {layer.self + " = nn.Upsample(scale_factor="
                    + (size.size() == 1 ? std::to_string(size[0]) : python::tuple(size))
                    + (smooth ? ", mode=\"bilinear\")" : ")")};
    return form;
}
} // namespace

const TorchFamily& shape()
{
    static const TorchFamily family{{{"Flatten", flatten},
                                     {"Reshape", reshape},
                                     {"Permute", permute},
                                     {"RepeatVector", repeat},
                                     {"Rescaling", rescale},
                                     {"Cropping2D", crop},
                                     {"ZeroPadding2D", pad},
                                     {"UpSampling1D", enlarge},
                                     {"UpSampling2D", enlarge}}};
    return family;
}

} // namespace lamina::torch
