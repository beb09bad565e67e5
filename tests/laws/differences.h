// Gradients against central differences of a loss that is computed in float.
#pragma once

#include "tests/support/numbers.h"

#include <QDebug>

namespace lamina::test {

// `gradient` is what backward says of `numbers`; loss() reads `numbers`. At most 64 of them are tried, evenly
// spread.
//
// Two differences are taken, over a step and over half of it; together they leave out the loss' cubic term.
// Where they disagree, the step has crossed a kink (a relu's, or another window's largest), and nothing can
// be said: such numbers may be few.
template <typename Loss>
bool matchesDifferences(std::span<const float> gradient, Numbers& numbers, Loss loss, double tolerance = 1e-3)
{
    constexpr float step = 0x1p-7F;
    const double scale = std::max(largest(gradient), 1e-2);
    if (gradient.size() != numbers.size() || !std::isfinite(scale))
        return false;
    const auto difference = [&](float& number, float by) {
        const float kept = number;
        number = kept + by;
        const double above = loss();
        number = kept - by;
        const double below = loss();
        number = kept;
        return (above - below) / (2 * static_cast<double>(by));
    };
    const std::size_t stride = std::max<std::size_t>(1, numbers.size() / 64) | 1U;
    std::size_t tried = 0;
    std::size_t kinks = 0;
    for (std::size_t i = 0; i < numbers.size(); i += stride, ++tried) {
        if (numbers[i] == passedOver) { // a step would make it real
            if (gradient[i] != 0.0F)
                return false;
            continue;
        }
        const double whole = difference(numbers[i], step);
        const double half = difference(numbers[i], step / 2);
        const double best = (4 * half - whole) / 3;
        if (std::abs(best - static_cast<double>(gradient[i])) <= tolerance * scale)
            continue;
        if (std::abs(whole - half) <= tolerance * scale) {
            qWarning("number %zu: gradient %g, difference %g (largest gradient %g)", i,
                     static_cast<double>(gradient[i]), best, scale);
            return false;
        }
        ++kinks;
    }
    if (10 * kinks <= tried)
        return true;
    qWarning("%zu of %zu numbers are at kinks", kinks, tried);
    return false;
}

} // namespace lamina::test
