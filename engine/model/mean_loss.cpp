#include "engine/metrics/mean_metric.h"

namespace lamina {

Result<CompiledMetric> meanLoss(const LossType& loss, const Attributes& attributes, const MetricTask& task)
{
    const bool logits =
        loss.compileFromLogits && task.logitsOf != ActivationKind::Linear && task.logitsOf == loss.logitsOf;
    Result<LossFunction> compiled = loss.compile(attributes, {task.output, task.masked});
    if (!compiled)
        return compiled.faults();
    CompiledMetric metric;
    metric.add = [plain = std::move(*compiled),
                  fromLogits =
                      logits ? loss.compileFromLogits(attributes) : LossFunction()](const MetricPass& p) {
        const bool scored = p.logits && fromLogits;
        (scored ? fromLogits : plain)({.prediction = scored ? p.logits : p.prediction,
                                       .target = p.target,
                                       .samples = p.samples,
                                       .positions = p.positions,
                                       .classes = p.classes,
                                       .sampleLoss = p.perSample,
                                       .gradient = nullptr,
                                       .scale = 1,
                                       .batchTarget = p.batchTarget,
                                       .batchSamples = p.batchSamples});
        for (Index n = 0; n < p.samples; ++n) {
            p.sums[0] += p.weight(n) * p.perSample[n] * static_cast<double>(p.positions);
            p.sums[1] += p.weight(n) * static_cast<double>(p.positions);
        }
    };
    return metric;
}

} // namespace lamina
