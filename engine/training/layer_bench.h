// What each layer of a step takes, beside what it must take at the least on this machine.
#pragma once

#include "engine/kernels/machine_limits.h"
#include "engine/model/plan.h"

#include <string>
#include <vector>

namespace lamina {

struct LayerBench {
    std::string name;
    std::string className;
    double milliseconds = 0; // of a step, on all threads together: processor time / threads
    double forward = 0; // of these
    double backward = 0;
    double flops = 0; // of a step
    // The larger of two times, for each direction: the arithmetic at the machine's peak, and reading each
    // input and parameter and writing each output once at the speed of its memory. What a plan keeps in the
    // cache from one layer to the next can be faster.
    double bound = 0;
};

// Of a timed plan that has run so many steps.
std::vector<LayerBench> benchLayers(const Network& network, const Plan& plan, bool training, Index steps,
                                    int threads, const MachineLimits& limits);

// A table of text: a row a layer, and the sums.
std::string layerTable(const std::vector<LayerBench>& layers, double stepMilliseconds,
                       const MachineLimits& limits);

} // namespace lamina
