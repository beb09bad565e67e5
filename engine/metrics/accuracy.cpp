// The share of right answers. Which kind follows from the shapes, as Keras chooses for "accuracy": one
// output: p > 0.5 strictly; a class number as target, or a row: the largest output, the first of equals.
#include "engine/metrics/largest.h"
#include "engine/metrics/mean_metric.h"

#include <array>

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"acc", "Accuracy"};

double right(const MetricPass& p, Index row)
{
    const float* prediction = p.prediction + row * p.classes;
    if (p.classes == 1)
        return p.target[row] == (prediction[0] > 0.5F ? 1.0F : 0.0F) ? 1 : 0;
    if (p.sparseTarget)
        return p.target[row] == static_cast<float>(largestOf(prediction, p.classes)) ? 1 : 0;
    return largestOf(p.target + row * p.classes, p.classes) == largestOf(prediction, p.classes) ? 1 : 0;
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
        .compile = [](const Attributes&, const MetricTask&) -> Result<CompiledMetric> {
            return meanOverRows(right);
        }};
    return type;
}

} // namespace lamina::metrics
