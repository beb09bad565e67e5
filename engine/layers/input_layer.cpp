// Where samples come in.
#include "engine/model/common_fields.h"

namespace lamina::layers {

namespace {
const std::array inputFields{
    Field{.name = "shape",
          .kind = FieldKind::ShapeList,
          .defaultJson = nullptr,
          .label = LAMINA_TEXT("layers", "Shape"),
          .help = LAMINA_TEXT("layers",
                              "Size of one sample, without the batch: height, width, channels for a picture"),
          .minimum = 1,
          .maximum = 1e6}};

Result<Signature> signature(const Attributes& attributes, std::span<const Shape>)
{
    const Shape shape(attributes.wholes("shape"));
    double elements = 1;
    for (const Index size : shape.sizes())
        elements *= static_cast<double>(size);
    if (elements > 1e9)
        return Fault{FaultKind::Input,
                     Text(LAMINA_TEXT("layers", "A sample of %1 numbers is too large"), shape.text()),
                     {},
                     LAMINA_TEXT("layers", "choose a smaller shape")};
    return Signature{.outputs = {shape}, .parameters = {}};
}
} // namespace

const LayerType& input_layer()
{
    static const LayerType type{.className = "InputLayer",
                                .label = LAMINA_TEXT("layers", "Input"),
                                .help = LAMINA_TEXT("layers", "Where the samples come in"),
                                .family = Family::Input,
                                .fields = inputFields,
                                .minimumInputs = 0,
                                .maximumInputs = 0,
                                .signature = signature,
                                .compile = nullptr,
                                .examples = {{R"({"shape": [3]})", {}}}};
    return type;
}

} // namespace lamina::layers
