#include "app/cli/command.h"
#include "app/cli/open_model.h"
#include "app/cli/terminal.h"
#include "engine/formats/keras_names.h"

#include <array>
#include <memory>

namespace lamina::cli {

namespace {

struct ExportOptions {
    std::string model;
    std::string format;
    std::string output;
};

struct Format {
    const char* name;
    keras::Version version;
    Result<void> (*write)(const std::filesystem::path& path, const ModelToSave& model);
};
constexpr std::array formats{Format{"keras-h5", keras::Version::Two, writeKerasH5},
                             Format{"keras", keras::Version::Three, writeKerasArchive}};

std::vector<std::string> formatNames()
{
    std::vector<std::string> names;
    for (const Format& format : formats)
        names.emplace_back(format.name);
    return names;
}

int runExport(const ExportOptions& options)
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
    for (const Format& format : formats)
        if (options.format == format.name) {
            if (const Result<void> written = format.write(options.output, saved); !written)
                return fail(written.faults());
            for (const Text& each : keras::renamingNotes(format.version, saved.network->spec()))
                note(render(each));
        }
    return 0;
}

} // namespace

void addExport(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<ExportOptions>();
    Command(app, "export", "Write a model as a file of another program")
        .required("model", options->model, "A run folder or a model file")
        .oneOf("--to", options->format, formatNames(), "keras-h5: Keras 2 HDF5; keras: Keras 3 archive")
        .mustBeGiven()
        .required("-o,--output", options->output, "The file to write; overwritten")
        .runs(action, [options] { return runExport(*options); });
}

} // namespace lamina::cli
