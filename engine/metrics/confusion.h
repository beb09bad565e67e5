// What precision and recall share: yes and no, right and wrong, at one threshold or at several.
#pragma once

#include "engine/metrics/metric_fields.h"
#include "engine/model/metric_type.h"

namespace lamina::confusion {

// Of all outputs together, or of one class; with top_k the k largest outputs of a row count as yes.
std::span<const Field> confusionFields();

enum class Missed { WrongYes, WrongNo };
// sums, for each threshold: right yes, and what is missed. The results are right / (right + missed), 0 where
// there is neither.
Result<CompiledMetric> compile(const Attributes& attributes, const MetricTask& task, Missed missed);

} // namespace lamina::confusion
