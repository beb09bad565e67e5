// The share of rows in which the target's largest place is among the k largest outputs.
#include "engine/metrics/largest.h"
#include "engine/metrics/mean_metric.h"
#include "engine/metrics/metric_fields.h"

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"TopKCategoricalAccuracy"};
const std::array accuracyFields{fields::topK(), fields::metricName()};

Result<CompiledMetric> compile(const Attributes& attributes, const MetricTask&)
{
    return meanOverRows([k = attributes.whole("k")](const MetricPass& p, Index row) {
        const Index place = largestOf(p.target + row * p.classes, p.classes);
        return isInTop(p.prediction + row * p.classes, p.classes, place, k) ? 1.0 : 0.0;
    });
}
} // namespace

const MetricType& top_k_categorical_accuracy()
{
    static const MetricType type{
        .className = "top_k_categorical_accuracy",
        .aliases = aliases,
        .label = LAMINA_TEXT("metrics", "Top-k accuracy"),
        .help = LAMINA_TEXT("metrics", "Share of rows whose k largest outputs hold the right one"),
        .fields = accuracyFields,
        .higherIsBetter = true,
        .target = MetricTarget::Rows,
        .objectName = "TopKCategoricalAccuracy",
        .historyName = "top_k_categorical_accuracy",
        .compile = compile};
    return type;
}

} // namespace lamina::metrics
