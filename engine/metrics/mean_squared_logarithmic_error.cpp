// The loss of the same name, as a mean over all samples.
#include "engine/metrics/mean_metric.h"

#include <array>

namespace lamina::losses {
const LossType& mean_squared_logarithmic_error();
}

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"MeanSquaredLogarithmicError", "msle", "MSLE"};
}

const MetricType& mean_squared_logarithmic_error()
{
    static const MetricType type{.className = "mean_squared_logarithmic_error",
                                 .aliases = aliases,
                                 .label = LAMINA_TEXT("metrics", "Mean squared logarithmic error"),
                                 .help = LAMINA_TEXT("metrics", "Mean of the squared ratios, as logarithms"),
                                 .fields = losses::mean_squared_logarithmic_error().fields,
                                 .target = MetricTarget::Rows,
                                 .objectName = "MeanSquaredLogarithmicError",
                                 .historyName = "mean_squared_logarithmic_error",
                                 .compile = compileMeanLoss<losses::mean_squared_logarithmic_error>};
    return type;
}

} // namespace lamina::metrics
