#include "app/cli/command.h"
#include "app/cli/terminal.h"
#include "engine/formats/model_import.h"

#include <memory>

namespace lamina::cli {

namespace {

struct ImportOptions {
    std::string model;
    std::string output;
};

int runImport(const ImportOptions& options)
{
    const Result<std::vector<Text>> notes = importModel(options.model, options.output);
    if (!notes)
        return fail(notes.faults());
    for (const Text& each : *notes)
        note(render(each));
    return 0;
}

} // namespace

void addImport(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<ImportOptions>();
    Command(app, "import", "Make a project of a model of another program")
        .required("model", options->model, "A Keras model: HDF5 (.h5) or Keras 3 (.keras)")
        .required("-o,--output", options->output,
                  "The project file to write, with its weights beside it; overwritten")
        .runs(action, [options] { return runImport(*options); });
}

} // namespace lamina::cli
