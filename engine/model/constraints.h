// What weights are brought back to after each update: max_norm, min_max_norm, non_neg and unit_norm, as Keras
// has them.
#pragma once

#include "engine/core/fields.h"

#include <optional>

namespace lamina {

// A constraint fitted to a variable.
class Constraint {
public:
    // Nothing for null. `constraint` and shape were accepted by checkConstraint().
    static std::optional<Constraint> make(const Json& constraint, const Shape& shape);

    void apply(float* weights);

private:
    enum class Kind { MaxNorm, MinMaxNorm, NonNegative, UnitNorm };
    Constraint() = default;
    // Calls block(first weight, first group, length) for each run along the last axis.
    template <typename Block>
    void forEachRun(Block block) const;

    Kind m_kind = Kind::NonNegative;
    double m_least = 0;
    double m_most = 0;
    double m_rate = 1;
    Shape m_shape;
    std::vector<Index> m_groupStrides; // of each axis, in m_sums; 0: summed over
    std::vector<double>
        m_sums; // of the squares of each group of weights whose norm counts; then their factors
};

// An axis that the variable does not have is a fault without a place.
Result<void> checkConstraint(const Json& constraint, const Shape& shape);

std::span<const NestedPart> constraintParts();

} // namespace lamina
