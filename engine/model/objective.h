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
        std::vector<std::string> names; // as in Keras' history, one for each number it gives
        CompiledMetric compiled;
        int firstSum = 0; // its place among the sums
        bool weighted = false; // samples count by their weights
    };
    struct Output {
        const LossType* type = nullptr;
        LossFunction loss; // from logits if fromLogits
        bool fromLogits = false;
        Index positions = 1; // the prediction's axes before the last
        Index classes = 1; // its last axis
        Index targetElements = 1;
        double weight = 1; // what its loss counts in the whole
        std::string lossName; // "digit_loss" where there are several outputs, else empty
        int lossSum = -1; // its place among the sums, if it has a name
        std::vector<Metric> metrics;
    };
    std::vector<Output> outputs;
    int sums = 0; // of all metrics and named losses together

    // All but "loss", in Keras' order: losses of the outputs, then metrics.
    std::vector<std::string> names() const;
    // Those that are no mean over samples, so that a batch's share cannot be told from the running value.
    std::vector<std::string> namesOfWholes() const;
    // Loss (a sum over samples) and the other sums of any number of batches, as the numbers to show.
    std::map<std::string, double> results(double lossSum, std::span<const double> sums, Index samples) const;
    // The same put into `results`; allocates nothing where their names stand there already.
    void putResults(double lossSum, std::span<const double> sums, Index samples,
                    std::map<std::string, double>& results) const;
};

// Faults name the place in the project's training section.
Result<Objective> compileObjective(const Network& network, const TrainingSpec& training);

} // namespace lamina
