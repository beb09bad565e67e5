// What the metrics share that are a mean over samples and positions.
#pragma once

#include "engine/losses/sums.h"
#include "engine/model/loss_type.h"
#include "engine/model/metric_type.h"

namespace lamina {

// value(pass, row) for each position of each sample; a sample's weight counts at all its positions.
template <typename Value>
CompiledMetric meanOverRows(Value value)
{
    CompiledMetric metric;
    metric.add = [value](const MetricPass& p) {
        for (Index n = 0; n < p.samples; ++n) {
            double sum = 0;
            for (Index row = n * p.positions; row < (n + 1) * p.positions; ++row)
                sum += value(p, row);
            p.sums[0] += p.weight(n) * sum;
            p.sums[1] += p.weight(n) * static_cast<double>(p.positions);
        }
    };
    return metric;
}

// error(difference), the mean over each row. A class number as target stands for every output of its row, as
// Keras spreads it.
template <typename Error>
CompiledMetric meanError(Error error)
{
    return meanOverRows([error](const MetricPass& p, Index row) {
        const float* prediction = p.prediction + row * p.classes;
        const float* target = p.target + (p.sparseTarget ? row : row * p.classes);
        return sumOf(p.classes,
                     [&](Index c) {
                         return error(static_cast<double>(prediction[c])
                                      - static_cast<double>(target[p.sparseTarget ? 0 : c]));
                     })
            / static_cast<double>(p.classes);
    });
}

// A loss as a metric: its mean. Reads the logits where the loss would.
Result<CompiledMetric> meanLoss(const LossType& loss, const Attributes& attributes, const MetricTask& task);

// The compile() of a metric that is the loss of the same name.
template <const LossType& (*Loss)()>
Result<CompiledMetric> compileMeanLoss(const Attributes& attributes, const MetricTask& task)
{
    return meanLoss(Loss(), attributes, task);
}

} // namespace lamina
