// BatchNormalization, LayerNormalization, Normalization. PyTorch's momentum counts what is new, Keras' what
// stays.
#include "engine/code/python.h"
#include "engine/code/torch_form.h"
#include "engine/model/joining.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace lamina::torch {

using namespace code;

namespace {
// Of gamma and beta PyTorch has both or none: the one that Keras has not stays as it is.
void scaleAndOffset(const TorchLayer& layer, TorchForm& form)
{
    int parameter = 0;
    for (const auto& [field, target] : {std::pair("scale", "weight"), std::pair("center", "bias")})
        if (layer.attributes.flag(field))
            form.weights.push_back({target, parameter++, "{}"});
        else if (layer.attributes.flag("scale") || layer.attributes.flag("center"))
            form.modules.push_back(layer.self + "." + target + ".requires_grad_(False)  # " + field
                                   + "=False");
}

std::string affine(const TorchLayer& layer, const char* argument)
{
    return layer.attributes.flag("scale") || layer.attributes.flag("center")
        ? std::string()
        : std::string(", ") + argument + "=False";
}

TorchForm batch(const TorchLayer& layer)
{
    const int rank = layer.x().rank();
    if (rank > 4)
        return forms::missing(LAMINA_TEXT(
            "code",
            "Layer '%1' (%2) cannot be written in PyTorch, which normalises samples of at most four axes"));
    TorchForm form = forms::plain(layer.self + "({0})", Axes::ChannelsFirst);
    const std::string axes = std::to_string(std::max(rank - 1, 1));
    form.modules = {layer.self + " = nn.BatchNorm" + axes + "d(" + std::to_string(layer.x()[-1])
                    + ", eps=" + python::number(layer.attributes.real("epsilon")) + ", momentum="
                    + python::number(std::round((1 - layer.attributes.real("momentum")) * 1e12) / 1e12)
                    + affine(layer, "affine") + ")"};
    scaleAndOffset(layer, form);
    const int trained = static_cast<int>(form.weights.size());
    form.weights.push_back({"running_mean", trained, "{}"});
    form.weights.push_back({"running_var", trained + 1, "{}"});
    return form;
}

// Other axes than the last, by the formula.
TorchForm acrossAxes(const TorchLayer& layer, const std::vector<int>& axes)
{
    std::vector<Index> kept(static_cast<std::size_t>(layer.x().rank()), 1);
    std::vector<Index> over;
    for (const int axis : axes) {
        kept[static_cast<std::size_t>(axis)] = layer.x()[axis];
        over.push_back(axis + 1);
    }
    const std::string shape = python::tuple(kept);
    const std::string name = layer.self.substr(5);
    const std::string dims = over.size() == 1 ? std::to_string(over[0]) : python::tuple(over);
    TorchForm form;
    form.before = {name + "_centred = {0} - {0}.mean(dim=" + dims + ", keepdim=True)",
                   name + "_variance = " + name + "_centred.square().mean(dim=" + dims + ", keepdim=True)"};
    std::string result = name + "_centred / (" + name + "_variance + "
        + python::number(layer.attributes.real("epsilon")) + ").sqrt()";
    int parameter = 0;
    for (const auto& [field, part, start] :
         {std::tuple("scale", "_gamma", "ones"), std::tuple("center", "_beta", "zeros")})
        if (layer.attributes.flag(field)) {
            form.modules.push_back(layer.self + part + " = nn.Parameter(torch." + start + shape + ")");
            form.weights.push_back({part, parameter++, "{}.reshape" + shape});
            result +=
                (parameter == 1 && std::string_view(field) == "scale" ? " * " : " + ") + layer.self + part;
        }
    form.results = {result};
    return form;
}

TorchForm layerwise(const TorchLayer& layer)
{
    const Shape& x = layer.x();
    std::vector<int> axes;
    for (const Index axis : layer.attributes.wholes("axis"))
        axes.push_back(sampleAxis(axis, x));
    std::ranges::sort(axes);
    std::vector<Index> sizes;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        if (axes[i] != x.rank() - static_cast<int>(axes.size() - i))
            return acrossAxes(layer, axes);
        sizes.push_back(x[axes[i]]);
    }
    TorchForm form = forms::plain(layer.self + "({0})");
    form.modules = {layer.self + " = nn.LayerNorm("
                    + (sizes.size() == 1 ? std::to_string(sizes[0]) : python::tuple(sizes))
                    + ", eps=" + python::number(layer.attributes.real("epsilon"))
                    + affine(layer, "elementwise_affine") + ")"};
    scaleAndOffset(layer, form);
    return form;
}

TorchForm fixed(const TorchLayer& layer)
{
    const Shape& x = layer.x();
    std::vector<Index> kept(static_cast<std::size_t>(x.rank()), 1);
    for (const Index axis : layer.attributes.wholes("axis"))
        kept[static_cast<std::size_t>(sampleAxis(axis, x))] = x[sampleAxis(axis, x)];
    const std::string shape = python::tuple(kept);
    const std::string mean = layer.self + "_mean";
    const std::string variance = layer.self + "_variance";
    const std::string deviation = variance + ".sqrt().clamp(min=1e-7)";
    TorchForm form = forms::plain(layer.attributes.flag("invert") ? mean + " + {0} * " + deviation
                                                                  : "({0} - " + mean + ") / " + deviation);
    const bool given = !layer.attributes.isNull("mean");
    for (const char* name : {"mean", "variance"}) {
        const std::string start = std::string_view(name) == "mean" ? "torch.zeros(" : "torch.ones(";
        std::string values = start + shape.substr(1, shape.size() - 2) + ")";
        if (given) {
            std::vector<std::string> numbers;
            for (const double each : layer.attributes.reals(name))
                numbers.push_back(python::number(each));
            values = "torch.tensor(" + python::bracketed("[", numbers, "]", 1000) + ")";
            if (numbers.size() > 1)
                values += ".reshape" + shape;
        }
        form.modules.push_back("self.register_buffer(" + python::quote(layer.self.substr(5) + "_" + name)
                               + ", " + values + ")");
        if (!given)
            form.weights.push_back(
                {std::string("_") + name, std::string_view(name) == "mean" ? 0 : 1, "{}.reshape" + shape});
    }
    return form;
}
} // namespace

const TorchFamily& normalisation()
{
    static const TorchFamily family{
        {{"BatchNormalization", batch}, {"LayerNormalization", layerwise}, {"Normalization", fixed}}};
    return family;
}

} // namespace lamina::torch
