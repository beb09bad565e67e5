// What a metric tells about itself, in one file of engine/metrics.
#pragma once

#include "engine/core/fields.h"

#include <functional>

namespace lamina {

struct MetricPass {
    const float* prediction; // probabilities or numbers: what the model gives, never logits
    const float* target;
    Index samples;
    Index positions;
    Index classes;
    bool sparseTarget;
    double* sums; // added to
};

using MetricFunction = std::function<void(const MetricPass&)>;

struct MetricType {
    const char* className; // "accuracy"
    std::span<const char* const> aliases;
    TextId label;
    TextId help;
    std::span<const Field> fields;
    bool higherIsBetter = false;
    int sums; // how many numbers are kept over an epoch
    MetricFunction (*compile)(const Attributes&);
    double (*result)(std::span<const double> sums);
};

namespace metrics {
std::span<const MetricType* const> all();
const MetricType* find(std::string_view name);
} // namespace metrics

} // namespace lamina
