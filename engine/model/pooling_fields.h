// What the two-dimensional poolings share: fields, geometry, shape rule.
#pragma once

#include "engine/kernels/pooling.h"
#include "engine/model/common_fields.h"

namespace lamina {

inline const std::array poolingFields{
    fields::pair("pool_size", "[2, 2]", LAMINA_TEXT("layers", "Pool size"),
                 LAMINA_TEXT("layers", "Height and width of the window")),
    fields::pair("strides", "null", LAMINA_TEXT("layers", "Strides"),
                 LAMINA_TEXT("layers", "How far the window moves each time; empty: as the pool size"), true),
    fields::padding(),
};

PoolingGeometry poolingGeometry(const Attributes& attributes, const Shape& x);
Result<Signature> poolingSignature(const Attributes& attributes, std::span<const Shape> inputs);

} // namespace lamina
