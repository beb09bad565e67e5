// A state of a run with everything in it that is hard to keep.
#pragma once

#include "engine/formats/resume_file.h"

#include <cmath>
#include <limits>

inline lamina::Buffer bufferOf(lamina::Index count, float start)
{
    lamina::Buffer buffer(count);
    for (lamina::Index i = 0; i < count; ++i)
        buffer.data()[i] = start / static_cast<float>(i + 3);
    return buffer;
}

inline lamina::ResumeState resumeSample()
{
    using lamina::Json;
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    lamina::ResumeState state;
    state.identity = {"0.1.0", "oneDNN 2.6.3 avx2", 8};
    state.projectHash = "0123456789abcdef";
    state.run.weights = bufferOf(64, 1.0F);
    state.run.weights.data()[5] = std::numeric_limits<float>::quiet_NaN();
    state.run.weights.data()[6] = -0.0F;
    state.run.optimizerSlots = {bufferOf(64, 2.0F), bufferOf(64, 1e-30F)};
    state.run.optimizerStep = 123456789012;
    state.run.learningRate = 0.1 / 3;
    state.run.epoch = 3;
    state.run.step = 17;
    state.run.lossSum = 1.0 / 3;
    state.run.metricSums = {0.1, -infinity, nan, 5e-324, -0.0};
    state.run.callbacks = {Json{{"best", infinity}, {"wait", 2}}, Json{{"best", 0.1}, {"word", "손"}}};
    state.run.keptWeights = {{}, {{"best", bufferOf(64, 3.0F)}}};
    state.run.history = {
        {.epoch = 0, .logs = {{"loss", 0.1}, {"lr", 1e-3}}, .seconds = 1.5, .samplesPerSecond = 7},
        {.epoch = 1, .logs = {{"loss", nan}, {"lr", 1e-3}}, .seconds = 0.1, .samplesPerSecond = 8}};
    state.run.stopReason = "nan";
    state.run.ended = true;
    return state;
}
