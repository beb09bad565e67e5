// The mean cosine of the angle between target and prediction: the loss of the same name without its minus.
#include "engine/metrics/mean_metric.h"

#include <array>

namespace lamina::losses {
const LossType& cosine_similarity();
}

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"CosineSimilarity", "cosine_proximity"};

Result<CompiledMetric> compile(const Attributes& attributes, const MetricTask& task)
{
    Result<CompiledMetric> metric = meanLoss(losses::cosine_similarity(), attributes, task);
    if (metric)
        metric->result = [](std::span<const double> sums, int value) {
            return -CompiledMetric::meanOf(sums, value);
        };
    return metric;
}
} // namespace

const MetricType& cosine_similarity()
{
    static const MetricType type{
        .className = "cosine_similarity",
        .aliases = aliases,
        .label = LAMINA_TEXT("metrics", "Cosine similarity"),
        .help = LAMINA_TEXT("metrics", "1 where prediction and target point the same way"),
        .fields = losses::cosine_similarity().fields,
        .higherIsBetter = true,
        .target = MetricTarget::Rows,
        .objectName = "CosineSimilarity",
        .historyName = "cosine_similarity",
        .compile = compile};
    return type;
}

} // namespace lamina::metrics
