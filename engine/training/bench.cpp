#include "engine/training/bench.h"

#include "engine/core/random.h"
#include "engine/model/plan.h"
#include "engine/training/precision.h"
#include "engine/training/updater.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include <sys/resource.h>

namespace lamina {

namespace {
void fillRandomly(Buffer& buffer, std::uint64_t who, std::uint64_t classes)
{
    const CounterRandom random(1, RandomPurpose::Bench, {who});
    for (std::size_t i = 0; i < buffer.values().size(); ++i)
        buffer.values()[i] = classes > 0 ? static_cast<float>(random.below(i, classes))
                                         : static_cast<float>(random.uniform(i));
}

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
    Buffer weights = network->initialWeights(project.seed);
    std::vector<Buffer> inputs;
    std::vector<Buffer> targets;
    std::vector<const float*> inputAddresses;
    std::vector<const float*> targetAddresses;
    for (std::size_t i = 0; i < network->inputs().size(); ++i) {
        inputs.emplace_back(options.batch * network->inputShape(static_cast<int>(i)).elements());
        fillRandomly(inputs.back(), i, 0);
        inputAddresses.push_back(inputs.back().data());
    }
    for (std::size_t o = 0; !options.inference && o < objective->outputs.size(); ++o) {
        const Objective::Output& output = objective->outputs[o];
        targets.emplace_back(options.batch * output.targetElements);
        const bool classes = output.type->sparseTarget || output.classes == 1;
        fillRandomly(targets.back(), 1000 + o,
                     classes ? static_cast<std::uint64_t>(std::max<Index>(output.classes, 2)) : 0);
        targetAddresses.push_back(targets.back().data());
    }
    Plan plan(*network,
              {.batch = options.batch,
               .training = !options.inference,
               .objective = options.inference ? nullptr : &*objective,
               .taps = {},
               .timed = options.layers});
    plan.setWeights(weights.data());
    plan.setInputs(inputAddresses);
    if (!options.inference)
        plan.setTargets(targetAddresses);

    std::vector<double> milliseconds;
    for (Index step = 0; step < options.warmup + options.steps; ++step) {
        if (step == options.warmup)
            plan.restartTimes();
        const auto begin = std::chrono::steady_clock::now();
        plan.run(workers, project.seed, static_cast<std::uint64_t>(step));
        if (!options.inference)
            updater->apply(workers, weights.data(), plan.gradients());
        if (step >= options.warmup)
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
        result.layers =
            benchLayers(*network, plan, !options.inference, options.steps, workers.threads(), result.limits);
    }
    return result;
}

} // namespace lamina
