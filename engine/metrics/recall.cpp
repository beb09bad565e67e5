// The share of what is yes that was said yes to.
#include "engine/metrics/confusion.h"

namespace lamina::metrics {

const MetricType& recall()
{
    static const MetricType type{.className = "Recall",
                                 .aliases = {},
                                 .label = LAMINA_TEXT("metrics", "Recall"),
                                 .help = LAMINA_TEXT("metrics", "Share of the true yes that was found"),
                                 .fields = confusion::confusionFields(),
                                 .higherIsBetter = true,
                                 .target = MetricTarget::Rows,
                                 .objectName = "Recall",
                                 .historyName = "recall",
                                 .numbered = true,
                                 .compile = [](const Attributes& attributes, const MetricTask& task) {
                                     return confusion::compile(attributes, task, confusion::Missed::WrongNo);
                                 }};
    return type;
}

} // namespace lamina::metrics
