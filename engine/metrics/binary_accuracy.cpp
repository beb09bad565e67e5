// The share of right answers among yes and no, with p > threshold as yes.
#include "engine/metrics/mean_metric.h"
#include "engine/metrics/metric_fields.h"

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"BinaryAccuracy"};
const std::array accuracyFields{fields::threshold("threshold", "0.5"), fields::metricName()};

Result<CompiledMetric> compile(const Attributes& attributes, const MetricTask&)
{
    const float threshold =
        attributes.isNull("threshold") ? 0.5F : static_cast<float>(attributes.real("threshold"));
    return meanOverRows([threshold](const MetricPass& p, Index row) {
        const float* prediction = p.prediction + row * p.classes;
        const float* target = p.target + (p.sparseTarget ? row : row * p.classes);
        Index right = 0;
        for (Index c = 0; c < p.classes; ++c)
            right += target[p.sparseTarget ? 0 : c] == (prediction[c] > threshold ? 1.0F : 0.0F) ? 1 : 0;
        return static_cast<double>(right) / static_cast<double>(p.classes);
    });
}
} // namespace

const MetricType& binary_accuracy()
{
    static const MetricType type{.className = "binary_accuracy",
                                 .aliases = aliases,
                                 .label = LAMINA_TEXT("metrics", "Binary accuracy"),
                                 .help = LAMINA_TEXT("metrics", "Share of right answers among yes and no"),
                                 .fields = accuracyFields,
                                 .higherIsBetter = true,
                                 .objectName = "BinaryAccuracy",
                                 .historyName = "binary_accuracy",
                                 .compile = compile};
    return type;
}

} // namespace lamina::metrics
