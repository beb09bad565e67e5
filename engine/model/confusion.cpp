#include "engine/metrics/confusion.h"

namespace lamina::confusion {

namespace {
// Keras' stand-in for minus infinity: with top_k and no threshold of its own every one of the k is a yes.
constexpr float lowest = -1e10F;

// Whether a place is among the k largest of its row; of equals the first ones.
bool isAmongTop(const float* row, Index classes, Index place, Index k)
{
    Index before = 0;
    for (Index c = 0; c < classes; ++c)
        before += row[c] > row[place] || (row[c] == row[place] && c < place) ? 1 : 0;
    return before < k;
}
} // namespace

std::span<const Field> confusionFields()
{
    static const std::array all{
        Field{.name = "thresholds",
              .kind = FieldKind::RealList,
              .defaultJson = "null",
              .label = LAMINA_TEXT("metrics", "Thresholds"),
              .help =
                  LAMINA_TEXT("metrics", "Above it a prediction counts as yes; a value for each of several"),
              .minimum = 0,
              .maximum = 1,
              .orNull = true},
        fields::wholeOr("top_k", "null", 1, LAMINA_TEXT("metrics", "Top k"),
                        LAMINA_TEXT("metrics", "Only the k largest outputs of a row can be a yes")),
        fields::wholeOr("class_id", "null", 0, LAMINA_TEXT("metrics", "Class"),
                        LAMINA_TEXT("metrics", "Look at this output alone")),
        fields::metricName()};
    return all;
}

Result<CompiledMetric> compile(const Attributes& attributes, const MetricTask& task, Missed missed)
{
    const bool single = !attributes.isNull("class_id");
    const Index first = single ? attributes.whole("class_id") : 0;
    if (single && first >= task.classes())
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("metrics", "There is no class %1 among %2 outputs"), first, task.classes()),
            Place{{}, "class_id", {}},
            Text(LAMINA_TEXT("metrics", "give a number from 0 to %1"), task.classes() - 1)};
    const Index end = single ? first + 1 : task.classes();
    const Index top = attributes.isNull("top_k") ? task.classes() : attributes.whole("top_k");
    const bool ranked = !attributes.isNull("top_k");
    std::vector<float> thresholds;
    for (const double given : attributes.reals("thresholds"))
        thresholds.push_back(static_cast<float>(given));
    if (thresholds.empty() && !attributes.isNull("thresholds"))
        return Fault{FaultKind::Input, LAMINA_TEXT("metrics", "There is no threshold in the list"),
                     Place{{}, "thresholds", {}},
                     LAMINA_TEXT("metrics", "give numbers from 0 to 1, or null for 0.5")};
    if (thresholds.empty())
        thresholds = {ranked ? lowest : 0.5F};
    CompiledMetric metric;
    metric.isMean = false;
    metric.values = static_cast<int>(thresholds.size());
    metric.sums = 2 * metric.values;
    metric.add = [=](const MetricPass& p) {
        for (Index n = 0; n < p.samples; ++n)
            for (std::size_t t = 0; t < thresholds.size(); ++t) {
                Index right = 0;
                Index wrong = 0;
                for (Index row = n * p.positions; row < (n + 1) * p.positions; ++row) {
                    const float* prediction = p.prediction + row * p.classes;
                    for (Index c = first; c < end; ++c) {
                        const bool yes = prediction[c] > thresholds[t]
                            && (!ranked || isAmongTop(prediction, p.classes, c, top));
                        const bool truth = p.target[row * p.classes + c] != 0;
                        right += yes && truth ? 1 : 0;
                        wrong += (missed == Missed::WrongYes ? yes && !truth : !yes && truth) ? 1 : 0;
                    }
                }
                p.sums[2 * t] += p.weight(n) * static_cast<double>(right);
                p.sums[2 * t + 1] += p.weight(n) * static_cast<double>(wrong);
            }
    };
    metric.result = [](std::span<const double> sums, int value) {
        const double right = sums[static_cast<std::size_t>(2 * value)];
        const double all = right + sums[static_cast<std::size_t>(2 * value + 1)];
        return all != 0 ? right / all : 0.0;
    };
    return metric;
}

} // namespace lamina::confusion
