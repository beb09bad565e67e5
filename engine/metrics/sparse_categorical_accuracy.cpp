// The share of rows whose largest output, the first of equals, is the class that the target names.
#include "engine/metrics/largest.h"
#include "engine/metrics/mean_metric.h"
#include "engine/metrics/metric_fields.h"

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"SparseCategoricalAccuracy"};
const std::array accuracyFields{fields::metricName()};

Result<CompiledMetric> compile(const Attributes&, const MetricTask&)
{
    return meanOverRows([](const MetricPass& p, Index row) {
        return p.target[row] == static_cast<float>(largestOf(p.prediction + row * p.classes, p.classes))
            ? 1.0
            : 0.0;
    });
}
} // namespace

const MetricType& sparse_categorical_accuracy()
{
    static const MetricType type{
        .className = "sparse_categorical_accuracy",
        .aliases = aliases,
        .label = LAMINA_TEXT("metrics", "Sparse categorical accuracy"),
        .help = LAMINA_TEXT("metrics", "Share of rows whose largest output is the class"),
        .fields = accuracyFields,
        .higherIsBetter = true,
        .target = MetricTarget::Classes,
        .objectName = "SparseCategoricalAccuracy",
        .historyName = "sparse_categorical_accuracy",
        .compile = compile};
    return type;
}

} // namespace lamina::metrics
