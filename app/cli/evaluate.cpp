#include "engine/training/evaluate.h"
#include "app/cli/command.h"
#include "app/cli/open_model.h"
#include "app/cli/terminal.h"

#include <memory>

namespace lamina::cli {

namespace {

struct EvaluateOptions {
    std::string model;
    std::string project;
    bool json = false;
};

int runEvaluate(const EvaluateOptions& options)
{
    Result<OpenedModel> model = openModel(options.model);
    if (!model)
        return fail(model.faults());
    std::optional<OpenedProject> project = model->run;
    if (!options.project.empty()) {
        Result<OpenedProject> given = openProject(options.project);
        if (!given)
            return fail(given.faults());
        project = *std::move(given);
    }
    if (!project)
        return fail(Fault{FaultKind::Usage,
                          LAMINA_TEXT("cli", "A model alone names no data to evaluate it on"),
                          Place{options.model, {}, {}}, LAMINA_TEXT("cli", "add --project P.lamina")});

    const Result<Evaluation> result =
        evaluate(project->project, *model->network, model->weights, model->extras, project->folder, 0);
    if (!result)
        return fail(inFile(result.faults(), options.project.empty() ? options.model : options.project));
    if (result->usedValidation)
        note("there is no test set, so this is the validation part");
    const auto values = ordered(result->logs, result->names);
    if (options.json) {
        OrderedJson line = OrderedJson::object();
        for (const auto& [name, value] : values)
            line[name] = value;
        return printJson(line) ? 0 : 1;
    }
    std::string line = std::to_string(result->samples) + " samples";
    for (const auto& [name, value] : values)
        line += "  " + name + " " + brief(value);
    return printLine(line) ? 0 : 1;
}

} // namespace

void addEvaluate(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<EvaluateOptions>();
    Command(app, "evaluate", "Loss and metrics of a run or model on the test set")
        .required("model", options->model, "A run folder or a model file")
        .optional("--project", options->project,
                  "Take data, preprocessing, loss and metrics from this project")
        .flag("--json", options->json, "Print one JSON object")
        .runs(action, [options] { return runEvaluate(*options); });
}

} // namespace lamina::cli
