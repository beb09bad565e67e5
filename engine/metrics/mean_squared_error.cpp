// The mean of (prediction - target)².
#include "engine/metrics/mean_metric.h"

#include <array>

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"mse", "MSE", "MeanSquaredError"};
}

const MetricType& mean_squared_error()
{
    static const MetricType type{
        .className = "mean_squared_error",
        .aliases = aliases,
        .label = LAMINA_TEXT("metrics", "Mean squared error"),
        .help = LAMINA_TEXT("metrics", "Mean of the squared differences"),
        .fields = {},
        .objectName = "MeanSquaredError",
        .historyName = "mean_squared_error",
        .compile = [](const Attributes&, const MetricTask&) -> Result<CompiledMetric> {
            return meanError([](double d) { return d * d; });
        }};
    return type;
}

} // namespace lamina::metrics
