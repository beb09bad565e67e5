// Keras' Rescaling: every value times a scale, plus an offset.
#include "engine/data/preprocess_type.h"

#include <array>

namespace lamina::preprocessing {

namespace {
const std::array<Field, 2> fields{{
    {"scale", FieldKind::Real, nullptr, LAMINA_TEXT("preprocessing", "Scale"),
     LAMINA_TEXT("preprocessing",
                 "Every value is multiplied by this: 1/255 = 0.00392156862745098 makes 0 to 1 of "
                 "bytes")},
    {"offset", FieldKind::Real, "0", LAMINA_TEXT("preprocessing", "Offset"),
     LAMINA_TEXT("preprocessing", "Added after multiplying")},
}};

PreprocessFunction compile(const Attributes& attributes)
{
    const auto scale = static_cast<float>(attributes.real("scale"));
    const auto offset = static_cast<float>(attributes.real("offset"));
    return [scale, offset](std::span<float> values) {
        for (float& value : values)
            value = value * scale + offset;
    };
}
} // namespace

const PreprocessType& rescaling()
{
    static const PreprocessType type{
        "Rescaling", LAMINA_TEXT("preprocessing", "Rescaling"),
        LAMINA_TEXT("preprocessing", "Multiplies every value and adds an offset"), fields, compile};
    return type;
}

} // namespace lamina::preprocessing
