// Subtract: x1 - x2.   x1, x2 … [...]   y as they broadcast
#include "engine/model/joining.h"

namespace lamina::layers {

namespace {
Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    return joinSignature(inputs);
}
} // namespace

const LayerType& subtract()
{
    static const LayerType type{
        .className = "Subtract",
        .label = LAMINA_TEXT("layers", "Subtract"),
        .help = LAMINA_TEXT("layers", "The first input less the second"),
        .family = Family::Joining,
        .fields = {},
        .minimumInputs = 2,
        .maximumInputs = 2,
        .signature = signature,
        .compile = compileJoin<JoinKind::Subtract>,
        .examples = {{"{}", {{2, 3}, {2, 3}}}, {"{}", {{3, 1, 4}, {2, 4}}}, {"{}", {{1}, {4, 3}}}},
        .mask = MaskRule::Joins};
    return type;
}

} // namespace lamina::layers
