// What the cross-entropies share: their fields, Keras' epsilon, and rows of logits.
#pragma once

#include "engine/core/fields.h"
#include "engine/losses/sums.h"

#include <array>
#include <cmath>

namespace lamina::crossentropy {

// keras.backend.epsilon(), and the range into which probabilities are clipped, as float32 has them.
inline constexpr float epsilon = 1e-7F;
inline constexpr float lowest = epsilon;
inline constexpr float highest = 1.0F - epsilon;

inline float clipped(float p)
{
    return p < lowest ? lowest : (p > highest ? highest : p); // NaN stays
}

// Where clipping bites the loss no longer depends on the probability.
inline bool isClipped(float p)
{
    return p < lowest || p > highest;
}

inline Field fromLogitsField()
{
    return {.name = "from_logits",
            .kind = FieldKind::Flag,
            .defaultJson = "false",
            .label = LAMINA_TEXT("losses", "From logits"),
            .help = LAMINA_TEXT("losses", "The model's last layer has no activation: the loss applies it")};
}

inline Field labelSmoothingField()
{
    return {.name = "label_smoothing",
            .kind = FieldKind::Real,
            .defaultJson = "0",
            .label = LAMINA_TEXT("losses", "Label smoothing"),
            .help = LAMINA_TEXT("losses", "Share of certainty taken from the targets, from 0 to 1"),
            .minimum = 0,
            .maximum = 1};
}

struct LogitRow {
    float largest;
    double sum; // of e^(x - largest)
    double logSum() const { return static_cast<double>(largest) + std::log(sum); } // ln of the sum of e^x
};

// Leaves e^(x - largest) in exponentials, unless that is nullptr.
[[gnu::always_inline]] inline LogitRow readLogits(const float* x, float* exponentials, Index classes)
{
    float largest = x[0];
    for (Index c = 1; c < classes; ++c)
        largest = x[c] > largest ? x[c] : largest;
    if (!exponentials)
        return {largest, sumOf(classes, [&](Index c) { return vectorExp(x[c] - largest); })};
    for (Index c = 0; c < classes; ++c)
        exponentials[c] = vectorExp(x[c] - largest);
    return {largest, sumOf(classes, [&](Index c) { return exponentials[c]; })};
}

} // namespace lamina::crossentropy
