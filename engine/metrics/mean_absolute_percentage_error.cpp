// The loss of the same name, as a mean over all samples.
#include "engine/metrics/mean_metric.h"

#include <array>

namespace lamina::losses {
const LossType& mean_absolute_percentage_error();
}

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"MeanAbsolutePercentageError", "mape", "MAPE"};
}

const MetricType& mean_absolute_percentage_error()
{
    static const MetricType type{
        .className = "mean_absolute_percentage_error",
        .aliases = aliases,
        .label = LAMINA_TEXT("metrics", "Mean absolute percentage error"),
        .help = LAMINA_TEXT("metrics", "Mean of the mistakes as a share of the target, in percent"),
        .fields = losses::mean_absolute_percentage_error().fields,
        .target = MetricTarget::Rows,
        .objectName = "MeanAbsolutePercentageError",
        .historyName = "mean_absolute_percentage_error",
        .compile = compileMeanLoss<losses::mean_absolute_percentage_error>};
    return type;
}

} // namespace lamina::metrics
