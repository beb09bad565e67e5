#include "engine/model/pooling_fields.h"

namespace lamina {

PoolingGeometry poolingGeometry(const Attributes& attributes, const Shape& x)
{
    const std::vector<Index> pool = attributes.wholes("pool_size");
    const std::vector<Index> strides = attributes.isNull("strides") ? pool : attributes.wholes("strides");
    const Padding padding = fields::paddingOf(attributes);
    return {.height = x[0],
            .width = x[1],
            .channels = x[2],
            .poolHeight = pool[0],
            .poolWidth = pool[1],
            .strideHeight = strides[0],
            .strideWidth = strides[1],
            .rows = placeWindow(x[0], pool[0], strides[0], 1, padding),
            .columns = placeWindow(x[1], pool[1], strides[1], 1, padding)};
}

Result<Signature> poolingSignature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (x.rank() != 3)
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("layers", "Pooling reads pictures (height, width, channels), and here come %1"),
                 x.text()),
            {},
            LAMINA_TEXT("layers",
                        "put it before the Flatten layer, or give the input a shape like (28, 28, 1)")};
    const PoolingGeometry g = poolingGeometry(attributes, x);
    if (g.rows.output < 1 || g.columns.output < 1)
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("layers", "A window of %1 × %2 does not fit into a picture of %3 × %4"),
                 g.poolHeight, g.poolWidth, x[0], x[1]),
            {},
            LAMINA_TEXT("layers", "make the window smaller, pool less before it, or set padding to same")};
    return Signature{.outputs = {Shape{g.rows.output, g.columns.output, g.channels}},
                     .parameters = {},
                     .flops = static_cast<double>(g.rows.output * g.columns.output * g.channels * g.poolHeight
                                                  * g.poolWidth)};
}

} // namespace lamina
