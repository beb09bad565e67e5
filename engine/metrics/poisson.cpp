// The loss of the same name, as a mean over all samples.
#include "engine/metrics/mean_metric.h"

#include <array>

namespace lamina::losses {
const LossType& poisson();
}

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"Poisson"};
}

const MetricType& poisson()
{
    static const MetricType type{.className = "poisson",
                                 .aliases = aliases,
                                 .label = LAMINA_TEXT("metrics", "Poisson"),
                                 .help = LAMINA_TEXT("metrics", "How unlikely the counts are"),
                                 .fields = losses::poisson().fields,
                                 .target = MetricTarget::Rows,
                                 .objectName = "Poisson",
                                 .historyName = "poisson",
                                 .compile = compileMeanLoss<losses::poisson>};
    return type;
}

} // namespace lamina::metrics
