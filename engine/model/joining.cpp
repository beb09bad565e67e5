#include "engine/model/joining.h"

#include "engine/kernels/broadcast.h"

namespace lamina {

Result<Signature> joinSignature(std::span<const Shape> inputs)
{
    Shape together = inputs[0];
    for (std::size_t i = 1; i < inputs.size(); ++i) {
        const std::optional<Shape> larger = broadcast(together, inputs[i]);
        if (!larger)
            return Fault{FaultKind::Input,
                         Text(LAMINA_TEXT("layers", "Input %1 is %2 and does not fit to %3"), i + 1,
                              inputs[i].text(), together.text()),
                         {.path = "inputs[" + std::to_string(i) + "]"},
                         LAMINA_TEXT("layers",
                                     "bring the inputs to one shape, with as many filters or units and the "
                                     "same padding and strides; a size of 1 fits to any")};
        together = *larger;
    }
    return Signature{.outputs = {together},
                     .parameters = {},
                     .flops = static_cast<double>(together.elements())
                         * static_cast<double>(std::max<std::size_t>(inputs.size() - 1, 1))};
}

int sampleAxis(Index axis, const Shape& shape)
{
    const Index rank = shape.rank() + 1;
    const Index counted = axis < 0 ? axis + rank : axis;
    return counted < 1 || counted >= rank ? -1 : static_cast<int>(counted) - 1;
}

} // namespace lamina
