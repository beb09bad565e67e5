#include "engine/kernels/depthwise_loops.h"

#include "engine/kernels/clones.h"

#include <algorithm>

namespace lamina {

namespace {
// A few targets beside each other share what they read: with three taps, four targets need six cells. So many
// channels at a time that all of it stays in the first-level cache.
constexpr Index together = 4;
constexpr Index blockChannels = 256;

struct Steps {
    Index sourceTap, sourceNext; // to what the next tap reads, and what the next target's same tap reads
    Index kernelTap;
    Index targetNext;
};

// Reads source at (k · tap + n · next); where both steps are alike the same cells are read once.
template <bool alike>
[[gnu::always_inline]] inline Index cell(const Steps& s, int k, int n)
{
    return alike ? (k + n) * s.sourceNext : k * s.sourceTap + n * s.sourceNext;
}

template <int taps, int targets, bool alike>
[[gnu::always_inline]] inline void gatherBlock(const Steps s, const float* __restrict source,
                                               const float* __restrict kernel, float* __restrict target,
                                               Index channels)
{
    for (Index c = 0; c < channels; ++c) {
        float sums[targets];
#pragma GCC unroll 4
        for (int n = 0; n < targets; ++n)
            sums[n] = target[n * s.targetNext + c];
#pragma GCC unroll 4
        for (int k = 0; k < taps; ++k) {
            const float weight = kernel[k * s.kernelTap + c];
#pragma GCC unroll 4
            for (int n = 0; n < targets; ++n)
                sums[n] += weight * source[cell<alike>(s, k, n) + c];
        }
#pragma GCC unroll 4
        for (int n = 0; n < targets; ++n)
            target[n * s.targetNext + c] = sums[n];
    }
}

template <int taps, int targets, bool alike>
[[gnu::always_inline]] inline void correlateBlock(const Steps s, const float* __restrict source,
                                                  const float* __restrict targetGradient,
                                                  float* __restrict gradient, Index channels)
{
    for (Index c = 0; c < channels; ++c) {
        float sums[taps];
#pragma GCC unroll 4
        for (int k = 0; k < taps; ++k)
            sums[k] = gradient[k * s.kernelTap + c];
#pragma GCC unroll 4
        for (int n = 0; n < targets; ++n) {
            const float arriving = targetGradient[n * s.targetNext + c];
#pragma GCC unroll 4
            for (int k = 0; k < taps; ++k)
                sums[k] += arriving * source[cell<alike>(s, k, n) + c];
        }
#pragma GCC unroll 4
        for (int k = 0; k < taps; ++k)
            gradient[k * s.kernelTap + c] = sums[k];
    }
}

// All taps of one row of the window, three at a time.
template <int targets, bool alike>
[[gnu::always_inline]] inline void gatherTaps(const Steps& s, Index taps, const float* source,
                                              const float* kernel, float* target, Index channels)
{
    for (; taps >= 3; taps -= 3, source += 3 * s.sourceTap, kernel += 3 * s.kernelTap)
        gatherBlock<3, targets, alike>(s, source, kernel, target, channels);
    if (taps == 2)
        gatherBlock<2, targets, alike>(s, source, kernel, target, channels);
    else if (taps == 1)
        gatherBlock<1, targets, alike>(s, source, kernel, target, channels);
}

template <int targets, bool alike>
[[gnu::always_inline]] inline void correlateTaps(const Steps& s, Index taps, const float* source,
                                                 const float* targetGradient, float* gradient, Index channels)
{
    for (; taps >= 3; taps -= 3, source += 3 * s.sourceTap, gradient += 3 * s.kernelTap)
        correlateBlock<3, targets, alike>(s, source, targetGradient, gradient, channels);
    if (taps == 2)
        correlateBlock<2, targets, alike>(s, source, targetGradient, gradient, channels);
    else if (taps == 1)
        correlateBlock<1, targets, alike>(s, source, targetGradient, gradient, channels);
}

LAMINA_CLONES void gatherSome(const Steps& s, Index targets, Index taps, const float* source,
                              const float* kernel, float* target, Index channels)
{
    const bool alike = s.sourceTap == s.sourceNext;
    if (targets == together && alike)
        gatherTaps<together, true>(s, taps, source, kernel, target, channels);
    else if (targets == together)
        gatherTaps<together, false>(s, taps, source, kernel, target, channels);
    else
        for (Index n = 0; n < targets; ++n)
            gatherTaps<1, false>(s, taps, source + n * s.sourceNext, kernel, target + n * s.targetNext,
                                 channels);
}

LAMINA_CLONES void correlateSome(const Steps& s, Index targets, Index taps, const float* source,
                                 const float* targetGradient, float* gradient, Index channels)
{
    const bool alike = s.sourceTap == s.sourceNext;
    if (targets == together && alike)
        correlateTaps<together, true>(s, taps, source, targetGradient, gradient, channels);
    else if (targets == together)
        correlateTaps<together, false>(s, taps, source, targetGradient, gradient, channels);
    else
        for (Index n = 0; n < targets; ++n)
            correlateTaps<1, false>(s, taps, source + n * s.sourceNext, targetGradient + n * s.targetNext,
                                    gradient, channels);
}

LAMINA_CLONES void reluInPlace(float* y, Index count)
{
    for (Index i = 0; i < count; ++i)
        y[i] = y[i] > 0 || y[i] != y[i] ? y[i] : 0.0F; // a not-a-number stays visible
}

// Calls with each group of neighbouring targets: one target row, one block of channels, one run of columns.
template <typename Function>
[[gnu::always_inline]] inline void forEachGroup(const DepthwiseWalk& walk, Function function)
{
    for (const AxisRun& rows : walk.rows.runs)
        for (Index r = 0; r < rows.count; ++r)
            for (Index first = 0; first < walk.channels; first += blockChannels)
                for (const AxisRun& columns : walk.columns.runs)
                    for (Index n = 0; n < columns.count; n += together)
                        function(rows, r, first, std::min(blockChannels, walk.channels - first), columns, n,
                                 std::min(together, columns.count - n));
}

Steps stepsOf(const DepthwiseWalk& walk)
{
    return {.sourceTap = walk.columns.tapSourceStep * walk.channels,
            .sourceNext = walk.columns.sourceStep * walk.channels,
            .kernelTap = walk.columns.tapStep * walk.channels,
            .targetNext = walk.columns.targetStep * walk.channels};
}

struct Places {
    Index source, kernel, target;
};

Places placesOf(const DepthwiseWalk& walk, const AxisRun& rows, Index r, Index first, const AxisRun& columns,
                Index n)
{
    const Index sourceRow = rows.source + r * walk.rows.sourceStep;
    const Index targetRow = rows.target + r * walk.rows.targetStep;
    return {.source =
                (sourceRow * walk.sourceWidth + columns.source + n * walk.columns.sourceStep) * walk.channels
                + first,
            .kernel = (rows.tap * walk.kernelWidth + columns.tap) * walk.channels + first,
            .target =
                (targetRow * walk.targetWidth + columns.target + n * walk.columns.targetStep) * walk.channels
                + first};
}
} // namespace

void gather(const DepthwiseWalk& walk, const float* source, const float* kernel, const float* start,
            bool relu, float* target)
{
    const Steps steps = stepsOf(walk);
    const Index sourceRow = walk.rows.tapSourceStep * walk.sourceWidth * walk.channels;
    const Index kernelRow = walk.rows.tapStep * walk.kernelWidth * walk.channels;
    forEachGroup(walk,
                 [&](const AxisRun& rows, Index r, Index first, Index channels, const AxisRun& columns,
                     Index n, Index targets) {
                     const Places at = placesOf(walk, rows, r, first, columns, n);
                     float* into = target + at.target;
                     for (Index i = 0; i < targets; ++i) {
                         if (start)
                             std::copy_n(start + first, channels, into + i * steps.targetNext);
                         else
                             std::fill_n(into + i * steps.targetNext, channels, 0.0F);
                     }
                     for (Index tap = 0; columns.taps > 0 && tap < rows.taps; ++tap)
                         gatherSome(steps, targets, columns.taps, source + at.source + tap * sourceRow,
                                    kernel + at.kernel + tap * kernelRow, into, channels);
                     for (Index i = 0; relu && i < targets; ++i)
                         reluInPlace(into + i * steps.targetNext, channels);
                 });
}

void correlate(const DepthwiseWalk& walk, const float* source, const float* targetGradient, float* gradient)
{
    const Steps steps = stepsOf(walk);
    const Index sourceRow = walk.rows.tapSourceStep * walk.sourceWidth * walk.channels;
    const Index kernelRow = walk.rows.tapStep * walk.kernelWidth * walk.channels;
    forEachGroup(walk,
                 [&](const AxisRun& rows, Index r, Index first, Index channels, const AxisRun& columns,
                     Index n, Index targets) {
                     const Places at = placesOf(walk, rows, r, first, columns, n);
                     for (Index tap = 0; columns.taps > 0 && tap < rows.taps; ++tap)
                         correlateSome(steps, targets, columns.taps, source + at.source + tap * sourceRow,
                                       targetGradient + at.target, gradient + at.kernel + tap * kernelRow,
                                       channels);
                 });
}

void repeatChannels(const float* x, float* y, Index rows, Index channels, Index times)
{
    for (Index i = 0; i < rows * channels; ++i)
        for (Index t = 0; t < times; ++t)
            y[i * times + t] = x[i];
}

void foldChannels(const float* y, float* x, Index rows, Index channels, Index times)
{
    for (Index i = 0; i < rows * channels; ++i) {
        float sum = 0;
        for (Index t = 0; t < times; ++t)
            sum += y[i * times + t];
        x[i] = sum;
    }
}

} // namespace lamina
