// Add: the sum.   x1, x2 … [...]   y as they broadcast
#include "engine/model/joining.h"

namespace lamina::layers {

namespace {
Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    return joinSignature(inputs);
}
} // namespace

const LayerType& add()
{
    static const LayerType type{
        .className = "Add",
        .label = LAMINA_TEXT("layers", "Add"),
        .help = LAMINA_TEXT("layers", "Adds its inputs, as at the end of a residual block"),
        .family = Family::Joining,
        .fields = {},
        .minimumInputs = 2,
        .maximumInputs = anyNumberOfInputs,
        .signature = signature,
        .compile = compileJoin<JoinKind::Add>,
        .examples = {{"{}", {{2, 3}, {2, 3}}},
                     {"{}", {{4, 3, 2}, {4, 3, 2}, {4, 3, 2}}},
                     {"{}", {{4, 3, 2}, {2}}},
                     {"{}", {{1, 3}, {5, 1}}}},
        .mask = MaskRule::Joins};
    return type;
}

} // namespace lamina::layers
