// The mean of |prediction - target|.
#include "engine/metrics/mean_metric.h"

#include <array>
#include <cmath>

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"mae", "MAE", "MeanAbsoluteError"};
}

const MetricType& mean_absolute_error()
{
    static const MetricType type{
        .className = "mean_absolute_error",
        .aliases = aliases,
        .label = LAMINA_TEXT("metrics", "Mean absolute error"),
        .help = LAMINA_TEXT("metrics", "Mean of the differences without their sign"),
        .fields = {},
        .objectName = "MeanAbsoluteError",
        .historyName = "mean_absolute_error",
        .compile = [](const Attributes&, const MetricTask&) -> Result<CompiledMetric> {
            return meanError([](double d) { return std::abs(d); });
        }};
    return type;
}

} // namespace lamina::metrics
