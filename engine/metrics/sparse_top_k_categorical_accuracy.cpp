// The share of rows in which the class that the target names is among the k largest outputs.
#include "engine/metrics/largest.h"
#include "engine/metrics/mean_metric.h"
#include "engine/metrics/metric_fields.h"

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"SparseTopKCategoricalAccuracy"};
const std::array accuracyFields{fields::topK(), fields::metricName()};

Result<CompiledMetric> compile(const Attributes& attributes, const MetricTask&)
{
    return meanOverRows([k = attributes.whole("k")](const MetricPass& p, Index row) {
        const float number = p.target[row];
        const Index place =
            number >= 0 && number < static_cast<float>(p.classes) ? static_cast<Index>(number) : -1;
        return isInTop(p.prediction + row * p.classes, p.classes, place, k) ? 1.0 : 0.0;
    });
}
} // namespace

const MetricType& sparse_top_k_categorical_accuracy()
{
    static const MetricType type{
        .className = "sparse_top_k_categorical_accuracy",
        .aliases = aliases,
        .label = LAMINA_TEXT("metrics", "Sparse top-k accuracy"),
        .help = LAMINA_TEXT("metrics", "Share of rows whose k largest outputs hold the class"),
        .fields = accuracyFields,
        .higherIsBetter = true,
        .target = MetricTarget::Classes,
        .objectName = "SparseTopKCategoricalAccuracy",
        .historyName = "sparse_top_k_categorical_accuracy",
        .compile = compile};
    return type;
}

} // namespace lamina::metrics
