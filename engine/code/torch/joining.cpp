// Layers that make one of several. Tensors of one shape are joined as they lie; those that broadcast, as
// Keras has them.
#include "engine/model/joining.h"
#include "engine/code/torch_form.h"

#include <algorithm>

namespace lamina::torch {

using namespace code;

namespace {
TorchForm joined(const TorchLayer& layer, const std::string& expression)
{
    const bool alike = std::ranges::all_of(layer.inputs, [&](const Shape& x) { return x == layer.x(); });
    TorchForm form = forms::plain(expression, alike ? layer.given : Axes::AsKeras);
    form.joinsMasks = true;
    return form;
}

std::string input(std::size_t index)
{
    return "{" + std::to_string(index) + "}";
}

// With axes of 1 behind the batch where the layer's result has more.
std::string broad(const TorchLayer& layer, std::size_t index)
{
    std::string text = input(index);
    const int missing = layer.y().rank() - layer.inputs[index].rank();
    if (missing > 0) {
        text += "[:";
        for (int axis = 0; axis < missing; ++axis)
            text += ", None";
        text += "]";
    }
    return text;
}

std::string between(const TorchLayer& layer, const char* sign)
{
    std::string text = broad(layer, 0);
    for (std::size_t i = 1; i < layer.inputs.size(); ++i)
        text += sign + broad(layer, i);
    return text;
}

std::string nested(const TorchLayer& layer, const std::string& function)
{
    std::string text = broad(layer, 0);
    for (std::size_t i = 1; i < layer.inputs.size(); ++i)
        text = function + "(" + text + ", " + broad(layer, i) + ")";
    return text;
}

TorchForm sum(const TorchLayer& layer)
{
    return joined(layer, between(layer, " + "));
}

TorchForm difference(const TorchLayer& layer)
{
    return joined(layer, between(layer, " - "));
}

TorchForm product(const TorchLayer& layer)
{
    return joined(layer, between(layer, " * "));
}

TorchForm mean(const TorchLayer& layer)
{
    return joined(layer, "(" + between(layer, " + ") + ") / " + std::to_string(layer.inputs.size()));
}

TorchForm largest(const TorchLayer& layer)
{
    return joined(layer, nested(layer, "torch.maximum"));
}

TorchForm smallest(const TorchLayer& layer)
{
    return joined(layer, nested(layer, "torch.minimum"));
}

TorchForm concatenated(const TorchLayer& layer)
{
    const int axis = sampleAxis(layer.attributes.whole("axis"), layer.x());
    TorchForm form = forms::anyAxes(layer,
                                    "torch.cat([" + between(layer, ", ")
                                        + "], dim=" + std::to_string(layer.axis(axis, layer.given)) + ")");
    form.joinsMasks = true;
    return form;
}

// y[p, q, r, s]: what is left of both, in Einstein's way.
TorchForm dot(const TorchLayer& layer)
{
    std::string operands;
    std::string kept;
    std::vector<std::string> inputs;
    char letter = 'c';
    for (std::size_t i = 0; i < 2; ++i) {
        const int axis = sampleAxis(layer.attributes.wholes("axes")[i], layer.inputs[i]);
        operands += i == 0 ? "a" : ",a";
        for (int each = 0; each < layer.inputs[i].rank(); ++each) {
            const char name = each == axis ? 'b' : letter++;
            operands += name;
            if (each != axis)
                kept += name;
        }
        inputs.push_back(layer.attributes.flag("normalize")
                             ? "F.normalize(" + input(i) + ", dim=" + std::to_string(axis + 1) + ")"
                             : input(i));
    }
    return forms::plain("torch.einsum(\"" + operands + "->a" + kept + "\", " + inputs[0] + ", " + inputs[1]
                        + ")" + (kept.empty() ? ".unsqueeze(1)" : ""));
}
} // namespace

const TorchFamily& joining()
{
    static const TorchFamily family{{{"Add", sum},
                                     {"Subtract", difference},
                                     {"Multiply", product},
                                     {"Average", mean},
                                     {"Maximum", largest},
                                     {"Minimum", smallest},
                                     {"Concatenate", concatenated},
                                     {"Dot", dot}}};
    return family;
}

} // namespace lamina::torch
