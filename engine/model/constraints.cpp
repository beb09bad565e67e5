#include "engine/model/constraints.h"

#include "engine/core/field_makers.h"

#include "engine/kernels/clones.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lamina {

namespace {
constexpr double epsilon = 1e-7; // keras.backend.epsilon()

LAMINA_CLONES void clipNegative(float* w, Index count)
{
    for (Index i = 0; i < count; ++i)
        w[i] = w[i] >= 0 ? w[i] : w[i] * 0.0F; // NaN stays NaN
}

// `step` is 1 where each number of the run has a group of its own, 0 where they share one.
LAMINA_CLONES void addSquares(const float* w, double* sums, Index count, Index step)
{
    if (step == 0) {
        double sum = 0;
        for (Index i = 0; i < count; ++i)
            sum += static_cast<double>(w[i]) * static_cast<double>(w[i]);
        *sums += sum;
        return;
    }
    for (Index i = 0; i < count; ++i)
        sums[i] += static_cast<double>(w[i]) * static_cast<double>(w[i]);
}

LAMINA_CLONES void multiply(float* w, const double* factors, Index count, Index step)
{
    for (Index i = 0; i < count; ++i)
        w[i] = static_cast<float>(static_cast<double>(w[i]) * factors[i * step]);
}

Field axisField()
{
    return {.name = "axis",
            .kind = FieldKind::WholeList,
            .defaultJson = "0",
            .label = LAMINA_TEXT("constraints", "Axis"),
            .help = LAMINA_TEXT("constraints",
                                "The axes over which a norm is taken: 0 for Dense, 0, 1, 2 for "
                                "the kernel of a Conv2D"),
            .minimum = -8,
            .maximum = 8};
}

std::string_view nameOf(const NestedValue& nested)
{
    return nested.part->className;
}

// Axes from the front; nothing if one does not exist.
std::optional<std::vector<Index>> axesOf(const Attributes& attributes, const Shape& shape)
{
    std::vector<Index> axes;
    for (const Index axis : attributes.wholes("axis")) {
        const Index fromFront = axis < 0 ? axis + shape.rank() : axis;
        if (fromFront < 0 || fromFront >= shape.rank())
            return std::nullopt;
        axes.push_back(fromFront);
    }
    return axes;
}
} // namespace

Result<void> checkConstraint(const Json& constraint, const Shape& shape)
{
    if (constraint.is_null())
        return {};
    const NestedValue nested = nestedValue(constraintParts(), constraint);
    assert(nested.part && "a layer's field for a constraint knows its parts");
    const Attributes attributes(nested.part->fields, nested.config);
    if (!attributes.has("axis") || axesOf(attributes, shape))
        return {};
    return Fault{FaultKind::Input,
                 Text(LAMINA_TEXT("constraints", "The constraint's axis %1 is none of the shape %2"),
                      attributes.value("axis").dump(), shape.text()),
                 {},
                 Text(LAMINA_TEXT("constraints", "give axes from 0 to %1"), shape.rank() - 1)};
}

std::optional<Constraint> Constraint::make(const Json& constraint, const Shape& shape)
{
    if (constraint.is_null())
        return std::nullopt;
    const NestedValue nested = nestedValue(constraintParts(), constraint);
    const Attributes attributes(nested.part->fields, nested.config);
    Constraint made;
    made.m_shape = shape;
    made.m_kind = nameOf(nested) == "max_norm" ? Kind::MaxNorm
        : nameOf(nested) == "min_max_norm"     ? Kind::MinMaxNorm
        : nameOf(nested) == "unit_norm"        ? Kind::UnitNorm
                                               : Kind::NonNegative;
    if (made.m_kind == Kind::NonNegative)
        return made;
    made.m_most = attributes.has("max_value") ? attributes.real("max_value") : 0;
    made.m_least = attributes.has("min_value") ? attributes.real("min_value") : 0;
    made.m_rate = attributes.has("rate") ? attributes.real("rate") : 1;
    const std::vector<Index> axes = axesOf(attributes, shape).value();
    Index groups = 1;
    made.m_groupStrides.assign(static_cast<std::size_t>(shape.rank()), 0);
    for (int axis = shape.rank() - 1; axis >= 0; --axis)
        if (std::ranges::count(axes, axis) == 0) {
            made.m_groupStrides[static_cast<std::size_t>(axis)] = groups;
            groups *= shape[axis];
        }
    made.m_sums.resize(static_cast<std::size_t>(groups));
    return made;
}

