// What a metric tells about itself, in one file of engine/metrics.
#pragma once

#include "engine/core/fault.h"
#include "engine/core/fields.h"
#include "engine/core/shape.h"
#include "engine/model/kernel.h"

#include <functional>

namespace lamina {

// One lane's share of a batch.
struct MetricPass {
    const float* prediction; // probabilities or numbers: what the model gives
    const float* target;
    Index samples;
    Index positions;
    Index classes;
    bool sparseTarget;
    double* perSample; // room for a number a sample
    double* sums; // added to
    const float* logits = nullptr; // what the last activation was made from, where the loss reads that
    const float* weights = nullptr; // of the samples; nullptr: all count the same
    const float* batchTarget = nullptr; // as a loss has it
    Index batchSamples = 0;

    double weight(Index sample) const { return weights ? static_cast<double>(weights[sample]) : 1.0; }
};

// What a metric is asked to judge.
struct MetricTask {
    Shape output; // of a sample
    bool sparseTarget;
    ActivationKind logitsOf = ActivationKind::Linear; // the activation behind MetricPass::logits
    bool masked = false; // then passes have a position a sample, those that are real

    Index classes() const { return output.rank() > 0 ? output[-1] : 1; }
    Index positions() const { return output.elements() / classes(); }
};

struct CompiledMetric {
    int sums = 2; // numbers kept over an epoch; those of lanes and batches are added up
    int values = 1; // numbers that it gives: more than one where each class has its own
    bool isMean = true; // sums[0] / sums[1]
    std::function<void(const MetricPass&)> add;
    std::function<double(std::span<const double> sums, int value)> result = meanOf;

    static double meanOf(std::span<const double> sums, int) { return sums[1] != 0 ? sums[0] / sums[1] : 0.0; }
};

enum class MetricTarget {
    Any,
    Rows, // as many numbers as the prediction has
    Classes, // the number of the class
};

struct MetricType {
    const char* className; // what a project names it: Keras' function, or its class where that is all
    std::span<const char* const> aliases;
    TextId label;
    TextId help;
    std::span<const Field> fields;
    bool higherIsBetter = false;
    MetricTarget target = MetricTarget::Any;
    // Keras' class, and what its history calls an object of it; other names stand there as they were given.
    const char* objectName = nullptr;
    const char* historyName = nullptr;
    bool numbered = false; // a second object without a name of its own is <historyName>_1
    // The faults need no place: the caller knows the metric.
    Result<CompiledMetric> (*compile)(const Attributes&, const MetricTask&);
};

namespace metrics {
std::span<const MetricType* const> all();
const MetricType* find(std::string_view name);
} // namespace metrics

} // namespace lamina
