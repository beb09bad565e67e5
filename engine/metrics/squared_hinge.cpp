// The loss of the same name, as a mean over all samples.
#include "engine/metrics/mean_metric.h"

#include <array>

namespace lamina::losses {
const LossType& squared_hinge();
}

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"SquaredHinge"};
}

const MetricType& squared_hinge()
{
    static const MetricType type{
        .className = "squared_hinge",
        .aliases = aliases,
        .label = LAMINA_TEXT("metrics", "Squared hinge"),
        .help = LAMINA_TEXT("metrics", "How far short of the margin the answers fall, squared"),
        .fields = losses::squared_hinge().fields,
        .target = MetricTarget::Rows,
        .objectName = "SquaredHinge",
        .historyName = "squared_hinge",
        .compile = compileMeanLoss<losses::squared_hinge>};
    return type;
}

} // namespace lamina::metrics
