#include "engine/training/evaluate.h"

#include "engine/data/open.h"
#include "engine/model/penalties.h"
#include "engine/model/plan.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace lamina {

struct Evaluator::State {
    const Network& network;
    const Objective& objective;
    const Feed& feed;
    Index batch;
    BatchStream batches;
    std::map<Index, Plan> plans; // by batch size
    Penalties penalties{network};

    Plan& planFor(Index samples)
    {
        const auto found = plans.find(samples);
        if (found != plans.end())
            return found->second;
        while (plans.size() >= 4) // parts of other sizes come and go
            plans.erase(plans.begin());
        return plans.emplace(samples, Plan(network, {.batch = samples, .objective = &objective, .taps = {}}))
            .first->second;
    }
};

Evaluator::Evaluator(const Network& network, const Objective& objective, const Feed& feed, Index batch)
    : m_state(new State{network, objective, feed, batch, BatchStream(feed, batch, BatchUse::Evaluation), {}})
{
}

Evaluator::~Evaluator() = default;

Result<Logs> Evaluator::run(Workers& workers, const Dataset& data, float* weights,
                            const std::function<bool(Index, Index)>& progress)
{
    State& state = *m_state;
    double loss = 0;
    std::vector<double> sums(static_cast<std::size_t>(state.objective.sums));
    const Index steps = (data.size() + state.batch - 1) / state.batch;
    state.batches.begin(workers, data, 0, steps, [&](Index step, std::vector<Index>& samples) {
        const Index first = step * state.batch;
        samples.resize(static_cast<std::size_t>(std::min(state.batch, data.size() - first)));
        std::iota(samples.begin(), samples.end(), first);
        return 0;
    });
    for (Index step = 0; step < steps; ++step) {
        const Result<BatchStream::Ready> ready = state.batches.next();
        if (!ready) {
            state.batches.stop();
            return ready.faults();
        }
        Plan& plan = state.planFor(ready->samples);
        plan.setWeights(weights);
        plan.setInputs(ready->buffers->inputs());
        plan.setTargets(ready->buffers->targets());
        plan.setSampleWeights(ready->buffers->weights());
        const StepResult& result = plan.run(workers, 0, 0);
        loss += result.lossSum;
        std::transform(sums.begin(), sums.end(), result.metricSums.begin(), sums.begin(), std::plus<>());
        if (progress && !progress(step + 1, steps)) {
            state.batches.stop();
            return Logs{};
        }
    }
    loss += static_cast<double>(data.size()) * state.penalties.value(workers, weights);
    return state.objective.results(loss, sums, data.size());
}

Result<Evaluation> evaluate(const Project& project, const Network& network, const Buffer& weights,
                            const ModelExtras& extras, const std::filesystem::path& projectFolder,
                            int threads)
{
    Result<DataParts> parts = openData(project.data, projectFolder, project.seed,
                                       extras.source.is_null() ? nullptr : &extras.source);
    if (!parts)
        return parts.faults();
    Result<Objective> objective = compileObjective(network, project.training);
    if (!objective)
        return objective.faults();
    Result<LearnedSteps> learned = project.data.preprocess == extras.preprocess && !extras.learned.empty()
        ? Result<LearnedSteps>(extras.learned)
        : learnPreprocess(project.data.preprocess, *parts);
    if (!learned)
        return learned.faults();
    Result<PreprocessFunction> preprocess = compilePreprocess(project.data.preprocess, *learned);
    if (!preprocess)
        return preprocess.faults();
    Result<Feed> feed = Feed::make(*parts, network, *objective, std::move(*preprocess));
    if (!feed)
        return feed.faults();
    const DatasetPtr part = parts->test ? parts->test : parts->validation;
    if (!part || part->size() == 0)
        return Fault{FaultKind::Input, LAMINA_TEXT("training", "There are no samples to evaluate on"),
                     Place{{}, "data", {}},
                     LAMINA_TEXT("training", "name a test set, or set validation_split")};
    Workers workers(threads);
    Buffer own = weights; // layers take a writable address; inference writes none
    Evaluator evaluator(network, *objective, *feed,
                        std::min<Index>(std::max(project.training.batchSize, 32), part->size()));
    Result<Logs> logs = evaluator.run(workers, *part, own.data());
    if (!logs)
        return logs.faults();
    Evaluation evaluation{.logs = std::move(*logs),
                          .names = objective->names(),
                          .usedValidation = !parts->test,
                          .samples = part->size()};
    if (const auto old = evaluation.logs.extract("acc"); !old.empty())
        evaluation.logs["accuracy"] = old.mapped();
    std::ranges::replace(evaluation.names, "acc", "accuracy");
    return evaluation;
}

} // namespace lamina