template <typename Block>
void Constraint::forEachRun(Block block) const
{
    const int last = m_shape.rank() - 1;
    const Index length = m_shape[last];
    const Index runs = m_shape.elements() / std::max<Index>(length, 1);
    for (Index run = 0; run < runs; ++run) {
        Index group = 0;
        Index rest = run;
        for (int axis = last - 1; axis >= 0; --axis) {
            group += rest % m_shape[axis] * m_groupStrides[static_cast<std::size_t>(axis)];
            rest /= m_shape[axis];
        }
        block(run * length, group, length);
    }
}

void Constraint::apply(float* weights)
{
    if (m_kind == Kind::NonNegative) {
        clipNegative(weights, m_shape.elements());
        return;
    }
    const Index step = m_groupStrides.back() > 0 ? 1 : 0;
    std::ranges::fill(m_sums, 0.0);
    forEachRun([&](Index first, Index group, Index length) {
        addSquares(weights + first, m_sums.data() + group, length, step);
    });
    for (double& sum : m_sums) {
        const double norm = std::sqrt(sum);
        switch (m_kind) {
        case Kind::MaxNorm:
            sum = std::clamp(norm, 0.0, m_most) / (epsilon + norm);
            break;
        case Kind::MinMaxNorm:
            sum =
                (m_rate * std::min(std::max(norm, m_least), m_most) + (1 - m_rate) * norm) / (epsilon + norm);
            break;
        case Kind::UnitNorm:
        case Kind::NonNegative:
            sum = 1 / (epsilon + norm);
        }
    }
    forEachRun([&](Index first, Index group, Index length) {
        multiply(weights + first, m_sums.data() + group, length, step);
    });
}

std::span<const NestedPart> constraintParts()
{
    static const std::array most{
        fields::real("max_value", "2", 0, 1e9, LAMINA_TEXT("constraints", "Largest norm"),
                     LAMINA_TEXT("constraints", "Weights with a larger norm are made shorter")),
        axisField()};
    static const std::array between{
        fields::real("min_value", "0", 0, 1e9, LAMINA_TEXT("constraints", "Smallest norm"),
                     LAMINA_TEXT("constraints", "Weights with a smaller norm are made longer")),
        fields::real("max_value", "1", 0, 1e9, LAMINA_TEXT("constraints", "Largest norm"),
                     LAMINA_TEXT("constraints", "Weights with a larger norm are made shorter")),
        fields::real("rate", "1", 0, 1, LAMINA_TEXT("constraints", "Rate"),
                     LAMINA_TEXT("constraints", "How much of the way is gone at once, from 0 to 1")),
        axisField()};
    static const std::array unit{axisField()};
    static constexpr std::array maxAliases{"MaxNorm"};
    static constexpr std::array minMaxAliases{"MinMaxNorm"};
    static constexpr std::array nonNegAliases{"NonNeg", "nonneg"};
    static constexpr std::array unitAliases{"UnitNorm", "unitnorm"};
    static const std::array parts{
        NestedPart{"max_norm", maxAliases, LAMINA_TEXT("constraints", "Largest norm"),
                   LAMINA_TEXT("constraints", "No norm above a limit"), most},
        NestedPart{"min_max_norm", minMaxAliases, LAMINA_TEXT("constraints", "Norm between limits"),
                   LAMINA_TEXT("constraints", "No norm below one limit or above another"), between},
        NestedPart{"non_neg",
                   nonNegAliases,
                   LAMINA_TEXT("constraints", "Not negative"),
                   LAMINA_TEXT("constraints", "Negative weights become 0"),
                   {}},
        NestedPart{"unit_norm", unitAliases, LAMINA_TEXT("constraints", "Norm of 1"),
                   LAMINA_TEXT("constraints", "Every norm becomes 1"), unit}};
    return parts;
}

} // namespace lamina
