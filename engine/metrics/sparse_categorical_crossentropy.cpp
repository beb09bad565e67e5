// The loss of the same name, as a mean over all samples.
#include "engine/metrics/mean_metric.h"

#include <array>

namespace lamina::losses {
const LossType& sparse_categorical_crossentropy();
}

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"SparseCategoricalCrossentropy"};
}

const MetricType& sparse_categorical_crossentropy()
{
    static const MetricType type{
        .className = "sparse_categorical_crossentropy",
        .aliases = aliases,
        .label = LAMINA_TEXT("metrics", "Sparse categorical cross-entropy"),
        .help = LAMINA_TEXT("metrics", "How far the probabilities are from the right class"),
        .fields = losses::sparse_categorical_crossentropy().fields,
        .target = MetricTarget::Classes,
        .objectName = "SparseCategoricalCrossentropy",
        .historyName = "sparse_categorical_crossentropy",
        .compile = compileMeanLoss<losses::sparse_categorical_crossentropy>};
    return type;
}

} // namespace lamina::metrics
