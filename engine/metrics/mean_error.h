// What the mean errors share: a sum over all numbers, and how many there were.
#pragma once

#include "engine/losses/sums.h"
#include "engine/model/metric_type.h"

namespace lamina {

// error(difference) summed over all numbers of the pass. A class number as target stands for every output of
// its row, as Keras spreads it.
template <typename Error>
void addErrors(const MetricPass& p, Error error)
{
    const Index rows = p.samples * p.positions;
    const auto difference = [&](Index i) {
        const Index target = p.sparseTarget ? i / p.classes : i;
        return static_cast<double>(p.prediction[i]) - static_cast<double>(p.target[target]);
    };
    p.sums[0] += sumOf(rows * p.classes, [&](Index i) { return error(difference(i)); });
    p.sums[1] += static_cast<double>(rows * p.classes);
}

inline double meanOf(std::span<const double> sums)
{
    return sums[1] > 0 ? sums[0] / sums[1] : 0.0;
}

} // namespace lamina
