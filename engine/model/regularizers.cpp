#include "engine/model/regularizers.h"

#include "engine/kernels/clones.h"
#include "engine/losses/sums.h"

#include <array>

namespace lamina {

namespace {
LAMINA_CLONES double sumOfSizes(const float* x, Index count)
{
    return sumOf(count, [x](Index i) { return x[i] < 0 ? -x[i] : x[i]; });
}

LAMINA_CLONES double sumOfSquares(const float* x, Index count)
{
    return sumOf(count, [x](Index i) { return static_cast<double>(x[i]) * static_cast<double>(x[i]); });
}

LAMINA_CLONES void addSlopes(const float* x, float* gradient, Index count, float l1, float twiceL2)
{
    for (Index i = 0; i < count; ++i) {
        const float sign = x[i] > 0 ? l1 : (x[i] < 0 ? -l1 : 0.0F);
        gradient[i] += sign + twiceL2 * x[i];
    }
}

Field share(const char* name, const char* byDefault, TextId label)
{
    return {.name = name,
            .kind = FieldKind::Real,
            .defaultJson = byDefault,
            .label = label,
            .help = LAMINA_TEXT("regularizers", "How much the penalty counts in the loss"),
            .minimum = 0,
            .maximum = 1e9};
}
} // namespace

double Penalty::value(const float* x, Index count) const
{
    return (l1 != 0 ? l1 * sumOfSizes(x, count) : 0) + (l2 != 0 ? l2 * sumOfSquares(x, count) : 0);
}

void Penalty::addGradient(const float* x, float* gradient, Index count, double scale) const
{
    addSlopes(x, gradient, count, static_cast<float>(scale * l1), static_cast<float>(scale * 2 * l2));
}

Penalty penaltyOf(const Json& regularizer)
{
    if (regularizer.is_null())
        return {};
    // Keras' name stands for 0.01 of each, its class without settings for none of either.
    if (regularizer == "l1_l2")
        return {.l1 = 0.01, .l2 = 0.01};
    const NestedValue nested = nestedValue(regularizerParts(), regularizer);
    assert(nested.part);
    const Attributes attributes(nested.part->fields, nested.config);
    return {.l1 = attributes.has("l1") ? attributes.real("l1") : 0,
            .l2 = attributes.has("l2") ? attributes.real("l2") : 0};
}

std::span<const NestedPart> regularizerParts()
{
    static const TextId ofSizes = LAMINA_TEXT("regularizers", "Share of the sizes");
    static const TextId ofSquares = LAMINA_TEXT("regularizers", "Share of the squares");
    static const std::array one{share("l1", "0.01", ofSizes)};
    static const std::array two{share("l2", "0.01", ofSquares)};
    static const std::array both{share("l1", "0", ofSizes), share("l2", "0", ofSquares)};
    static constexpr std::array oneAliases{"L1"};
    static constexpr std::array twoAliases{"L2"};
    static constexpr std::array bothAliases{"L1L2"};
    static const std::array parts{
        NestedPart{"l1", oneAliases, LAMINA_TEXT("regularizers", "l1"),
                   LAMINA_TEXT("regularizers", "The sum of the sizes: drives small values to 0"), one},
        NestedPart{"l2", twoAliases, LAMINA_TEXT("regularizers", "l2"),
                   LAMINA_TEXT("regularizers", "The sum of the squares: keeps all values small"), two},
        NestedPart{"l1_l2", bothAliases, LAMINA_TEXT("regularizers", "l1 and l2"),
                   LAMINA_TEXT("regularizers", "Both sums together"), both}};
    return parts;
}

} // namespace lamina
