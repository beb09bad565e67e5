// Losses, metrics, optimizers and schedules in the words of PyTorch. Empty texts: there is none that means
// the same.
#pragma once

#include "engine/model/loss_type.h"
#include "engine/model/project.h"

#include <string>

namespace lamina::code {

// What a loss or metric looks at.
struct TorchTask {
    const LossType* loss = nullptr;
    bool logits = false; // `prediction` is what the loss's activation is still to be applied to
    Index positions = 1; // axes before the last, together
    Index classes = 1;
};

// The mean over a batch: an expression of `prediction` and `target`.
std::string torchLoss(const PartSpec& loss, const TorchTask& task);
std::string torchMetric(const PartSpec& metric, const TorchTask& task);

// torch.optim.Adam(model.parameters(), lr=0.001, eps=1e-07)
std::string torchOptimizer(const PartSpec& optimizer, double rate);
// An expression of `step`, which counts from 0.
std::string torchRate(const Json& rate);

} // namespace lamina::code
