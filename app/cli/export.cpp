#include "app/cli/command.h"
#include "app/cli/open_model.h"
#include "app/cli/terminal.h"
#include "engine/code/code.h"
#include "engine/formats/atomic_file.h"
#include "engine/formats/keras_names.h"

#include <array>
#include <memory>

namespace lamina::cli {

namespace {

namespace fs = std::filesystem;

struct ExportOptions {
    std::string model;
    std::string format;
    std::string output;
};

struct Format {
    const char* name;
    keras::Version version;
    Result<void> (*write)(const fs::path& path, const ModelToSave& model);
};
constexpr std::array formats{Format{"keras-h5", keras::Version::Two, writeKerasH5},
                             Format{"keras", keras::Version::Three, writeKerasArchive}};

std::vector<std::string> formatNames()
{
    std::vector<std::string> names;
    for (const Format& format : formats)
        names.emplace_back(format.name);
    for (const CodeDialect& dialect : codeDialects())
        names.emplace_back(dialect.id);
    return names;
}

int writeModel(const ExportOptions& options, const Format& format)
{
    Result<OpenedModel> model = openModel(options.model);
    if (!model)
        return fail(model.faults());
    const ModelToSave saved{.network = model->network.get(),
                            .weights = &model->weights,
                            .extras = model->extras,
                            .name = model->name.empty() ? "model" : model->name,
                            .training = model->training ? &*model->training : nullptr,
                            .optimizer = model->optimizer ? &*model->optimizer : nullptr};
    if (const Result<void> written = format.write(options.output, saved); !written)
        return fail(written.faults());
    for (const Text& each : keras::renamingNotes(format.version, saved.network->spec()))
        note(render(each));
    return 0;
}

// Of a run, its project with the model that it trained; of a model, what is known of it.
Result<Project> projectOf(const std::string& file)
{
    std::error_code error;
    if (!fs::is_directory(file, error) && !isModelFile(file)) {
        Result<OpenedProject> opened = openProject(file);
        if (!opened)
            return opened.faults();
        return std::move(opened->project);
    }
    Result<OpenedModel> model = openModel(file);
    if (!model)
        return model.faults();
    Project project;
    if (model->run) {
        project = model->run->project;
    } else {
        project.data.source.clear();
        project.name = model->name;
    }
    project.model = model->network->spec();
    if (model->training)
        project.training = *model->training;
    return project;
}

int writeCode(const ExportOptions& options, const CodeDialect& dialect)
{
    Result<Project> project = projectOf(options.model);
    if (!project)
        return fail(project.faults());
    const fs::path output = options.output;
    const CodeFiles files{.weights = output.stem().string() + ".h5", .data = output.stem().string() + ".npz"};
    const Result<GeneratedCode> code = dialect.write(*project, files);
    if (!code)
        return fail(inFile(code.faults(), options.model));
    if (const Result<void> written = writeFileAtomically(output, code->text); !written)
        return fail(written.faults());
    if (codeNeedsData(*project)) {
        const fs::path data = fs::path(output).replace_extension(".npz");
        if (const Result<void> written = writeCodeData(data, *project); !written)
            return fail(written.faults());
        note(render(
            {LAMINA_TEXT("cli", "The samples that Lamina makes stand in '%1', where the program finds them"),
             data.string()}));
    }
    for (const Text& each : code->notes)
        note(render(each));
    return 0;
}

int runExport(const ExportOptions& options)
{
    for (const Format& format : formats)
        if (options.format == format.name)
            return writeModel(options, format);
    for (const CodeDialect& dialect : codeDialects())
        if (options.format == dialect.id)
            return writeCode(options, dialect);
    return 0;
}

} // namespace

void addExport(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<ExportOptions>();
    Command(app, "export", "Write a model as a file of another program, or as a program")
        .required("model", options->model, "A run folder or a model file; for a program a project, too")
        .oneOf(
            "--to", options->format, formatNames(),
            "keras-h5: Keras 2 HDF5; keras: Keras 3 archive; keras-code, pytorch-code: a program in Python")
        .mustBeGiven()
        .required("-o,--output", options->output, "The file to write; overwritten")
        .runs(action, [options] { return runExport(*options); });
}

} // namespace lamina::cli
