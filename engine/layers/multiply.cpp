// Multiply: the product, number by number.   x1, x2 … [...]   y as they broadcast
#include "engine/model/joining.h"

namespace lamina::layers {

namespace {
Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    return joinSignature(inputs);
}
} // namespace

const LayerType& multiply()
{
    static const LayerType type{.className = "Multiply",
                                .label = LAMINA_TEXT("layers", "Multiply"),
                                .help =
                                    LAMINA_TEXT("layers", "Multiplies its inputs number by number: a gate"),
                                .family = Family::Joining,
                                .fields = {},
                                .minimumInputs = 2,
                                .maximumInputs = anyNumberOfInputs,
                                .signature = signature,
                                .compile = compileJoin<JoinKind::Multiply>,
                                .examples = {{"{}", {{2, 3}, {2, 3}}},
                                             {"{}", {{4, 3, 2}, {4, 3, 2}, {4, 3, 2}}},
                                             {"{}", {{4, 3, 2}, {2}}},
                                             {"{}", {{1, 3}, {5, 1}}}},
                                .mask = MaskRule::Joins};
    return type;
}

} // namespace lamina::layers
