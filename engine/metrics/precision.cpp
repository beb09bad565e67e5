// The share of what was said yes to that is yes.
#include "engine/metrics/confusion.h"

namespace lamina::metrics {

const MetricType& precision()
{
    static const MetricType type{.className = "Precision",
                                 .aliases = {},
                                 .label = LAMINA_TEXT("metrics", "Precision"),
                                 .help = LAMINA_TEXT("metrics", "Share of the predicted yes that is right"),
                                 .fields = confusion::confusionFields(),
                                 .higherIsBetter = true,
                                 .target = MetricTarget::Rows,
                                 .objectName = "Precision",
                                 .historyName = "precision",
                                 .numbered = true,
                                 .compile = [](const Attributes& attributes, const MetricTask& task) {
                                     return confusion::compile(attributes, task, confusion::Missed::WrongYes);
                                 }};
    return type;
}

} // namespace lamina::metrics
