// Average: the mean of the inputs.   x1, x2 … [...]   y as they broadcast
#include "engine/model/joining.h"

namespace lamina::layers {

namespace {
Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    return joinSignature(inputs);
}
} // namespace

const LayerType& average()
{
    static const LayerType type{.className = "Average",
                                .label = LAMINA_TEXT("layers", "Average"),
                                .help = LAMINA_TEXT("layers", "The mean of its inputs, as of several models"),
                                .family = Family::Joining,
                                .fields = {},
                                .minimumInputs = 2,
                                .maximumInputs = anyNumberOfInputs,
                                .signature = signature,
                                .compile = compileJoin<JoinKind::Average>,
                                .examples = {{"{}", {{2, 3}, {2, 3}}},
                                             {"{}", {{4, 3, 2}, {4, 3, 2}, {4, 3, 2}}},
                                             {"{}", {{4, 3, 2}, {2}}},
                                             {"{}", {{1, 3}, {5, 1}}}},
                                .mask = MaskRule::Joins};
    return type;
}

} // namespace lamina::layers
