// LayerNormalization: the numbers along some axes of a sample brought to mean 0 and variance 1, then scaled
// and shifted (Ba, Kiros, Hinton 2016).   x [..., f]   gamma, beta [f]   y as x
#include "engine/kernels/layer_norm.h"
#include "engine/model/common_fields.h"
#include "engine/model/joining.h"

#include <algorithm>
#include <numeric>

namespace lamina::layers {

namespace {
const std::array normFields{
    Field{.name = "axis",
          .kind = FieldKind::WholeList,
          .defaultJson = "-1",
          .label = LAMINA_TEXT("layers", "Axis"),
          .help = LAMINA_TEXT("layers", "Along which numbers are brought together; -1: the last"),
          .minimum = -8,
          .maximum = 8},
    fields::real("epsilon", "0.001", 0, 1, LAMINA_TEXT("layers", "Epsilon"),
                 LAMINA_TEXT("layers", "Added to the variance before its root")),
    fields::flag("center", "true", LAMINA_TEXT("layers", "Center"),
                 LAMINA_TEXT("layers", "Add a trained offset (beta)")),
    fields::flag("scale", "true", LAMINA_TEXT("layers", "Scale"),
                 LAMINA_TEXT("layers", "Multiply by a trained factor (gamma)")),
    fields::initializer("beta_initializer", "\"zeros\"", LAMINA_TEXT("layers", "Beta initializer")),
    fields::initializer("gamma_initializer", "\"ones\"", LAMINA_TEXT("layers", "Gamma initializer")),
    fields::regularizer("beta_regularizer", LAMINA_TEXT("layers", "Beta regularizer")),
    fields::regularizer("gamma_regularizer", LAMINA_TEXT("layers", "Gamma regularizer")),
    fields::constraint("beta_constraint", LAMINA_TEXT("layers", "Beta constraint")),
    fields::constraint("gamma_constraint", LAMINA_TEXT("layers", "Gamma constraint")),
};

// Sorted, without the batch; empty if one is not there or named twice.
std::vector<int> axesOf(const Attributes& attributes, const Shape& shape)
{
    std::vector<int> axes;
    for (const Index given : attributes.wholes("axis")) {
        const int axis = sampleAxis(given, shape);
        if (axis < 0 || std::ranges::find(axes, axis) != axes.end())
            return {};
        axes.push_back(axis);
    }
    std::ranges::sort(axes);
    return axes;
}

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    const std::vector<int> axes = axesOf(attributes, x);
    if (axes.empty())
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("layers", "An input of shape %1 cannot be normalised along axis %2"),
                 x.textWithBatch(), attributes.value("axis").dump()),
            {.path = "config.axis"},
            LAMINA_TEXT("layers", "name axes of it, each once; the batch is axis 0, the last is -1")};
    std::vector<Index> sizes;
    for (const int axis : axes)
        sizes.push_back(x[axis]);
    Signature result{.outputs = {x}, .parameters = {}, .flops = 8.0 * static_cast<double>(x.elements())};
    if (attributes.flag("scale"))
        result.parameters.push_back(fields::parameter(attributes, "gamma", Shape(sizes)));
    if (attributes.flag("center"))
        result.parameters.push_back(fields::parameter(attributes, "beta", Shape(sizes)));
    return result;
}

// For axes that are not the last ones: where each number of the rows stands in a sample.
std::vector<Index> placesOf(const Shape& shape, const std::vector<int>& axes)
{
    std::vector<int> order; // the kept axes, then the normalised ones
    for (int axis = 0; axis < shape.rank(); ++axis)
        if (std::ranges::find(axes, axis) == axes.end())
            order.push_back(axis);
    order.insert(order.end(), axes.begin(), axes.end());
    if (std::ranges::is_sorted(order))
        return {};
    std::vector<Index> places(static_cast<std::size_t>(shape.elements()));
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto rest = static_cast<Index>(i);
        for (auto axis = order.rbegin(); axis != order.rend(); ++axis) {
            Index stride = 1;
            for (int behind = *axis + 1; behind < shape.rank(); ++behind)
                stride *= shape[behind];
            places[i] += rest % shape[*axis] * stride;
            rest /= shape[*axis];
        }
    }
    return places;
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    const Shape& x = request.inputs[0];
    const std::vector<int> axes = axesOf(request.attributes, x);
    LayerNormGeometry g{.epsilon = static_cast<float>(request.attributes.real("epsilon")),
                        .places = placesOf(x, axes)};
    for (const int axis : axes)
        g.width *= x[axis];
    g.rows = x.elements() / g.width;
    if (request.attributes.flag("scale"))
        g.gamma = 0;
    if (request.attributes.flag("center"))
        g.beta = g.gamma + 1; // -1 + 1 is 0 without gamma
    return makeLayerNormKernel(std::move(g), request);
}
} // namespace

const LayerType& layer_normalization()
{
    static const LayerType type{
        .className = "LayerNormalization",
        .label = LAMINA_TEXT("layers", "Layer normalization"),
        .help = LAMINA_TEXT("layers", "Brings the numbers of each sample to mean 0 and variance 1"),
        .family = Family::Normalisation,
        .fields = normFields,
        .signature = signature,
        .compile = compile,
        .examples = {{R"({})", {{5}}},
                     {R"({})", {{3, 20}}},
                     {R"({"axis": [1, 2], "scale": false})", {{3, 4}}},
                     {R"({"axis": 1, "epsilon": 0.01})", {{4, 3}}},
                     {R"({"axis": [1, 3], "center": false})", {{2, 3, 4}}},
                     {R"({"center": false, "scale": false})", {{2, 6}}}},
        .mask = MaskRule::Passes};
    return type;
}

} // namespace lamina::layers
