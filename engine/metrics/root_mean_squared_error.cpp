// The root of the mean of (prediction - target)² over all numbers.
#include "engine/metrics/mean_metric.h"
#include "engine/metrics/metric_fields.h"

#include <cmath>

namespace lamina::metrics {

namespace {
const std::array rootFields{fields::metricName()};

Result<CompiledMetric> compile(const Attributes&, const MetricTask&)
{
    CompiledMetric metric = meanError([](double d) { return d * d; });
    metric.isMean = false;
    metric.result = [](std::span<const double> sums, int value) {
        return std::sqrt(CompiledMetric::meanOf(sums, value));
    };
    return metric;
}
} // namespace

const MetricType& root_mean_squared_error()
{
    static const MetricType type{
        .className = "RootMeanSquaredError",
        .aliases = {},
        .label = LAMINA_TEXT("metrics", "Root mean squared error"),
        .help = LAMINA_TEXT("metrics", "How large a mistake is, in the target's own unit"),
        .fields = rootFields,
        .objectName = "RootMeanSquaredError",
        .historyName = "root_mean_squared_error",
        .compile = compile};
    return type;
}

} // namespace lamina::metrics
