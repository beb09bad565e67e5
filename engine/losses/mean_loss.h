// What the losses share that are a mean over all numbers of a sample.
#pragma once

#include "engine/losses/sums.h"
#include "engine/model/loss_type.h"

namespace lamina {

// value(p, y) and slope(p, y), its derivative by p, for each prediction and its target.
template <typename Value, typename Slope>
[[gnu::always_inline]] inline void meanOverNumbers(const LossPass& p, Value value, Slope slope)
{
    const Index count = p.positions * p.classes;
    const float factor = p.scale / static_cast<float>(count);
    for (Index n = 0; n < p.samples; ++n) {
        const float* prediction = p.prediction + n * count;
        const float* target = p.target + n * count;
        p.sampleLoss[n] = sumOf(count, [&](Index i) { return value(prediction[i], target[i]); })
            / static_cast<double>(count);
        if (float* gradient = p.gradient ? p.gradient + n * count : nullptr)
            for (Index i = 0; i < count; ++i)
                gradient[i] = factor * slope(prediction[i], target[i]);
    }
}

// row(prediction, target, gradient or nullptr, factor, classes) gives the loss of a position; the mean over
// them.
template <typename Row>
[[gnu::always_inline]] inline void meanOverPositions(const LossPass& p, Row row)
{
    const float factor = p.scale / static_cast<float>(p.positions);
    for (Index n = 0; n < p.samples; ++n) {
        double sum = 0;
        for (Index r = n * p.positions; r < (n + 1) * p.positions; ++r)
            sum += row(p.prediction + r * p.classes, p.target + r * p.classes,
                       p.gradient ? p.gradient + r * p.classes : nullptr, factor, p.classes);
        p.sampleLoss[n] = sum / static_cast<double>(p.positions);
    }
}

inline float signOf(float x)
{
    return x > 0 ? 1.0F : (x < 0 ? -1.0F : x); // 0 and NaN stay what they are
}

// keras.backend.epsilon() as float32 has it.
inline constexpr float lossEpsilon = 1e-7F;

// Whether all labels of the batch are 0 or 1: the hinges then read them as -1 and 1, as Keras does.
inline bool labelsAreZeroOrOne(const LossPass& p)
{
    const float* labels = p.batchTarget ? p.batchTarget : p.target;
    const Index count = (p.batchTarget ? p.batchSamples : p.samples) * p.positions * p.classes;
    for (Index i = 0; i < count; ++i)
        if (labels[i] != 0 && labels[i] != 1)
            return false;
    return true;
}

} // namespace lamina
