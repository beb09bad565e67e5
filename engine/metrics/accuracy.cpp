// The share of right answers. Which kind follows from the shapes, as Keras chooses for "accuracy": one
// output: p > 0.5 strictly; a class number as target, or a row: the largest output, the first of equals.
#include "engine/model/metric_type.h"

#include <algorithm>
#include <array>

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"acc", "Accuracy"};

Index largestOf(const float* row, Index classes)
{
    return std::max_element(row, row + classes) - row;
}

// sums: right answers, answers
void accuracyOf(const MetricPass& p)
{
    const Index rows = p.samples * p.positions;
    Index right = 0;
    for (Index row = 0; row < rows; ++row) {
        const float* prediction = p.prediction + row * p.classes;
        if (p.classes == 1)
            right += p.target[row] == (prediction[0] > 0.5F ? 1.0F : 0.0F) ? 1 : 0;
        else if (p.sparseTarget)
            right += p.target[row] == static_cast<float>(largestOf(prediction, p.classes)) ? 1 : 0;
        else
            right +=
                largestOf(p.target + row * p.classes, p.classes) == largestOf(prediction, p.classes) ? 1 : 0;
    }
    p.sums[0] += static_cast<double>(right);
    p.sums[1] += static_cast<double>(rows);
}
} // namespace

const MetricType& accuracy()
{
    static const MetricType type{
        .className = "accuracy",
        .aliases = aliases,
        .label = LAMINA_TEXT("metrics", "Accuracy"),
        .help = LAMINA_TEXT("metrics", "Share of right answers"),
        .fields = {},
        .higherIsBetter = true,
        .sums = 2,
        .compile = [](const Attributes&) { return MetricFunction(accuracyOf); },
        .result = [](std::span<const double> sums) { return sums[1] > 0 ? sums[0] / sums[1] : 0.0; }};
    return type;
}

} // namespace lamina::metrics
