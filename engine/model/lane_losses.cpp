#include "engine/model/lane_losses.h"

#include "engine/kernels/clones.h"
#include "engine/model/real_runs.h"

#include <algorithm>

namespace lamina {

namespace {
LAMINA_CLONES void scaleRows(float* rows, const float* factors, Index count, Index length)
{
    for (Index n = 0; n < count; ++n)
        for (Index i = 0; i < length; ++i)
            rows[n * length + i] *= factors[n];
}

// Rows that count alike: samples with all their positions, or positions that a mask calls real.
struct Rows {
    Index count;
    Index positions; // of each
    Index batch; // rows of the whole batch
    double scale; // of the gradient
};

// Gives the weighted sum of the rows' losses.
double addRows(const Objective::Output& output, const OutputPass& p, const Rows& rows, LaneLosses& into)
{
    output.loss({.prediction = p.scored,
                 .target = p.target,
                 .samples = rows.count,
                 .positions = rows.positions,
                 .classes = output.classes,
                 .sampleLoss = into.perRow.data(),
                 .gradient = p.gradient,
                 .scale = static_cast<float>(rows.scale),
                 .batchTarget = p.batchTarget,
                 .batchSamples = rows.batch});
    double sum = 0;
    for (Index n = 0; n < rows.count; ++n) {
        const double loss = into.perRow[static_cast<std::size_t>(n)];
        sum += p.weights ? loss * static_cast<double>(p.weights[n]) : loss;
    }
    if (p.weights && p.gradient)
        scaleRows(p.gradient, p.weights, rows.count, rows.positions * output.classes);
    for (const Objective::Metric& metric : output.metrics)
        metric.compiled.add({.prediction = p.prediction,
                             .target = p.target,
                             .samples = rows.count,
                             .positions = rows.positions,
                             .classes = output.classes,
                             .sparseTarget = output.type->sparseTarget,
                             .perSample = into.room.data(),
                             .sums = into.sums.data() + metric.firstSum,
                             .logits = output.fromLogits ? p.scored : nullptr,
                             .weights = metric.weighted ? p.weights : nullptr,
                             .batchTarget = p.batchTarget,
                             .batchSamples = rows.batch});
    return sum;
}

void take(const Objective::Output& output, double sum, LaneLosses& into)
{
    into.lossSum += output.weight * sum;
    if (output.lossSum >= 0)
        into.sums[static_cast<std::size_t>(output.lossSum)] += sum;
}
} // namespace

LaneLosses::LaneLosses(const Objective& objective, Index rows)
    : sums(static_cast<std::size_t>(objective.sums)), perRow(static_cast<std::size_t>(rows)),
      room(static_cast<std::size_t>(rows)), rowWeights(static_cast<std::size_t>(rows))
{
}

void LaneLosses::clear()
{
    lossSum = 0;
    std::fill(sums.begin(), sums.end(), 0.0);
}

double OutputMask::realPositions() const
{
    double real = 0;
    forRealRuns(values, entries, positionsEach,
                [&](Index, Index count) { real += static_cast<double>(count); });
    return real;
}

void addLosses(const Objective::Output& output, const OutputPass& p, LaneLosses& into)
{
    const Rows rows{.count = p.samples,
                    .positions = output.positions,
                    .batch = p.batch,
                    .scale = output.weight / static_cast<double>(p.batch)};
    take(output, addRows(output, p, rows, into), into);
}

void addMaskedLosses(const Objective::Output& output, const OutputPass& p, const OutputMask& mask,
                     double real, LaneLosses& into)
{
    if (p.gradient)
        std::fill_n(p.gradient, p.samples * output.positions * output.classes, 0.0F);
    for (Index n = 0; p.weights && n < p.samples; ++n)
        std::fill_n(into.rowWeights.data() + n * output.positions, output.positions, p.weights[n]);
    const Index targetEach = output.targetElements / output.positions;
    double sum = 0;
    forRealRuns(mask.values, mask.entries, mask.positionsEach, [&](Index first, Index count) {
        OutputPass run = p;
        run.scored += first * output.classes;
        run.prediction += first * output.classes;
        run.target += first * targetEach;
        run.weights = p.weights ? into.rowWeights.data() + first : nullptr;
        run.gradient = p.gradient ? p.gradient + first * output.classes : nullptr;
        sum += addRows(output, run,
                       {.count = count,
                        .positions = 1,
                        .batch = p.batch * output.positions,
                        .scale = output.weight / real},
                       into);
    });
    if (real > 0)
        take(output, sum * static_cast<double>(p.batch) / real, into);
}

} // namespace lamina
