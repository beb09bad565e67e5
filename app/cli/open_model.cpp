#include "app/cli/open_model.h"

#include "engine/formats/project_file.h"
#include "engine/formats/run_folder.h"
#include "engine/training/extras.h"

namespace lamina::cli {

namespace fs = std::filesystem;

Result<OpenedProject> openProject(const fs::path& file)
{
    Result<Project> project = readProject(file);
    if (!project)
        return project.faults();
    return OpenedProject{*std::move(project), file.has_parent_path() ? file.parent_path() : fs::path(".")};
}

namespace {
Result<OpenedModel> openSaved(const fs::path& file)
{
    Result<SavedModel> saved = readModelFile(file);
    if (!saved)
        return saved.faults();
    Result<Network> network = Network::make(saved->model);
    if (!network)
        return network.faults();
    return OpenedModel{std::make_shared<const Network>(std::move(*network)),
                       std::move(saved->weights),
                       std::move(saved->extras),
                       std::move(saved->name),
                       std::move(saved->training),
                       std::move(saved->optimizer),
                       std::nullopt};
}

// The newest state of a run that has not ended; its model file, if there is one, is of an earlier stop.
Result<std::optional<Buffer>> unfinishedWeights(const fs::path& folder, const Project& project,
                                                const Network& network)
{
    Result<std::optional<FoundResumeState>> found = findResumeState(folder);
    if (!found)
        return found.faults();
    if (!*found)
        return std::optional<Buffer>();
    RunState& run = (*found)->state.run;
    const bool ended = run.ended && (!run.stopReason.empty() || run.epoch >= project.training.epochs);
    if (ended || run.weights.size() != network.weightCount())
        return std::optional<Buffer>();
    return std::optional<Buffer>(std::move(run.weights));
}

// What goes with the weights of a run that has saved no model yet.
Result<ModelExtras> extrasWithoutModel(const Project& project, const fs::path& folder)
{
    Result<ModelExtras> extras = learnExtras(project, folder);
    // The data may have gone; the preparation may not need it.
    if (!extras && compilePreprocess(project.data.preprocess))
        return ModelExtras{project.data.preprocess, project.data.input, {}};
    return extras;
}

Result<OpenedModel> openRun(const fs::path& folder)
{
    Result<Project> project = readProject(folder / "project.lamina");
    if (!project)
        return project.faults();
    Result<Network> network = Network::make(project->model);
    if (!network)
        return network.faults();
    Result<std::optional<Buffer>> unfinished = unfinishedWeights(folder, *project, *network);
    if (!unfinished)
        return unfinished.faults();
    const fs::path file = folder / "model.h5";
    OpenedModel model{std::make_shared<const Network>(std::move(*network)),
                      {},
                      {},
                      {},
                      project->training,
                      std::nullopt,
                      std::nullopt};
    if (fs::exists(file)) {
        Result<OpenedModel> saved = openSaved(file);
        if (!saved)
            return saved.faults();
        model = std::move(*saved);
    } else if (!*unfinished) {
        return Fault{FaultKind::Input, LAMINA_TEXT("cli", "The run has no model yet"),
                     Place{folder.string(), {}, {}}, LAMINA_TEXT("cli", "go on with train --resume")};
    } else {
        Result<ModelExtras> extras = extrasWithoutModel(*project, folder);
        if (!extras)
            return extras.faults();
        model.extras = std::move(*extras);
    }
    if (*unfinished) {
        model.weights = std::move(**unfinished);
        model.optimizer.reset(); // it was that of the earlier weights
    }
    model.run = OpenedProject{std::move(*project), folder};
    return model;
}
} // namespace

Result<OpenedModel> openModel(const fs::path& runOrModel)
{
    std::error_code error;
    return fs::is_directory(runOrModel, error) ? openRun(runOrModel) : openSaved(runOrModel);
}

} // namespace lamina::cli
