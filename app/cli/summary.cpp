#include "engine/model/summary.h"
#include "app/cli/command.h"
#include "app/cli/open_model.h"
#include "app/cli/terminal.h"
#include "engine/data/open.h"
#include "engine/training/memory.h"

#include <algorithm>
#include <memory>

namespace lamina::cli {

namespace {

// Nothing where the project cannot be trained yet. Data that is not there is taken to fill whole batches.
std::string memoryOf(const Network& network, const OpenedProject& opened)
{
    const Project& project = opened.project;
    const Result<Objective> objective = compileObjective(network, project.training);
    if (!objective || project.training.batchSize < 1)
        return {};
    const Result<DataParts> data = openData(project.data, opened.folder, project.seed);
    const Index unknown = project.data.validationSplit > 0 ? -1 : 0;
    const Index trained = data && data->train ? data->train->size() : -1;
    const Index validated = data ? (data->validation ? data->validation->size() : 0) : unknown;
    const Index batch =
        trained > 0 ? std::min<Index>(project.training.batchSize, trained) : project.training.batchSize;
    return memoryLine(trainingMemory(network, *objective, project.training, batch, trained, validated), batch)
        + "\n";
}

int printSummary(const std::filesystem::path& file)
{
    std::string table;
    if (std::filesystem::is_directory(file) || isModelFile(file)) {
        const Result<OpenedModel> model = openModel(file);
        if (!model)
            return fail(model.faults());
        table = summary(*model->network, file.stem().string());
    } else {
        const Result<OpenedProject> opened = openProject(file);
        if (!opened)
            return fail(opened.faults());
        Result<Network> network = Network::make(opened->project.model);
        if (!network)
            return fail(inFile(network.faults(), file.string()));
        table = summary(*network, opened->project.name) + memoryOf(*network, *opened);
    }
    while (!table.empty() && table.back() == '\n')
        table.pop_back();
    return printLine(table) ? 0 : 1;
}

} // namespace

void addSummary(CLI::App& app, Action& action)
{
    const auto file = std::make_shared<std::string>();
    Command(app, "summary", "Print the table of a model: layers, shapes, parameters")
        .required("project", *file, "A project, a model or a run")
        .runs(action, [file] { return printSummary(*file); });
}

} // namespace lamina::cli
