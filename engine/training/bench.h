// How long a step takes on this machine: random input of the model's shape, never the project's data.
#pragma once

#include "engine/core/fault.h"
#include "engine/core/shape.h"
#include "engine/model/project.h"
#include "engine/training/layer_bench.h"

namespace lamina {

struct BenchOptions {
    Index batch = 32;
    Index steps = 20;
    Index warmup = 3;
    int threads = 0;
    bool inference = false;
    bool layers = false; // time each of them, too, which costs a little
    std::string precision; // empty: the project's
};

struct BenchResult {
    double msMedian = 0;
    double msMin = 0;
    double samplesPerSecond = 0;
    int threads = 0;
    std::string precision;
    double peakRssMb = 0;
    std::vector<LayerBench> layers; // if asked for
    MachineLimits limits; // likewise
};

Result<BenchResult> bench(const Project& project, const BenchOptions& options);

} // namespace lamina
