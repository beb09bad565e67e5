// Layers that apply a function to each number.
#include "engine/code/python.h"
#include "engine/code/torch_form.h"
#include "engine/model/joining.h"

namespace lamina::torch {

using namespace code;

namespace {
std::string real(const TorchLayer& layer, const char* field)
{
    return python::number(layer.attributes.real(field));
}

// What is applied is the layer's activation, which stands around.
TorchForm named(const TorchLayer& layer)
{
    return forms::anyAxes(layer, "{0}");
}

TorchForm rectified(const TorchLayer& layer)
{
    const double threshold = layer.attributes.real("threshold");
    const double slope = layer.attributes.real("negative_slope");
    std::string text = "F.relu({0})";
    if (threshold != 0 && slope != 0)
        text = "torch.where({0} > " + real(layer, "threshold") + ", {0}, " + real(layer, "negative_slope")
            + " * ({0} - " + real(layer, "threshold") + "))";
    else if (threshold != 0)
        text = "F.threshold({0}, " + real(layer, "threshold") + ", 0.0)";
    else if (slope != 0)
        text = "F.leaky_relu({0}, " + real(layer, "negative_slope") + ")";
    if (!layer.attributes.isNull("max_value"))
        text += ".clamp(max=" + real(layer, "max_value") + ")";
    return forms::anyAxes(layer, text);
}

TorchForm leaky(const TorchLayer& layer)
{
    return forms::anyAxes(layer, "F.leaky_relu({0}, " + real(layer, "alpha") + ")");
}

TorchForm elu(const TorchLayer& layer)
{
    return forms::anyAxes(layer, "F.elu({0}, " + real(layer, "alpha") + ")");
}

TorchForm thresholded(const TorchLayer& layer)
{
    return forms::anyAxes(layer, "F.threshold({0}, " + real(layer, "theta") + ", 0.0)");
}

TorchForm softmax(const TorchLayer& layer)
{
    const int axis = sampleAxis(layer.attributes.wholes("axis")[0], layer.x());
    if (axis == layer.x().rank() - 1)
        return named(layer); // its activation, as the plan has it
    return forms::anyAxes(layer, "F.softmax({0}, dim=" + std::to_string(layer.axis(axis, layer.given)) + ")");
}

TorchForm prelu(const TorchLayer& layer)
{
    const std::string alpha = layer.self + "_alpha";
    TorchForm form = forms::plain("torch.where({0} > 0, {0}, " + alpha + " * {0})");
    const std::string shape = python::tuple(layer.signature.parameters[0].shape.sizes());
    form.modules = {alpha + " = nn.Parameter(torch.zeros" + shape + ")"};
    form.weights = {{"_alpha", 0, "{}"}};
    return form;
}
} // namespace

const TorchFamily& activation()
{
    static const TorchFamily family{{{"Activation", named},
                                     {"ReLU", rectified},
                                     {"LeakyReLU", leaky},
                                     {"ELU", elu},
                                     {"PReLU", prelu},
                                     {"Softmax", softmax},
                                     {"ThresholdedReLU", thresholded}}};
    return family;
}

} // namespace lamina::torch
