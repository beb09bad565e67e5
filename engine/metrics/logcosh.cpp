// The loss of the same name, as a mean over all samples.
#include "engine/metrics/mean_metric.h"

#include <array>

namespace lamina::losses {
const LossType& log_cosh();
}

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"LogCoshError", "log_cosh"};
}

const MetricType& logcosh()
{
    static const MetricType type{.className = "logcosh",
                                 .aliases = aliases,
                                 .label = LAMINA_TEXT("metrics", "Log-cosh"),
                                 .help =
                                     LAMINA_TEXT("metrics", "As the squares near 0, as the sizes far off"),
                                 .fields = losses::log_cosh().fields,
                                 .target = MetricTarget::Rows,
                                 .objectName = "LogCoshError",
                                 .historyName = "logcosh",
                                 .compile = compileMeanLoss<losses::log_cosh>};
    return type;
}

} // namespace lamina::metrics
