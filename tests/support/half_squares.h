// A smooth loss with a known gradient: half the squared distance to the targets.
#pragma once

#include "engine/model/objective.h"

namespace lamina::test {

// For each output of a network.
inline Objective halfSquares(const Network& network)
{
    Objective objective;
    static const LossType type{
        .className = "test", .aliases = {}, .label = {}, .help = {}, .fields = {}, .compile = nullptr};
    for (int o = 0; o < static_cast<int>(network.outputs().size()); ++o) {
        const Index width = network.outputShape(o).elements();
        const auto loss = [width](const LossPass& p) {
            for (Index n = 0; n < p.samples; ++n) {
                p.sampleLoss[n] = 0;
                for (Index i = n * width; i < (n + 1) * width; ++i) {
                    const double d = static_cast<double>(p.prediction[i]) - static_cast<double>(p.target[i]);
                    p.sampleLoss[n] += 0.5 * d * d;
                    if (p.gradient)
                        p.gradient[i] = static_cast<float>(d) * p.scale;
                }
            }
        };
        objective.outputs.push_back({.type = &type,
                                     .loss = loss,
                                     .classes = width,
                                     .targetElements = width,
                                     .lossName = {},
                                     .metrics = {}});
    }
    return objective;
}

} // namespace lamina::test
