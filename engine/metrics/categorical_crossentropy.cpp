// The loss of the same name, as a mean over all samples.
#include "engine/metrics/mean_metric.h"

#include <array>

namespace lamina::losses {
const LossType& categorical_crossentropy();
}

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"CategoricalCrossentropy"};
}

const MetricType& categorical_crossentropy()
{
    static const MetricType type{
        .className = "categorical_crossentropy",
        .aliases = aliases,
        .label = LAMINA_TEXT("metrics", "Categorical cross-entropy"),
        .help = LAMINA_TEXT("metrics", "How far the probabilities are from the right row"),
        .fields = losses::categorical_crossentropy().fields,
        .target = MetricTarget::Rows,
        .objectName = "CategoricalCrossentropy",
        .historyName = "categorical_crossentropy",
        .compile = compileMeanLoss<losses::categorical_crossentropy>};
    return type;
}

} // namespace lamina::metrics
