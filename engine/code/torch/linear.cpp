// Dense, Embedding.
#include "engine/code/python.h"
#include "engine/code/torch_form.h"

namespace lamina::torch {

using namespace code;

namespace {
TorchForm dense(const TorchLayer& layer)
{
    const bool bias = layer.attributes.flag("use_bias");
    TorchForm form = forms::plain(layer.self + "({0})");
    form.modules = {layer.self + " = nn.Linear(" + std::to_string(layer.x()[-1]) + ", "
                    + std::to_string(layer.attributes.whole("units")) + (bias ? ")" : ", bias=False)")};
    form.weights = {{"weight", 0, "{}.T"}};
    if (bias)
        form.weights.push_back({"bias", 1, "{}"});
    return form;
}

TorchForm embedding(const TorchLayer& layer)
{
    TorchForm form = forms::plain(layer.self + "({0}.long())");
    form.modules = {layer.self + " = nn.Embedding(" + std::to_string(layer.attributes.whole("input_dim"))
                    + ", " + std::to_string(layer.attributes.whole("output_dim")) + ")"};
    form.weights = {{"weight", 0, "{}"}};
    if (layer.attributes.flag("mask_zero"))
        form.mask = "{0} != 0";
    return form;
}
} // namespace

const TorchFamily& linear()
{
    static const TorchFamily family{{{"Dense", dense}, {"Embedding", embedding}}};
    return family;
}

} // namespace lamina::torch
