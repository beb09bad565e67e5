// The share of rows whose largest output stands where the target's largest does, the first of equals.
#include "engine/metrics/largest.h"
#include "engine/metrics/mean_metric.h"
#include "engine/metrics/metric_fields.h"

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"CategoricalAccuracy"};
const std::array accuracyFields{fields::metricName()};

Result<CompiledMetric> compile(const Attributes&, const MetricTask&)
{
    return meanOverRows([](const MetricPass& p, Index row) {
        return largestOf(p.target + row * p.classes, p.classes)
                == largestOf(p.prediction + row * p.classes, p.classes)
            ? 1.0
            : 0.0;
    });
}
} // namespace

const MetricType& categorical_accuracy()
{
    static const MetricType type{
        .className = "categorical_accuracy",
        .aliases = aliases,
        .label = LAMINA_TEXT("metrics", "Categorical accuracy"),
        .help = LAMINA_TEXT("metrics", "Share of rows whose largest output is the right one"),
        .fields = accuracyFields,
        .higherIsBetter = true,
        .target = MetricTarget::Rows,
        .objectName = "CategoricalAccuracy",
        .historyName = "categorical_accuracy",
        .compile = compile};
    return type;
}

} // namespace lamina::metrics
