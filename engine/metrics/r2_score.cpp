// The share of the targets' variance that the predictions explain, of each output or brought together.
#include "engine/metrics/metric_fields.h"
#include "engine/model/metric_type.h"

#include <algorithm>
#include <cmath>

namespace lamina::metrics {

namespace {
constexpr std::array aggregations{"uniform_average", "variance_weighted_average"};
const std::array scoreFields{
    Field{.name = "class_aggregation",
          .kind = FieldKind::Choice,
          .defaultJson = "\"uniform_average\"",
          .label = LAMINA_TEXT("metrics", "Average"),
          .help = LAMINA_TEXT("metrics", "How the outputs are brought together; none: each for itself"),
          .choices = aggregations,
          .orNull = true},
    fields::wholeOr("num_regressors", "0", 0, LAMINA_TEXT("metrics", "Regressors"),
                    LAMINA_TEXT("metrics", "Inputs for which the score is adjusted; 0: not at all")),
    fields::metricName()};

// sums of an output: weights, targets and their squares, squared mistakes; behind all, the samples.
constexpr std::size_t kept = 4;

struct Score {
    double raw; // 1 - mistakes / variance
    double variance; // times the weights
};

Score scoreOf(std::span<const double> sums, std::size_t output)
{
    const double* own = sums.data() + output * kept;
    const double variance = own[2] - own[1] * (own[0] != 0 ? own[1] / own[0] : 0);
    const double raw = 1 - own[3] / variance;
    return {std::isinf(raw) ? 0 : raw, variance};
}

double together(std::span<const double> sums, bool byVariance)
{
    const std::size_t outputs = sums.size() / kept;
    double sum = 0;
    double weights = 0;
    for (std::size_t o = 0; o < outputs; ++o) {
        const Score score = scoreOf(sums, o);
        const double weight = byVariance ? score.variance : 1;
        sum += weight * score.raw;
        weights += weight;
    }
    return sum / weights;
}

void add(const MetricPass& p)
{
    for (Index n = 0; n < p.samples; ++n)
        for (Index o = 0; o < p.classes; ++o) {
            const auto target = static_cast<double>(p.target[n * p.classes + o]);
            const double mistake = static_cast<double>(p.prediction[n * p.classes + o]) - target;
            double* sums = p.sums + static_cast<std::size_t>(o) * kept;
            sums[0] += p.weight(n);
            sums[1] += p.weight(n) * target;
            sums[2] += p.weight(n) * target * target;
            sums[3] += p.weight(n) * mistake * mistake;
        }
    p.sums[static_cast<std::size_t>(p.classes) * kept] += static_cast<double>(p.samples);
}

Result<CompiledMetric> compile(const Attributes& attributes, const MetricTask& task)
{
    if (task.positions() > 1)
        return Fault{
            FaultKind::Input,
            LAMINA_TEXT("metrics", "R2Score reads one row of numbers a sample, and the output has several"),
            {},
            LAMINA_TEXT("metrics", "flatten the output, or remove the metric")};
    const bool each = attributes.isNull("class_aggregation");
    CompiledMetric metric;
    metric.sums = static_cast<int>(task.classes()) * static_cast<int>(kept) + 1;
    metric.values = each ? static_cast<int>(task.classes()) : 1;
    metric.isMean = false;
    metric.add = add;
    metric.result = [each, byVariance = attributes.text("class_aggregation") == "variance_weighted_average",
                     regressors = attributes.real("num_regressors")](std::span<const double> sums,
                                                                     int value) {
        const std::span<const double> outputs = sums.first(sums.size() - 1);
        const double score =
            each ? scoreOf(outputs, static_cast<std::size_t>(value)).raw : together(outputs, byVariance);
        const double freedom = sums.back() - regressors - 1;
        // Keras leaves the score as it is where there are too few samples to adjust it.
        return regressors > 0 && freedom > 0 ? 1 - (1 - score) * (sums.back() - 1) / freedom : score;
    };
    return metric;
}
} // namespace

const MetricType& r2_score()
{
    static const MetricType type{
        .className = "R2Score",
        .aliases = {},
        .label = LAMINA_TEXT("metrics", "R² score"),
        .help = LAMINA_TEXT("metrics", "Share of the variance that is explained; 1 is all"),
        .fields = scoreFields,
        .higherIsBetter = true,
        .target = MetricTarget::Rows,
        .objectName = "R2Score",
        .historyName = "r2_score",
        .compile = compile};
    return type;
}

} // namespace lamina::metrics
