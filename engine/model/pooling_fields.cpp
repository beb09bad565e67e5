#include "engine/model/pooling_fields.h"

#include "engine/model/convolution_fields.h"

namespace lamina {

namespace {
std::vector<Index> stridesOf(const Attributes& attributes)
{
    return attributes.wholes(attributes.isNull("strides") ? "pool_size" : "strides");
}

Signature signatureOf(const PoolingGeometry& g, Shape y)
{
    return {.outputs = {std::move(y)},
            .parameters = {},
            .flops = static_cast<double>(g.rows.output * g.columns.output * g.channels * g.poolHeight
                                         * g.poolWidth)};
}

Signature globalSignature(const Attributes& attributes, const Shape& x)
{
    Shape y{x[-1]};
    if (attributes.flag("keepdims")) {
        y = x;
        for (int axis = 0; axis < x.rank() - 1; ++axis)
            y[axis] = 1;
    }
    return {.outputs = {std::move(y)}, .parameters = {}, .flops = static_cast<double>(x.elements())};
}
} // namespace

PoolingGeometry poolingGeometry(const Attributes& attributes, const Shape& x)
{
    const std::vector<Index> pool = attributes.wholes("pool_size");
    const std::vector<Index> strides = stridesOf(attributes);
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
    if (Faults faults = checkPicture("Pooling", x); !faults.empty())
        return faults;
    const PoolingGeometry g = poolingGeometry(attributes, x);
    if (g.rows.output < 1 || g.columns.output < 1)
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("layers", "A window of %1 × %2 does not fit into a picture of %3 × %4"),
                 g.poolHeight, g.poolWidth, x[0], x[1]),
            {},
            LAMINA_TEXT("layers", "make the window smaller, pool less before it, or set padding to same")};
    return signatureOf(g, {g.rows.output, g.columns.output, g.channels});
}

PoolingGeometry poolingGeometry1d(const Attributes& attributes, const Shape& x)
{
    const Index pool = attributes.wholes("pool_size")[0];
    const Index stride = stridesOf(attributes)[0];
    return {.height = 1,
            .width = x[0],
            .channels = x[1],
            .poolWidth = pool,
            .strideWidth = stride,
            .rows = {.output = 1},
            .columns = placeWindow(x[0], pool, stride, 1, fields::paddingOf(attributes))};
}

Result<Signature> poolingSignature1d(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (Faults faults = checkSequence("Pooling", x); !faults.empty())
        return faults;
    const PoolingGeometry g = poolingGeometry1d(attributes, x);
    if (g.columns.output < 1)
        return windowTooLong(g.poolWidth, x[0]);
    return signatureOf(g, {g.columns.output, g.channels});
}

Result<Signature> globalPoolingSignature(const Attributes& attributes, std::span<const Shape> inputs)
{
    if (Faults faults = checkPicture("Pooling", inputs[0]); !faults.empty())
        return faults;
    return globalSignature(attributes, inputs[0]);
}

Result<Signature> globalPoolingSignature1d(const Attributes& attributes, std::span<const Shape> inputs)
{
    if (Faults faults = checkSequence("Pooling", inputs[0]); !faults.empty())
        return faults;
    return globalSignature(attributes, inputs[0]);
}

} // namespace lamina
