// The loss of the same name, as a mean over all samples.
#include "engine/metrics/mean_metric.h"

#include <array>

namespace lamina::losses {
const LossType& binary_crossentropy();
}

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"BinaryCrossentropy", "bce", "BCE"};
}

const MetricType& binary_crossentropy()
{
    static const MetricType type{
        .className = "binary_crossentropy",
        .aliases = aliases,
        .label = LAMINA_TEXT("metrics", "Binary cross-entropy"),
        .help = LAMINA_TEXT("metrics", "How far the probabilities of yes are from the truth"),
        .fields = losses::binary_crossentropy().fields,
        .target = MetricTarget::Rows,
        .objectName = "BinaryCrossentropy",
        .historyName = "binary_crossentropy",
        .compile = compileMeanLoss<losses::binary_crossentropy>};
    return type;
}

} // namespace lamina::metrics
