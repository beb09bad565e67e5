#include "engine/core/listed.h"
#include "engine/data/open.h"
#include "engine/training/id_check.h"
#include "engine/training/memory.h"
#include "engine/training/precision.h"
#include "engine/training/trainer.h"

#include <algorithm>

namespace lamina {

namespace {
Fault fault(Text what, std::string path, Text remedy)
{
    return {FaultKind::Input, std::move(what), Place{{}, std::move(path), {}}, std::move(remedy)};
}

Result<std::vector<std::unique_ptr<Callback>>> makeCallbacks(const std::vector<PartSpec>& specs,
                                                             bool rateIsScheduled)
{
    std::vector<std::unique_ptr<Callback>> made;
    Faults faults;
    for (std::size_t i = 0; i < specs.size(); ++i) {
        const std::string path = "training.callbacks[" + std::to_string(i) + "]";
        const CallbackType* type = callbacks::find(specs[i].className);
        if (!type) {
            faults.push_back(
                fault(Text(LAMINA_TEXT("training", "There is no callback '%1'"), specs[i].className), path,
                      Text(LAMINA_TEXT("training", "use one of: %1"),
                           listed(callbacks::all(), &CallbackType::className))));
            continue;
        }
        const Place where{{}, path + ".config", {}};
        Faults found = check(type->fields, specs[i].config, where);
        const Attributes attributes(type->fields, specs[i].config);
        if (found.empty() && type->check)
            append(found, type->check(attributes, where));
        if (found.empty())
            made.push_back(type->create(attributes));
        if (type->setsLearningRate && rateIsScheduled)
            found.push_back(fault(
                Text(LAMINA_TEXT("training", "%1 cannot set a learning rate that follows a schedule"),
                     type->className),
                path, LAMINA_TEXT("training", "give the optimizer a number as learning_rate, or remove it")));
        append(faults, std::move(found));
    }
    if (!faults.empty())
        return faults;
    return made;
}
} // namespace

Result<TrainingSetup> TrainingSetup::make(const Project& project, const std::filesystem::path& projectFolder,
                                          double available)
{
    TrainingSetup setup;
    setup.project = project;
    Faults faults;
    if (project.training.epochs < 1)
        faults.push_back(fault(LAMINA_TEXT("training", "There is no epoch to train"), "training.epochs",
                               LAMINA_TEXT("training", "set epochs to 1 or more")));
    if (project.training.batchSize < 1)
        faults.push_back(fault(LAMINA_TEXT("training", "A batch needs a sample"), "training.batch_size",
                               LAMINA_TEXT("training", "set batch_size to 1 or more")));
    if (project.training.gradientAccumulationSteps < 1)
        faults.push_back(fault(LAMINA_TEXT("training", "An update needs a step"),
                               "training.gradient_accumulation_steps",
                               LAMINA_TEXT("training", "set gradient_accumulation_steps to 1 or more")));
    const Result<Precision> precision = precisionNamed(project.training.precision);
    if (!precision)
        append(faults, precision.faults());
    Result<Network> network = Network::make(project.model);
    if (!network) {
        append(faults, network.faults());
        return faults;
    }
    if (precision)
        network->setPrecision(*precision);
    setup.network = std::make_shared<const Network>(std::move(*network));
    if (Result<void> fits = checkWeights(*setup.network, available); !fits)
        return fits.faults();
    Result<Objective> objective = compileObjective(*setup.network, project.training);
    Result<Updater> updater =
        Updater::make(*setup.network, project.training.optimizer, project.training.gradientAccumulationSteps);
    Result<std::vector<std::unique_ptr<Callback>>> callbacks =
        makeCallbacks(project.training.callbacks, updater && updater->hasSchedule());
    append(faults, checkPreprocess(project.data.preprocess));
    append(faults, checkAugment(project.data.augment));
    Result<DataParts> data = openData(project.data, projectFolder, project.seed);
    if (!objective)
        append(faults, objective.faults());
    if (!updater)
        append(faults, updater.faults());
    if (!callbacks)
        append(faults, callbacks.faults());
    if (!data)
        append(faults, data.faults());
    else if (!data->train || data->train->size() == 0)
        faults.push_back(fault(LAMINA_TEXT("training", "There are no samples to train on"), "data",
                               LAMINA_TEXT("training", "choose data with a training part")));
    if (!faults.empty())
        return faults;
    if (Result<void> fits = checkMemory(*setup.network, *objective, project.training, data->train->size(),
                                        data->validation ? data->validation->size() : 0, available);
        !fits)
        return fits.faults();
    Result<LearnedSteps> learned = learnPreprocess(project.data.preprocess, *data);
    if (!learned)
        return learned.faults();
    setup.learned = std::make_shared<const LearnedSteps>(std::move(*learned));
    Result<PreprocessFunction> preprocess = compilePreprocess(project.data.preprocess, *setup.learned);
    if (!preprocess)
        return preprocess.faults();
    setup.objective = std::make_unique<Objective>(std::move(*objective));
    Result<Feed> feed = Feed::make(*data, *setup.network, *setup.objective, std::move(*preprocess),
                                   project.training.classWeight, project.data.augment, project.seed);
    if (!feed)
        return feed.faults();
    if (Faults unknown = checkIds(*data, *feed, *setup.network); !unknown.empty())
        return unknown;
    setup.feed = std::make_unique<Feed>(std::move(*feed));
    setup.updater = std::move(*updater);
    setup.callbacks = std::move(*callbacks);
    setup.ratesAreSet = std::ranges::any_of(project.training.callbacks, [](const PartSpec& spec) {
        return callbacks::find(spec.className)->setsLearningRate;
    });
    setup.data = std::move(*data);
    setup.weights = setup.network->initialWeights(project.seed);
    return setup;
}

} // namespace lamina
