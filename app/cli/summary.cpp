#include "engine/model/summary.h"
#include "app/cli/command.h"
#include "app/cli/open_model.h"
#include "app/cli/terminal.h"

#include <memory>

namespace lamina::cli {

namespace {

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
        table = summary(*network, opened->project.name);
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
