#include "engine/code/torch_form.h"

#include "engine/code/python.h"

#include <algorithm>

namespace lamina::code {

const TorchWriter* findTorchWriter(std::string_view className)
{
    for (const TorchFamily* family : torch::all())
        for (const TorchWriter& writer : family->layers)
            if (writer.className == className)
                return &writer;
    return nullptr;
}

int TorchLayer::axis(int ofSample, Axes axes) const
{
    if (axes == Axes::AsKeras || x().rank() < 2)
        return ofSample + 1;
    return ofSample == x().rank() - 1 ? 1 : ofSample + 2;
}

namespace forms {
TorchForm plain(std::string expression, Axes axes)
{
    TorchForm form;
    form.results = {std::move(expression)};
    form.reads = form.gives = axes;
    return form;
}

TorchForm anyAxes(const TorchLayer& layer, std::string expression)
{
    return plain(std::move(expression), layer.given);
}

TorchForm missing(TextId why)
{
    TorchForm form;
    form.missing = why;
    return form;
}

std::string activated(ActivationKind kind, const std::string& x, const TorchLayer& layer, Axes axes)
{
    switch (kind) {
    case ActivationKind::Linear:
        return x;
    case ActivationKind::Relu:
        return "F.relu(" + x + ")";
    case ActivationKind::Sigmoid:
        return "torch.sigmoid(" + x + ")";
    case ActivationKind::Tanh:
        return "torch.tanh(" + x + ")";
    case ActivationKind::Softmax:
        return "F.softmax(" + x
            + ", dim=" + (axes == Axes::ChannelsFirst && layer.y().rank() > 1 ? "1" : "-1") + ")";
    case ActivationKind::Elu:
        return "F.elu(" + x + ")";
    case ActivationKind::Selu:
        return "F.selu(" + x + ")";
    case ActivationKind::Softplus:
        return "F.softplus(" + x + ")";
    case ActivationKind::Softsign:
        return "F.softsign(" + x + ")";
    case ActivationKind::Swish:
        return "F.silu(" + x + ")";
    case ActivationKind::Gelu:
        return "F.gelu(" + x + ")";
    case ActivationKind::Exponential:
        return "torch.exp(" + x + ")";
    case ActivationKind::HardSigmoid:
        return "torch.clamp(0.2 * " + x + " + 0.5, 0, 1)";
    case ActivationKind::Mish:
        return "F.mish(" + x + ")";
    }
    return x;
}

std::string sizes(const std::vector<Index>& sizes)
{
    if (std::ranges::all_of(sizes, [&](Index size) { return size == sizes[0]; }))
        return std::to_string(sizes[0]);
    return python::tuple(sizes);
}

std::string filled(std::string text, const std::vector<std::string>& inputs, const std::string& mask)
{
    const auto replace = [&](const std::string& place, const std::string& with) {
        for (std::size_t at = text.find(place); at != std::string::npos;
             at = text.find(place, at + with.size()))
            text.replace(at, place.size(), with);
    };
    for (std::size_t i = 0; i < inputs.size(); ++i)
        replace("{" + std::to_string(i) + "}", inputs[i]);
    replace("{mask}", mask);
    return text;
}

std::string permuted(const std::string& x, int rank, Axes to)
{
    std::string order = to == Axes::ChannelsFirst ? "0, " + std::to_string(rank) : "0";
    for (int axis = 1; axis < rank; ++axis)
        order += ", " + std::to_string(to == Axes::ChannelsFirst ? axis : axis + 1);
    if (to == Axes::AsKeras)
        order += ", 1";
    return x + ".permute(" + order + ")";
}
} // namespace forms

} // namespace lamina::code
