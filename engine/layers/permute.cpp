// Permute: the axes in another order.   x [s1, s2, …]   y [s at dims 1, s at dims 2, …]; dims counts from 1,
// the batch is 0 and stays
#include "engine/kernels/permutation.h"
#include "engine/model/common_fields.h"

#include <algorithm>
#include <numeric>

namespace lamina::layers {

namespace {
const std::array permuteFields{Field{
    .name = "dims",
    .kind = FieldKind::ShapeList,
    .defaultJson = nullptr,
    .label = LAMINA_TEXT("layers", "Axes"),
    .help = LAMINA_TEXT("layers", "Which axis comes first, second …; counted from 1, without the batch"),
    .minimum = 1,
    .maximum = 8}};

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    const std::vector<Index> dims = attributes.wholes("dims");
    std::vector<Index> each(static_cast<std::size_t>(x.rank()));
    std::iota(each.begin(), each.end(), Index{1});
    if (!std::is_permutation(dims.begin(), dims.end(), each.begin(), each.end()))
        return Fault{FaultKind::Input,
                     Text(LAMINA_TEXT("layers", "%1 is no order of the %2 axes of %3"), Shape(dims).text(),
                          x.rank(), x.text()),
                     {.path = "config.dims"},
                     Text(LAMINA_TEXT("layers", "name each of the axes once, as in %1"), Shape(each).text())};
    Shape y = x;
    for (int axis = 0; axis < x.rank(); ++axis)
        y[axis] = x[static_cast<int>(dims[static_cast<std::size_t>(axis)]) - 1];
    return Signature{.outputs = {y}, .parameters = {}};
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return makePermutationKernel(request.attributes.wholes("dims"), request);
}
} // namespace

const LayerType& permute()
{
    static const LayerType type{.className = "Permute",
                                .label = LAMINA_TEXT("layers", "Permute"),
                                .help = LAMINA_TEXT("layers", "Puts the axes into another order"),
                                .family = Family::ShapeChange,
                                .fields = permuteFields,
                                .signature = signature,
                                .compile = compile,
                                .examples = {{R"({"dims": [2, 1]})", {{3, 5}}},
                                             {R"({"dims": [3, 1, 2]})", {{2, 3, 4}}},
                                             {R"({"dims": [2, 1]})", {{1, 4}}},
                                             {R"({"dims": [1]})", {{6}}}}};
    return type;
}

} // namespace lamina::layers
