// The loss of the same name, as a mean over all samples.
#include "engine/metrics/mean_metric.h"

#include <array>

namespace lamina::losses {
const LossType& categorical_hinge();
}

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"CategoricalHinge"};
}

const MetricType& categorical_hinge()
{
    static const MetricType type{
        .className = "categorical_hinge",
        .aliases = aliases,
        .label = LAMINA_TEXT("metrics", "Categorical hinge"),
        .help =
            LAMINA_TEXT("metrics", "How far short of the margin to the other classes the right one falls"),
        .fields = losses::categorical_hinge().fields,
        .target = MetricTarget::Rows,
        .objectName = "CategoricalHinge",
        .historyName = "categorical_hinge",
        .compile = compileMeanLoss<losses::categorical_hinge>};
    return type;
}

} // namespace lamina::metrics
