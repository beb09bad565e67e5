#include "engine/training/memory.h"

#include "engine/core/buffer.h"
#include "engine/model/optimizer_type.h"
#include "engine/model/plan.h"
#include "engine/training/batch_stream.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace lamina {

namespace {
double floatsOf(Index count)
{
    return static_cast<double>(count) * sizeof(float);
}

// Sizes of the batches that so many samples make.
std::set<Index> sizesOf(Index batch, Index samples)
{
    if (samples <= 0)
        return {batch};
    std::set<Index> sizes{std::min(batch, samples)};
    if (samples % batch > 0)
        sizes.insert(samples % batch);
    return sizes;
}

std::size_t slotCount(const TrainingSpec& training)
{
    const OptimizerType* type = optimizers::find(training.optimizer.className);
    const std::size_t slots =
        type ? type->slots(Attributes(type->fields, training.optimizer.config)).size() : 0;
    return slots + (training.gradientAccumulationSteps > 1 ? 1 : 0);
}

std::string shown(double bytes)
{
    static constexpr const char* units[] = {"KB", "MB", "GB", "TB"};
    double value = bytes / 1024;
    std::size_t unit = 0;
    for (; value >= 1000 && unit + 1 < std::size(units); ++unit)
        value /= 1024;
    char text[48];
    std::snprintf(text, sizeof text, value < 10 ? "%.1f %s" : "%.0f %s", value, units[unit]);
    return text;
}

Fault tooMuch(double wanted, double available, Text remedy)
{
    return {FaultKind::Input,
            Text(LAMINA_TEXT("training", "Training takes about %1 of memory and there is %2"), shown(wanted),
                 shown(available)),
            Place{{}, "training.batch_size", {}}, std::move(remedy)};
}
} // namespace

TrainingMemory trainingMemory(const Network& network, const Objective& objective,
                              const TrainingSpec& training, Index batch, Index trainSamples,
                              Index validationSamples)
{
    const double weights = floatsOf(network.weightCount());
    const double slots = weights * static_cast<double>(slotCount(training));
    TrainingMemory memory{
        .weights = 2 * weights, .optimizer = slots, .states = weights + slots, .layers = {}};
    memory.layers.resize(network.layers().size());
    double copies = 3 + 2 * static_cast<double>(slotCount(training)); // of each weight, with its gradients
    const auto take = [&](Index size, bool trains) {
        const double lanes = trains ? Plan::laneCount(network, size) : 0;
        const PlanMemory plan =
            Plan::memoryOf(network, {.batch = size, .training = trains, .objective = &objective, .taps = {}});
        copies += lanes;
        memory.gradients += lanes * weights;
        memory.activations += plan.total - lanes * weights;
        for (std::size_t l = 0; l < memory.layers.size(); ++l)
            memory.layers[l] += plan.layers[l];
    };
    for (const Index size : sizesOf(batch, trainSamples))
        take(size, true);
    if (validationSamples != 0)
        for (const Index size : sizesOf(batch, validationSamples))
            take(size, false);
    for (const Variable& variable : network.variables())
        memory.layers[static_cast<std::size_t>(variable.layer)] +=
            copies * floatsOf(roundedToCacheLine(variable.count));
    Index inputs = 0;
    for (std::size_t i = 0; i < network.inputs().size(); ++i)
        inputs += network.inputShape(static_cast<int>(i)).elements();
    Index targets = 0;
    for (const Objective::Output& output : objective.outputs)
        targets += output.targetElements;
    const Index streams = validationSamples != 0 ? 2 : 1;
    memory.batches = floatsOf(streams * BatchStream::held(batch * inputs) * batch * (inputs + targets));
    return memory;
}

std::string memoryLine(const TrainingMemory& memory, Index batch)
{
    return render(Text(
        LAMINA_TEXT("training",
                    "Training with a batch of %1 takes about %2 of memory beside the data: weights %3, "
                    "optimizer %4, gradients %5, activations %6, batches %7, states on their way to "
                    "the disk %8"),
        batch, shown(memory.total()), shown(memory.weights), shown(memory.optimizer), shown(memory.gradients),
        shown(memory.activations), shown(memory.batches), shown(memory.states)));
}

Result<void> checkWeights(const Network& network, double available)
{
    const double least = 3 * floatsOf(network.weightCount());
    if (least <= available)
        return {};
    return tooMuch(least, available,
                   LAMINA_TEXT("training", "not even a batch of 1 fits: use a smaller model"));
}

Index largestBatch(const Network& network, const Objective& objective, const TrainingSpec& training,
                   Index batch, Index trainSamples, Index validationSamples, double available)
{
    const auto needed = [&](Index size) {
        return trainingMemory(network, objective, training, size, trainSamples, validationSamples).total();
    };
    Index fits = 0; // grows bit by bit, from the highest
    for (Index step = batch; step > 0; step /= 2)
        if (fits + step < batch && needed(fits + step) <= available)
            fits += step;
    return fits;
}

Fault doesNotFit(double wanted, double available, Index fits)
{
    if (fits == 0)
        return tooMuch(wanted, available,
                       LAMINA_TEXT("training", "not even a batch of 1 fits: use a smaller model"));
    return tooMuch(wanted, available, Text(LAMINA_TEXT("training", "a batch of at most %1 fits"), fits));
}

Result<void> checkMemory(const Network& network, const Objective& objective, const TrainingSpec& training,
                         Index trainSamples, Index validationSamples, double available)
{
    const Index batch = std::min<Index>(training.batchSize, trainSamples);
    const double all =
        trainingMemory(network, objective, training, batch, trainSamples, validationSamples).total();
    if (all <= available)
        return {};
    return doesNotFit(
        all, available,
        largestBatch(network, objective, training, batch, trainSamples, validationSamples, available));
}

} // namespace lamina
