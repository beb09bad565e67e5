// Whether the loss fits what the network gives; the most common beginner's mistake, told before the run.
#pragma once

#include "engine/model/network.h"
#include "engine/model/project.h"

#include <QString>

#include <optional>

namespace lamina {

struct LossAdvice {
    QString sentence;
    std::string loss; // what would fit; empty: the model's last layer must change instead
};

// Nothing to say where they fit, where the model has faults, or where it is not known what is meant.
std::optional<LossAdvice> adviseLoss(const Project& project, const ModelAnalysis& analysis);

} // namespace lamina
