// What a training will take of the memory, told before it takes it.
#pragma once

#include "engine/core/fault.h"
#include "engine/model/network.h"
#include "engine/model/objective.h"
#include "engine/model/project.h"

#include <filesystem>

namespace lamina {

// Bytes. The data is not among them: how much of it is kept in memory is its source's matter.
struct TrainingMemory {
    double weights = 0; // in use, and in the newest snapshot
    double optimizer = 0; // its slots, and gathered gradients
    double gradients = 0; // of all lanes, in the plans for whole batches and for what is left over
    double activations = 0; // with the kernels' workspaces, in the plans of training and validation
    double batches = 0;
    double states = 0; // a copy of weights and slots on its way to the disk
    // What of it is a layer's, by layer of the network: all but the batches. What layers share by turns is
    // shared out among them.
    std::vector<double> layers;
    double total() const { return weights + optimizer + gradients + activations + batches + states; }
};

// With a batch of `batch` instead of the project's. A part without samples has none of its size known: whole
// batches are assumed.
TrainingMemory trainingMemory(const Network& network, const Objective& objective,
                              const TrainingSpec& training, Index batch, Index trainSamples,
                              Index validationSamples);

// "Training takes about 1.2 GB: …", for a summary.
std::string memoryLine(const TrainingMemory& memory, Index batch);

// What a process may still take, in bytes: what the system has, or what is left of a limit on its group.
// `root` is where the system's files stand.
double availableMemory(const std::filesystem::path& root = "/");

// An Input fault if not even weights, gradients and a copy fit. Asked before any of them is made.
Result<void> checkWeights(const Network& network, double available);
// The largest batch below `batch` that fits; 0: not even one sample does.
Index largestBatch(const Network& network, const Objective& objective, const TrainingSpec& training,
                   Index batch, Index trainSamples, Index validationSamples, double available);
// The fault of a training that takes more than there is; `fits` as largestBatch() gives it.
Fault doesNotFit(double wanted, double available, Index fits);
// An Input fault if it takes more than there is, with the largest batch that fits.
Result<void> checkMemory(const Network& network, const Objective& objective, const TrainingSpec& training,
                         Index trainSamples, Index validationSamples, double available);

} // namespace lamina
