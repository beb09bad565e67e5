// What the poolings share: fields, geometry, shape rule.
#pragma once

#include "engine/kernels/pooling.h"
#include "engine/model/common_fields.h"

namespace lamina {

// Over pictures.
inline const std::array poolingFields{
    fields::pair("pool_size", "[2, 2]", LAMINA_TEXT("layers", "Pool size"),
                 LAMINA_TEXT("layers", "Height and width of the window")),
    fields::pair("strides", "null", LAMINA_TEXT("layers", "Strides"),
                 LAMINA_TEXT("layers", "How far the window moves each time; empty: as the pool size"), true),
    fields::padding(),
    fields::dataFormat(),
};

PoolingGeometry poolingGeometry(const Attributes& attributes, const Shape& x);
Result<Signature> poolingSignature(const Attributes& attributes, std::span<const Shape> inputs);

// Over sequences: pictures of height 1.
inline const std::array poolingFields1d{
    fields::sizes(1, "pool_size", "2", LAMINA_TEXT("layers", "Pool size"),
                  LAMINA_TEXT("layers", "Length of the window")),
    fields::sizes(1, "strides", "null", LAMINA_TEXT("layers", "Strides"),
                  LAMINA_TEXT("layers", "How far the window moves each time; empty: as the pool size"), true),
    fields::padding(),
    fields::dataFormat(),
};

PoolingGeometry poolingGeometry1d(const Attributes& attributes, const Shape& x);
Result<Signature> poolingSignature1d(const Attributes& attributes, std::span<const Shape> inputs);

// One number a channel, over pictures and over sequences.
inline const std::array globalPoolingFields{
    fields::dataFormat(),
    fields::flag("keepdims", "false", LAMINA_TEXT("layers", "Keep axes"),
                 LAMINA_TEXT("layers", "Leave the pooled axes in the shape, as 1")),
};

Result<Signature> globalPoolingSignature(const Attributes& attributes, std::span<const Shape> inputs);
Result<Signature> globalPoolingSignature1d(const Attributes& attributes, std::span<const Shape> inputs);

} // namespace lamina
