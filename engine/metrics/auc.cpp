// The area under the curve of recall over false alarms (ROC), or of precision over recall (PR), from the
// counts at evenly spaced thresholds, as Keras takes them: one just below 0, one just above 1, the others
// between. PR is interpolated as Davis and Goadrich 2006 do.
#include "engine/metrics/metric_fields.h"
#include "engine/model/metric_type.h"

#include <algorithm>
#include <cmath>

namespace lamina::metrics {

namespace {
constexpr std::array curves{"ROC", "PR"};
constexpr std::array methods{"interpolation", "minoring", "majoring"};
const std::array aucFields{
    fields::wholeOr("num_thresholds", "200", 2, LAMINA_TEXT("metrics", "Thresholds"),
                    LAMINA_TEXT("metrics", "How many there are; more are finer")),
    Field{.name = "curve",
          .kind = FieldKind::Choice,
          .defaultJson = "\"ROC\"",
          .label = LAMINA_TEXT("metrics", "Curve"),
          .help = LAMINA_TEXT("metrics", "ROC: recall over false alarms; PR: precision over recall"),
          .choices = curves},
    Field{.name = "summation_method",
          .kind = FieldKind::Choice,
          .defaultJson = "\"interpolation\"",
          .label = LAMINA_TEXT("metrics", "Summation"),
          .help = LAMINA_TEXT("metrics", "How the area between two thresholds is taken"),
          .choices = methods},
    Field{.name = "multi_label",
          .kind = FieldKind::Flag,
          .defaultJson = "false",
          .label = LAMINA_TEXT("metrics", "Each label for itself"),
          .help = LAMINA_TEXT("metrics", "The mean of the areas of all outputs, not one of all together")},
    Field{.name = "from_logits",
          .kind = FieldKind::Flag,
          .defaultJson = "false",
          .label = LAMINA_TEXT("metrics", "From logits"),
          .help = LAMINA_TEXT("metrics", "The model's last layer has no activation: a sigmoid is applied")},
    fields::metricName()};

std::vector<float> thresholdsOf(Index count)
{
    std::vector<float> thresholds{static_cast<float>(0 - 1e-7)};
    for (Index i = 1; i + 1 < count; ++i)
        thresholds.push_back(static_cast<float>(static_cast<double>(i) / static_cast<double>(count - 1)));
    thresholds.push_back(static_cast<float>(1 + 1e-7));
    return thresholds;
}

double quotient(double above, double below)
{
    return below != 0 ? above / below : 0;
}

enum class Method { Interpolation, Minoring, Majoring };

// sums of one curve: for each number of thresholds below a prediction, the weight of the true yes, then that
// of the true no.
struct Curve {
    Index thresholds;
    bool precisionRecall;
    Method method;

    Index sums() const { return 2 * (thresholds + 1); }

    double area(std::span<const double> counted) const
    {
        const auto count = static_cast<std::size_t>(thresholds);
        double yes = 0; // all
        double no = 0;
        for (std::size_t b = 0; b <= count; ++b) {
            yes += counted[b];
            no += counted[count + 1 + b];
        }
        double area = 0;
        double right = yes - counted[0]; // predicted yes at the threshold, and right
        double wrong = no - counted[count + 1];
        for (std::size_t t = 0; t + 1 < count; ++t) {
            const double nextRight = std::max(right - counted[t + 1], 0.0);
            const double nextWrong = std::max(wrong - counted[count + 2 + t], 0.0);
            area += precisionRecall && method == Method::Interpolation
                ? interpolated(right, wrong, nextRight, nextWrong, yes)
                : rectangle(right, wrong, nextRight, nextWrong, yes, no);
            right = nextRight;
            wrong = nextWrong;
        }
        return area;
    }

private:
    double rectangle(double right, double wrong, double nextRight, double nextWrong, double yes,
                     double no) const
    {
        const double x = precisionRecall ? quotient(right, yes) : quotient(wrong, no);
        const double nextX = precisionRecall ? quotient(nextRight, yes) : quotient(nextWrong, no);
        const double y = precisionRecall ? quotient(right, right + wrong) : quotient(right, yes);
        const double nextY =
            precisionRecall ? quotient(nextRight, nextRight + nextWrong) : quotient(nextRight, yes);
        const double height = method == Method::Interpolation ? (y + nextY) / 2
            : method == Method::Minoring                      ? std::min(y, nextY)
                                                              : std::max(y, nextY);
        return (x - nextX) * height;
    }

    static double interpolated(double right, double wrong, double nextRight, double nextWrong, double yes)
    {
        const double said = right + wrong;
        const double nextSaid = nextRight + nextWrong;
        const double slope = quotient(right - nextRight, std::max(said - nextSaid, 0.0));
        const double intercept = nextRight - slope * nextSaid;
        const double ratio = said > 0 && nextSaid > 0 ? said / nextSaid : 1;
        return quotient(slope * (right - nextRight + intercept * std::log(ratio)), yes);
    }
};

Result<CompiledMetric> compile(const Attributes& attributes, const MetricTask& task)
{
    const std::string method = attributes.text("summation_method");
    const Curve curve{.thresholds = attributes.whole("num_thresholds"),
                      .precisionRecall = attributes.text("curve") == "PR",
                      .method = method == "minoring" ? Method::Minoring
                          : method == "majoring"     ? Method::Majoring
                                                     : Method::Interpolation};
    const Index labels = attributes.flag("multi_label") ? task.classes() : 1;
    CompiledMetric metric;
    metric.sums = static_cast<int>(labels * curve.sums());
    metric.isMean = false;
    metric.add = [curve, labels, thresholds = thresholdsOf(curve.thresholds),
                  logits = attributes.flag("from_logits")](const MetricPass& p) {
        for (Index n = 0; n < p.samples; ++n)
            for (Index i = n * p.positions * p.classes; i < (n + 1) * p.positions * p.classes; ++i) {
                const float given = p.prediction[i];
                const float prediction = logits ? 1.0F / (1.0F + std::exp(-given)) : given;
                const Index below = std::ranges::lower_bound(thresholds, prediction) - thresholds.begin();
                double* sums = p.sums + (labels > 1 ? i % p.classes * curve.sums() : 0);
                sums[p.target[i] != 0 ? below : curve.thresholds + 1 + below] += p.weight(n);
            }
    };
    metric.result = [curve, labels](std::span<const double> sums, int) {
        double area = 0;
        for (Index label = 0; label < labels; ++label)
            area += curve.area(sums.subspan(static_cast<std::size_t>(label * curve.sums()),
                                            static_cast<std::size_t>(curve.sums())));
        return area / static_cast<double>(labels);
    };
    return metric;
}
} // namespace

const MetricType& auc()
{
    static const MetricType type{.className = "AUC",
                                 .aliases = {},
                                 .label = LAMINA_TEXT("metrics", "Area under the curve"),
                                 .help =
                                     LAMINA_TEXT("metrics", "How well yes is told from no at any threshold"),
                                 .fields = aucFields,
                                 .higherIsBetter = true,
                                 .target = MetricTarget::Rows,
                                 .objectName = "AUC",
                                 .historyName = "auc",
                                 .numbered = true,
                                 .compile = compile};
    return type;
}

} // namespace lamina::metrics
