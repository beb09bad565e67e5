// Dot: products summed along an axis of each input; with normalize, the cosine of the angle between them.
// x1 [p, k, q], x2 [r, k, s]   y [p, q, r, s], or [1] where nothing is left
#include "engine/kernels/batch_product.h"
#include "engine/model/joining.h"

namespace lamina::layers {

namespace {
const std::array dotFields{
    Field{.name = "axes",
          .kind = FieldKind::WholeList,
          .defaultJson = nullptr,
          .label = LAMINA_TEXT("layers", "Axes"),
          .help = LAMINA_TEXT("layers", "The axis of each input that is summed over; 0 is the batch"),
          .minimum = -8,
          .maximum = 8,
          .listLength = 2},
    fields::flag("normalize", "false", LAMINA_TEXT("layers", "Normalize"),
                 LAMINA_TEXT("layers", "Bring both to length 1 first: the cosine of their angle"))};

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    std::array<int, 2> axes{};
    for (std::size_t i = 0; i < 2; ++i) {
        const Index given = attributes.wholes("axes")[i];
        axes[i] = sampleAxis(given, inputs[i]);
        if (axes[i] < 0)
            return Fault{
                FaultKind::Input,
                Text(LAMINA_TEXT("layers", "Input %1 of shape %2 has no axis %3 to sum over"), i + 1,
                     inputs[i].textWithBatch(), given),
                {.path = "config.axes"},
                LAMINA_TEXT("layers", "count from 1, for the batch is axis 0, or from -1 at the end")};
    }
    if (inputs[0][axes[0]] != inputs[1][axes[1]])
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("layers", "Axis %1 of %2 is %3 long, and axis %4 of %5 is %6"), axes[0] + 1,
                 inputs[0].textWithBatch(), inputs[0][axes[0]], axes[1] + 1, inputs[1].textWithBatch(),
                 inputs[1][axes[1]]),
            {.path = "config.axes"},
            LAMINA_TEXT("layers", "choose axes of equal length, or make them so in the layers before")};
    std::vector<Index> kept;
    for (std::size_t i = 0; i < 2; ++i)
        for (int axis = 0; axis < inputs[i].rank(); ++axis)
            if (axis != axes[i])
                kept.push_back(inputs[i][axis]);
    if (kept.empty())
        kept.push_back(1);
    const Shape output(kept);
    return Signature{.outputs = {output},
                     .parameters = {},
                     .flops = 2.0 * static_cast<double>(output.elements())
                         * static_cast<double>(inputs[0][axes[0]])};
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    const auto around = [&](std::size_t input, Index& before, Index& behind) {
        const Shape& shape = request.inputs[input];
        const int axis = sampleAxis(request.attributes.wholes("axes")[input], shape);
        for (int a = 0; a < shape.rank(); ++a)
            if (a != axis)
                (a < axis ? before : behind) *= shape[a];
        return shape[axis];
    };
    BatchProductGeometry g{.normalize = request.attributes.flag("normalize")};
    g.sum = around(0, g.aBefore, g.aBehind);
    around(1, g.bBefore, g.bBehind);
    return makeBatchProductKernel(g, request);
}
} // namespace

const LayerType& dot()
{
    static const LayerType type{
        .className = "Dot",
        .label = LAMINA_TEXT("layers", "Dot product"),
        .help = LAMINA_TEXT("layers", "How alike two inputs are: products summed along an axis"),
        .family = Family::Joining,
        .fields = dotFields,
        .minimumInputs = 2,
        .maximumInputs = 2,
        .signature = signature,
        .compile = compile,
        .examples = {{R"({"axes": 1})", {{5}, {5}}},
                     {R"({"axes": 1, "normalize": true})", {{4}, {4}}},
                     {R"({"axes": -1})", {{3, 4}, {2, 4}}},
                     {R"({"axes": [1, 2]})", {{5, 2}, {3, 5}}},
                     {R"({"axes": [2, 1], "normalize": true})", {{2, 3, 2}, {3}}},
                     {R"({"axes": [2, 2]})", {{2, 3, 4}, {5, 3, 2}}}}};
    return type;
}

} // namespace lamina::layers
