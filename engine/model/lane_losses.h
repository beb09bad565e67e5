// The end of a lane's forward pass: each output's loss with its gradient, and the sums of its metrics.
#pragma once

#include "engine/model/objective.h"

namespace lamina {

// What one lane adds up in a step.
struct LaneLosses {
    LaneLosses() = default;
    LaneLosses(const Objective& objective, Index rows); // rows: the most that a loss tells apart
    void clear();

    double lossSum = 0; // over the samples; losses and penalties, weighted
    std::vector<double> sums; // as Objective::results() takes them
    std::vector<double> perRow;
    std::vector<double> room; // for metrics
    std::vector<float> rowWeights;
};

// One output's numbers in one lane.
struct OutputPass {
    const float* scored; // what the loss reads: the prediction, or its logits
    const float* prediction;
    const float* target;
    const float* batchTarget; // of the whole batch
    const float* weights; // of the lane's samples, or nullptr
    float* gradient; // by `scored`, or nullptr
    Index samples;
    Index batch;
};

// Which of an output's positions are real.
struct OutputMask {
    const float* values;
    Index entries;
    Index positionsEach; // that each entry speaks of
    double realPositions() const;
};

void addLosses(const Objective::Output& output, const OutputPass& pass, LaneLosses& into);
// Keras weights an output's positions by its mask and divides by how many are real in the batch, `real` (its
// apply_valid_mask); the metrics see those alone. A batch without any has a loss of 0.
void addMaskedLosses(const Objective::Output& output, const OutputPass& pass, const OutputMask& mask,
                     double real, LaneLosses& into);

} // namespace lamina
