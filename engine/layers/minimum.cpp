// Minimum: the smallest of the inputs, number by number.   x1, x2 … [...]   y as they broadcast
#include "engine/model/joining.h"

namespace lamina::layers {

namespace {
Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    return joinSignature(inputs);
}
} // namespace

const LayerType& minimum()
{
    static const LayerType type{.className = "Minimum",
                                .label = LAMINA_TEXT("layers", "Minimum"),
                                .help = LAMINA_TEXT("layers", "The smallest of its inputs, number by number"),
                                .family = Family::Joining,
                                .fields = {},
                                .minimumInputs = 2,
                                .maximumInputs = anyNumberOfInputs,
                                .signature = signature,
                                .compile = compileJoin<JoinKind::Minimum>,
                                .examples = {{"{}", {{2, 3}, {2, 3}}},
                                             {"{}", {{4, 3, 2}, {4, 3, 2}, {4, 3, 2}}},
                                             {"{}", {{4, 3, 2}, {2}}},
                                             {"{}", {{1, 3}, {5, 1}}}},
                                .mask = MaskRule::Joins};
    return type;
}

} // namespace lamina::layers
