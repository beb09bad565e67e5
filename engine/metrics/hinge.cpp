// The loss of the same name, as a mean over all samples.
#include "engine/metrics/mean_metric.h"

#include <array>

namespace lamina::losses {
const LossType& hinge();
}

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"Hinge"};
}

const MetricType& hinge()
{
    static const MetricType type{.className = "hinge",
                                 .aliases = aliases,
                                 .label = LAMINA_TEXT("metrics", "Hinge"),
                                 .help =
                                     LAMINA_TEXT("metrics", "How far short of the margin the answers fall"),
                                 .fields = losses::hinge().fields,
                                 .target = MetricTarget::Rows,
                                 .objectName = "Hinge",
                                 .historyName = "hinge",
                                 .compile = compileMeanLoss<losses::hinge>};
    return type;
}

} // namespace lamina::metrics
