// The mean of (prediction - target)².
#include "engine/metrics/mean_error.h"

#include <array>

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"mse", "MSE", "MeanSquaredError"};
}

const MetricType& mean_squared_error()
{
    static const MetricType type{.className = "mean_squared_error",
                                 .aliases = aliases,
                                 .label = LAMINA_TEXT("metrics", "Mean squared error"),
                                 .help = LAMINA_TEXT("metrics", "Mean of the squared differences"),
                                 .fields = {},
                                 .sums = 2,
                                 .compile = [](const Attributes&) -> MetricFunction {
                                     return [](const MetricPass& p) {
                                         addErrors(p, [](double d) { return d * d; });
                                     };
                                 },
                                 .result = meanOf};
    return type;
}

} // namespace lamina::metrics
