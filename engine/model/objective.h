// What a training tries to make small and what it reports: losses and metrics, fitted to a network's outputs.
#pragma once

#include "engine/model/loss_type.h"
#include "engine/model/metric_type.h"
#include "engine/model/network.h"
#include "engine/model/project.h"

namespace lamina {

struct Objective {
    struct Metric {
        const MetricType* type = nullptr;
        std::string name; // as the project writes it: "accuracy", "acc"
        MetricFunction add;
        int firstSum = 0; // its place among the sums
    };
    struct Output {
        const LossType* type = nullptr;
        LossFunction loss; // from logits if fromLogits
        bool fromLogits = false;
        Index positions = 1; // the prediction's axes before the last
        Index classes = 1; // its last axis
        Index targetElements = 1;
        std::vector<Metric> metrics;
    };
    std::vector<Output> outputs;
    int sums = 0; // of all metrics together

    std::vector<std::string> metricNames() const;
    // Loss (a sum over samples) and metrics' sums of any number of batches, as the numbers to show.
    std::map<std::string, double> results(double lossSum, std::span<const double> metricSums,
                                          Index samples) const;
};

// Faults name the place in the project's training section.
Result<Objective> compileObjective(const Network& network, const TrainingSpec& training);

} // namespace lamina
