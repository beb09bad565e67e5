// The poolings. Means are of the real cells alone, so padding is never counted.
#include "engine/code/python.h"
#include "engine/code/torch_form.h"
#include "engine/kernels/window.h"

#include <algorithm>

namespace lamina::torch {

using namespace code;

namespace {
TorchForm windows(const TorchLayer& layer, bool maximum)
{
    const std::vector<Index> pool = layer.attributes.wholes("pool_size");
    const std::vector<Index> strides =
        layer.attributes.isNull("strides") ? pool : layer.attributes.wholes("strides");
    const Padding padding = layer.attributes.text("padding") == "same" ? Padding::Same : Padding::Valid;
    std::vector<Index> before;
    std::vector<Index> around; // PyTorch begins with the last axis
    bool even = true;
    for (std::size_t axis = 0; axis < pool.size(); ++axis) {
        const Window window =
            placeWindow(layer.x()[static_cast<int>(axis)], pool[axis], strides[axis], 1, padding);
        before.push_back(window.before);
        around.insert(around.begin(), {window.before, window.after});
        even = even && window.before == window.after && 2 * window.before <= pool[axis];
    }
    const std::string picture = pool.size() == 2 ? "2d(" : "1d(";
    std::string module =
        layer.self + " = nn." + (maximum ? "MaxPool" : "AvgPool") + picture + forms::sizes(pool);
    if (strides != pool)
        module += ", stride=" + forms::sizes(strides);
    std::string result = layer.self + "({0})";
    if (!even) {
        const std::string pads = ", " + python::tuple(around);
        result = maximum ? layer.self + "(F.pad({0}" + pads + ", value=float(\"-inf\")))"
                         : layer.self + "(F.pad({0}" + pads + ")) / " + layer.self
                + "(F.pad(torch.ones_like({0})" + pads + "))";
    } else if (const std::string size = forms::sizes(before); size != "0") {
        module += ", padding=" + size + (maximum ? "" : ", count_include_pad=False");
    }
    TorchForm form = forms::plain(result, Axes::ChannelsFirst);
    form.modules = {module + ")"};
    return form;
}

TorchForm largest(const TorchLayer& layer)
{
    return windows(layer, true);
}

TorchForm mean(const TorchLayer& layer)
{
    return windows(layer, false);
}

TorchForm whole(const TorchLayer& layer, const char* function)
{
    std::vector<Index> axes;
    for (int axis = 0; axis < layer.x().rank() - 1; ++axis)
        axes.push_back(layer.axis(axis, layer.given));
    const std::string over = "dim=" + (axes.size() == 1 ? std::to_string(axes[0]) : python::tuple(axes))
        + (layer.attributes.flag("keepdims") ? ", keepdim=True)" : ")");
    return forms::anyAxes(layer, std::string("{0}.") + function + "(" + over);
}

TorchForm wholeLargest(const TorchLayer& layer)
{
    return whole(layer, "amax");
}

TorchForm wholeMean(const TorchLayer& layer)
{
    if (!layer.masked)
        return whole(layer, "mean");
    // Only the steps that the mask lets through; of none the mean is not a number, as in Keras.
    const std::string keep = layer.attributes.flag("keepdims") ? ", keepdim=True)" : ")";
    return forms::plain("({0} * {mask}.unsqueeze(-1)).sum(dim=1" + keep + " / {mask}.unsqueeze(-1).sum(dim=1"
                        + keep);
}
} // namespace

const TorchFamily& pooling()
{
    static const TorchFamily family{{{"MaxPooling1D", largest},
                                     {"MaxPooling2D", largest},
                                     {"AveragePooling1D", mean},
                                     {"AveragePooling2D", mean},
                                     {"GlobalMaxPooling1D", wholeLargest},
                                     {"GlobalMaxPooling2D", wholeLargest},
                                     {"GlobalAveragePooling1D", wholeMean},
                                     {"GlobalAveragePooling2D", wholeMean}}};
    return family;
}

} // namespace lamina::torch
