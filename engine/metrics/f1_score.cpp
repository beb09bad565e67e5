// The harmonic mean of precision and recall, of each class or brought together. Without a threshold the
// largest outputs of a row are its yes, all of them where some are equal.
#include "engine/metrics/metric_fields.h"
#include "engine/model/metric_type.h"

#include <algorithm>
#include <cmath>

namespace lamina::metrics {

namespace {
constexpr std::array averages{"micro", "macro", "weighted"};
const std::array scoreFields{
    Field{.name = "average",
          .kind = FieldKind::Choice,
          .defaultJson = "null",
          .label = LAMINA_TEXT("metrics", "Average"),
          .help = LAMINA_TEXT("metrics", "How the classes are brought together; none: each for itself"),
          .choices = averages,
          .orNull = true},
    fields::threshold("threshold", "null"), fields::metricName()};

// sums: for each class right yes, wrong yes, wrong no, and the weight of its true yes.
constexpr Index kept = 4;

double scoreOf(double right, double wrongYes, double wrongNo)
{
    const double said = right + wrongYes;
    const double is = right + wrongNo;
    const double precision = said != 0 ? right / said : 0;
    const double recall = is != 0 ? right / is : 0;
    return precision + recall != 0 ? 2 * precision * recall / (precision + recall) : 0;
}

double scoreOf(std::span<const double> sums, std::size_t classIndex)
{
    const double* own = sums.data() + classIndex * kept;
    return scoreOf(own[0], own[1], own[2]);
}

double together(std::span<const double> sums, const std::string& average)
{
    const std::size_t classes = sums.size() / kept;
    if (average == "micro") {
        std::array<double, 3> all{};
        for (std::size_t c = 0; c < classes; ++c)
            for (std::size_t k = 0; k < all.size(); ++k)
                all[k] += sums[c * kept + k];
        return scoreOf(all[0], all[1], all[2]);
    }
    double sum = 0;
    double weights = 0;
    for (std::size_t c = 0; c < classes; ++c) {
        const double weight = average == "weighted" ? sums[c * kept + 3] : 1;
        sum += weight * scoreOf(sums, c);
        weights += weight;
    }
    return weights != 0 ? sum / weights : 0;
}

void add(const MetricPass& p, bool largest, float threshold)
{
    for (Index n = 0; n < p.samples; ++n) {
        const float* prediction = p.prediction + n * p.classes;
        const float most = largest ? *std::max_element(prediction, prediction + p.classes) : threshold;
        for (Index c = 0; c < p.classes; ++c) {
            const bool yes =
                largest ? prediction[c] >= most && std::abs(prediction[c]) > 1e-12F : prediction[c] > most;
            const auto truth = static_cast<double>(p.target[n * p.classes + c]);
            double* sums = p.sums + c * kept;
            sums[0] += yes ? p.weight(n) * truth : 0;
            sums[1] += yes ? p.weight(n) * (1 - truth) : 0;
            sums[2] += yes ? 0 : p.weight(n) * truth;
            sums[3] += p.weight(n) * truth;
        }
    }
}

Result<CompiledMetric> compile(const Attributes& attributes, const MetricTask& task)
{
    if (task.positions() > 1)
        return Fault{
            FaultKind::Input,
            LAMINA_TEXT("metrics", "F1Score reads one row of classes a sample, and the output has several"),
            {},
            LAMINA_TEXT("metrics", "flatten the output, or remove the metric")};
    const std::string average = attributes.text("average");
    CompiledMetric metric;
    metric.sums = static_cast<int>(task.classes() * kept);
    metric.values = average.empty() ? static_cast<int>(task.classes()) : 1;
    metric.isMean = false;
    metric.add = [largest = attributes.isNull("threshold"),
                  threshold = attributes.isNull("threshold")
                      ? 0.0F
                      : static_cast<float>(attributes.real("threshold"))](const MetricPass& p) {
        add(p, largest, threshold);
    };
    metric.result = [average](std::span<const double> sums, int value) {
        return average.empty() ? scoreOf(sums, static_cast<std::size_t>(value)) : together(sums, average);
    };
    return metric;
}
} // namespace

const MetricType& f1_score()
{
    static const MetricType type{.className = "F1Score",
                                 .aliases = {},
                                 .label = LAMINA_TEXT("metrics", "F1 score"),
                                 .help = LAMINA_TEXT("metrics", "Precision and recall in one number"),
                                 .fields = scoreFields,
                                 .higherIsBetter = true,
                                 .target = MetricTarget::Rows,
                                 .objectName = "F1Score",
                                 .historyName = "f1_score",
                                 .compile = compile};
    return type;
}

} // namespace lamina::metrics
