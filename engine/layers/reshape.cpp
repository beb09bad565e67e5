// Reshape: the same numbers in another shape.   x [...]   y target_shape, in which one -1 stands for what is
// left
#include "engine/kernels/view.h"
#include "engine/model/common_fields.h"

#include <cmath>

namespace lamina::layers {

namespace {
const std::array reshapeFields{
    Field{.name = "target_shape",
          .kind = FieldKind::ShapeList,
          .defaultJson = nullptr,
          .label = LAMINA_TEXT("layers", "Target shape"),
          .help = LAMINA_TEXT("layers", "Size along each axis, without the batch; -1 once: whatever is left"),
          .minimum = -1,
          .maximum = 1e9}};

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    std::vector<Index> sizes = attributes.wholes("target_shape");
    const auto fault = [](Text what, Text remedy) {
        return Fault{FaultKind::Input, std::move(what), {.path = "config.target_shape"}, std::move(remedy)};
    };
    Index* open = nullptr;
    double product = 1; // sizes may be absurd
    for (Index& size : sizes) {
        if (size == 0)
            return fault(LAMINA_TEXT("layers", "An axis cannot have the size 0"),
                         LAMINA_TEXT("layers", "give a size above 0, or -1 for whatever is left"));
        if (size > 0) {
            product *= static_cast<double>(size);
        } else if (open) {
            return fault(LAMINA_TEXT("layers", "Only one size can be left open with -1"),
                         LAMINA_TEXT("layers", "give the others as numbers above 0"));
        } else {
            open = &size;
        }
    }
    const auto elements = static_cast<double>(x.elements());
    if (open && std::fmod(elements, product) == 0)
        *open = static_cast<Index>(elements / product);
    else if (product != elements || open)
        return fault(Text(LAMINA_TEXT("layers", "The %1 numbers of %2 do not fill the shape %3"),
                          x.elements(), x.text(), Shape(sizes).text()),
                     LAMINA_TEXT("layers", "choose sizes whose product is the same"));
    return Signature{.outputs = {Shape(std::move(sizes))}, .parameters = {}};
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return makeViewKernel(request.inputs[0].elements());
}
} // namespace

const LayerType& reshape()
{
    static const LayerType type{.className = "Reshape",
                                .label = LAMINA_TEXT("layers", "Reshape"),
                                .help = LAMINA_TEXT("layers", "Gives the same numbers another shape"),
                                .family = Family::ShapeChange,
                                .fields = reshapeFields,
                                .signature = signature,
                                .compile = compile,
                                .examples = {{R"({"target_shape": [2, 3, 4]})", {{24}}},
                                             {R"({"target_shape": [-1, 2]})", {{3, 2, 2}}},
                                             {R"({"target_shape": [-1]})", {{2, 5}}}}};
    return type;
}

} // namespace lamina::layers
