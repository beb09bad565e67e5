// Flatten: all numbers of a sample in one row, channels fastest.   x [...]   y [product]
#include "engine/kernels/view.h"
#include "engine/model/common_fields.h"

namespace lamina::layers {

namespace {
const std::array flattenFields{fields::dataFormat()};

Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    return Signature{.outputs = {Shape{inputs[0].elements()}}, .parameters = {}};
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return makeViewKernel(request.inputs[0].elements());
}
} // namespace

const LayerType& flatten()
{
    static const LayerType type{.className = "Flatten",
                                .label = LAMINA_TEXT("layers", "Flatten"),
                                .help = LAMINA_TEXT("layers", "Lays all numbers of a sample out in one row"),
                                .family = Family::ShapeChange,
                                .fields = flattenFields,
                                .signature = signature,
                                .compile = compile,
                                .examples = {{R"({})", {{2, 3, 4}}}, {R"({})", {{5}}}}};
    return type;
}

} // namespace lamina::layers
