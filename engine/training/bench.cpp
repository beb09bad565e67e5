#include "engine/training/bench.h"

#include "engine/training/bench_step.h"
#include "engine/training/precision.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include <sys/resource.h>

namespace lamina {

namespace {
double peakResidentMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}
} // namespace

Result<BenchResult> bench(const Project& project, const BenchOptions& options)
{
    const std::string precision = options.precision.empty() ? project.training.precision : options.precision;
    const Result<Precision> arithmetic = precisionNamed(precision);
    if (!arithmetic)
        return arithmetic.faults();
    Result<Network> network = Network::make(project.model);
    if (!network)
        return network.faults();
    network->setPrecision(*arithmetic);
    Result<Objective> objective = compileObjective(*network, project.training);
    if (!objective && !options.inference)
        return objective.faults();
    Result<Updater> updater = Updater::make(*network, project.training.optimizer);
    if (!updater)
        return updater.faults();

    Workers workers(options.threads);
    BenchStep step(*network, options.inference ? nullptr : &*objective, *updater,
                   {.batch = options.batch, .timed = options.layers, .seed = project.seed});

    std::vector<double> milliseconds;
    for (Index i = 0; i < options.warmup + options.steps; ++i) {
        if (i == options.warmup)
            step.plan().restartTimes();
        const auto begin = std::chrono::steady_clock::now();
        step.run(workers);
        if (i >= options.warmup)
            milliseconds.push_back(
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    const double median = milliseconds[milliseconds.size() / 2];
    BenchResult result{.msMedian = median,
                       .msMin = milliseconds.front(),
                       .samplesPerSecond = 1000 * static_cast<double>(options.batch) / median,
                       .threads = workers.threads(),
                       .precision = precision,
                       .peakRssMb = peakResidentMegabytes(),
                       .layers = {},
                       .limits = {}};
    if (options.layers) {
        result.limits = measureMachineLimits(workers);
        result.layers = benchLayers(*network, step.plan(), !options.inference, options.steps,
                                    workers.threads(), result.limits);
    }
    return result;
}

} // namespace lamina
