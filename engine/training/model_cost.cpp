#include "engine/training/model_cost.h"

#include "engine/training/bench_step.h"
#include "engine/training/model_look.h"
#include "engine/training/precision.h"

#include <algorithm>
#include <chrono>

namespace lamina {

namespace {
constexpr double mostFlops = 6e10; // of the step that is measured: about half a second on two cores
constexpr double longEnough = 0.6; // seconds
constexpr int mostSteps = 9;

// A training whose loss always fits the network.
TrainingSpec standIn(TrainingSpec training)
{
    training.loss = {"mean_squared_error", Json::object()};
    training.lossWeights = nullptr;
    training.metrics.clear();
    training.outputMetrics.clear();
    training.weightedMetrics.clear();
    training.classWeight = nullptr;
    return training;
}

double seconds(std::chrono::steady_clock::duration time)
{
    return std::chrono::duration<double>(time).count();
}

// Adds what each layer of the network has to the layer of the spec it is of, or lies in.
template <typename Add>
void forEachBlock(const Network& network, const ModelSpec& spec, const Add& add)
{
    for (const NetworkBlock& block : network.blocks()) {
        const auto at = std::ranges::find(spec.layers, block.spec.name, &LayerSpec::name);
        for (const int layer : block.layers)
            if (at != spec.layers.end())
                add(static_cast<std::size_t>(at - spec.layers.begin()), static_cast<std::size_t>(layer));
    }
}

// The time of a step; false if it was ended.
bool measure(const Network& network, const Objective& objective, const Project& project, Index batch,
             Workers& workers, const GoesOn& goesOn, ModelCost& cost)
{
    Result<Updater> updater = Updater::make(network, project.training.optimizer);
    if (!updater)
        return true;
    BenchStep step(network, &objective, *updater, {.batch = batch, .timed = true, .seed = project.seed});
    std::vector<double> times;
    const auto begun = std::chrono::steady_clock::now();
    int warm = 0; // the first step touches memory that nobody has touched
    while (times.size() < mostSteps
           && (times.size() < 3 || seconds(std::chrono::steady_clock::now() - begun) < longEnough)) {
        if (!goesOn())
            return false;
        const auto before = std::chrono::steady_clock::now();
        step.run(workers);
        const double took = seconds(std::chrono::steady_clock::now() - before);
        if (warm++ == 0 && took < longEnough) {
            step.plan().restartTimes();
            continue;
        }
        times.push_back(took);
        if (took >= longEnough)
            break;
    }
    std::ranges::sort(times);
    const double scale = static_cast<double>(cost.batch) / static_cast<double>(batch);
    cost.all.seconds = scale * times[times.size() / 2];
    const std::vector<LayerTime> layers = step.plan().layerTimes();
    const double each = scale / static_cast<double>(times.size()) / workers.threads();
    double sum = 0;
    forEachBlock(network, project.model, [&](std::size_t to, std::size_t from) {
        const double took = each * (layers[from].pack + layers[from].forward + layers[from].backward);
        cost.layers[to].seconds += took;
        sum += took;
    });
    // Each lane's clock runs on while the system lets others work: the layers' shares count.
    if (sum > cost.all.seconds)
        for (LayerCost& layer : cost.layers)
            layer.seconds *= cost.all.seconds / sum;
    cost.time = batch == cost.batch ? ModelCost::Source::Measured : ModelCost::Source::Estimated;
    return true;
}
} // namespace

ModelCost countedCost(const ModelAnalysis& analysis, Index batch)
{
    ModelCost cost;
    cost.batch = batch;
    for (const LayerAnalysis& layer : analysis.layers) {
        cost.layers.push_back({.parameters = layer.parameters,
                               .trainableParameters = layer.trainableParameters,
                               .multiplyAdds = layer.flops / 2});
        cost.all.parameters += layer.parameters;
        cost.all.trainableParameters += layer.trainableParameters;
        cost.all.multiplyAdds += layer.flops / 2;
    }
    return cost;
}

std::optional<ModelCost> findCost(const Project& project, const SampleCounts& samples, double available,
                                  Workers& workers, bool timed, const GoesOn& goesOn)
{
    const ModelAnalysis analysis = analyse(project.model);
    const Index wanted = std::max(project.training.batchSize, 1);
    const Index batch = samples.training > 0 ? std::min(wanted, samples.training) : wanted;
    ModelCost cost = countedCost(analysis, batch);
    if (!analysis.faults.empty() || !goesOn())
        return std::nullopt;
    Result<Network> network = Network::make(project.model);
    if (!network)
        return std::nullopt;
    if (const Result<Precision> precision = precisionNamed(project.training.precision))
        network->setPrecision(*precision);
    TrainingSpec training = project.training;
    Result<Objective> objective = compileObjective(*network, training);
    if (!objective) {
        training = standIn(training);
        objective = compileObjective(*network, training);
    }
    if (!objective)
        return std::nullopt;
    if (const Result<void> fits = checkWeights(*network, available); !fits) {
        cost.tooLarge = fits.faults().front();
        return cost;
    }
    const TrainingMemory memory =
        trainingMemory(*network, *objective, training, batch, samples.training, samples.validation);
    cost.memoryParts = memory;
    cost.all.memory = memory.total();
    cost.memory = ModelCost::Source::Measured;
    forEachBlock(*network, project.model,
                 [&](std::size_t to, std::size_t from) { cost.layers[to].memory += memory.layers[from]; });
    if (!goesOn())
        return std::nullopt;
    if (memory.total() > available) {
        cost.fittingBatch = largestBatch(*network, *objective, training, batch, samples.training,
                                         samples.validation, available);
        cost.tooLarge = doesNotFit(memory.total(), available, cost.fittingBatch);
        return cost;
    }
    // What is measured must leave others their memory.
    if (!timed || memory.total() > available / 2)
        return cost;
    const double flops = 6 * cost.all.multiplyAdds; // of a sample, there and back
    const auto few = static_cast<Index>(mostFlops / std::max(flops, 1.0));
    if (!measure(*network, *objective, project, std::clamp<Index>(few, 1, batch), workers, goesOn, cost))
        return std::nullopt;
    return cost;
}

namespace {
double numbersOf(const std::vector<Shape>& shapes)
{
    double numbers = 0;
    for (const Shape& shape : shapes)
        numbers += static_cast<double>(shape.elements());
    return numbers;
}

struct Rough {
    std::string key;
    double work = 0; // of a step, in operations
    double numbers = 0; // that it holds
};

// A number read or written costs as much as some tens of operations.
Rough rough(const ModelLook& look, std::size_t at, Index batch)
{
    constexpr double perNumber = 40;
    const LayerAnalysis& layer = look.analysis().layers[at];
    Rough found;
    found.key = look.layer(at).className + " " + look.layer(at).config.dump() + " " + std::to_string(batch);
    double in = 0;
    if (const auto incoming = look.incoming(at)) {
        for (const Shape& shape : *incoming)
            found.key += shape.text();
        in = numbersOf(*incoming);
    }
    const double out = numbersOf(layer.outputs);
    const bool computes = look.type(at) == nullptr || look.type(at)->compile != nullptr;
    found.work = computes ? 3 * static_cast<double>(batch) * (layer.flops + perNumber * (in + out)) : 0;
    found.numbers =
        computes ? static_cast<double>(batch) * out + 6 * static_cast<double>(layer.parameters) : 0;
    return found;
}
} // namespace

void CostMemory::remember(const ModelSpec& model, const ModelAnalysis& analysis, const ModelCost& found)
{
    constexpr std::size_t enough = 5000; // layers, of all the models of a day
    if (m_layers.size() > enough)
        m_layers.clear();
    const ModelLook look(model, analysis);
    double work = 0, numbers = 0;
    LayerCost sum;
    for (std::size_t i = 0; i < look.count(); ++i) {
        const Rough its = rough(look, i, found.batch);
        Known& known = m_layers[its.key];
        if (found.memory != ModelCost::Source::Unknown)
            known.memory = found.layers[i].memory;
        if (found.time != ModelCost::Source::Unknown)
            known.seconds = found.layers[i].seconds;
        work += its.work;
        numbers += its.numbers;
        sum.memory += found.layers[i].memory;
        sum.seconds += found.layers[i].seconds;
    }
    if (found.memory != ModelCost::Source::Unknown && numbers > 0) {
        m_bytesPerNumber = sum.memory / numbers;
        m_bytesBeside = std::max(0.0, found.all.memory - sum.memory);
    }
    if (found.time != ModelCost::Source::Unknown && work > 0) {
        m_secondsPerWork = sum.seconds / work;
        m_secondsBeside = std::max(0.0, found.all.seconds - sum.seconds);
    }
}

void CostMemory::estimate(const ModelSpec& model, const ModelAnalysis& analysis, ModelCost& cost) const
{
    const ModelLook look(model, analysis);
    double memory = 0, time = 0;
    for (std::size_t i = 0; i < look.count(); ++i) {
        const Rough its = rough(look, i, cost.batch);
        const auto known = m_layers.find(its.key);
        const Known before = known == m_layers.end() ? Known() : known->second;
        cost.layers[i].memory = before.memory.value_or(its.numbers * m_bytesPerNumber);
        cost.layers[i].seconds = before.seconds.value_or(its.work * m_secondsPerWork);
        memory += cost.layers[i].memory;
        time += cost.layers[i].seconds;
    }
    if (m_bytesPerNumber > 0) {
        cost.all.memory = memory + m_bytesBeside;
        cost.memory = ModelCost::Source::Estimated;
    }
    if (m_secondsPerWork > 0) {
        cost.all.seconds = time + m_secondsBeside;
        cost.time = ModelCost::Source::Estimated;
    }
}

} // namespace lamina
