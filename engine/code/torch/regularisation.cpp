// Layers that do something in training alone.
#include "engine/code/python.h"
#include "engine/code/torch_form.h"

#include <cmath>

namespace lamina::torch {

using namespace code;

namespace {
TorchForm dropped(const TorchLayer& layer, const char* module, Axes axes)
{
    TorchForm form = forms::plain(layer.self + "({0})", axes);
    form.modules = {layer.self + " = nn." + module + "(" + python::number(layer.attributes.real("rate"))
                    + ")"};
    return form;
}

TorchForm each(const TorchLayer& layer)
{
    return dropped(layer, "Dropout", layer.given);
}

TorchForm channels1d(const TorchLayer& layer)
{
    return dropped(layer, "Dropout1d", Axes::ChannelsFirst);
}

TorchForm channels2d(const TorchLayer& layer)
{
    return dropped(layer, "Dropout2d", Axes::ChannelsFirst);
}

TorchForm added(const TorchLayer& layer)
{
    return forms::anyAxes(layer,
                          "{0} + " + python::number(layer.attributes.real("stddev"))
                              + " * torch.randn_like({0}) if self.training else {0}");
}

TorchForm multiplied(const TorchLayer& layer)
{
    const double rate = layer.attributes.real("rate");
    return forms::anyAxes(layer,
                          "{0} * (1 + " + python::number(std::sqrt(rate / (1 - rate)))
                              + " * torch.randn_like({0})) if self.training else {0}");
}
} // namespace

const TorchFamily& regularisation()
{
    static const TorchFamily family{{{"Dropout", each},
                                     {"SpatialDropout1D", channels1d},
                                     {"SpatialDropout2D", channels2d},
                                     {"GaussianNoise", added},
                                     {"GaussianDropout", multiplied}}};
    return family;
}

} // namespace lamina::torch
