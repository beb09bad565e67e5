#include "engine/formats/template_project.h"

#include "engine/data/generator_type.h"
#include "engine/formats/lessons.h"
#include "engine/formats/project_file.h"
#include "engine/training/data_task.h"

#include <algorithm>

namespace lamina {

namespace {
using Ending = ModelTask::Ending;

constexpr std::uint64_t usualSeed = 7;

// What a built-in generator makes is what the task asks for; of a network that gives its input back, that
// alone matters.
bool makes(const std::string& generator, const ModelTemplate* model, const ModelTask& task)
{
    const GeneratorType* type = generators::find(generator);
    if (!type)
        return false;
    const std::vector<DataField> fields = type->fields();
    const DataField& input = fields.front();
    const DataField& target = fields.back();
    const auto names = [](const DataField& field) { return static_cast<Index>(field.classNames.size()); };
    if (fields.size() != 2 || input.shape != task.input || (input.ids ? names(input) : 0) != task.ids)
        return false;
    if (model && model->givesInputBack)
        return true;
    switch (task.ending) {
    case Ending::Classes:
        return target.kind == DataKind::Class && names(target) == task.outputs;
    case Ending::YesOrNo:
        return target.kind == DataKind::Class && names(target) == 2;
    case Ending::Numbers:
        return target.kind == DataKind::Numbers && target.shape.elements() == task.outputs;
    }
    return false;
}

// The lessons know how many samples each generator is good for, and what they need before they are read.
std::optional<DataSpec> builtInData(const ModelTemplate* model, const ModelTask& task)
{
    for (const Lesson& lesson : lessons::all()) {
        const Result<Project> project = parseProject(lesson.projectText, lesson.id);
        if (project && project->data.source == "synthetic"
            && makes(project->data.options.value("generator", std::string()), model, task))
            return project->data;
    }
    return std::nullopt;
}

DataSpec folders(const ModelTask& task)
{
    DataSpec data;
    data.source = "image_folder";
    data.options = {{"train", "train"},
                    {"validation", "validation"},
                    {"target_size", {task.input[0], task.input[1]}},
                    {"class_mode", task.ending == Ending::YesOrNo ? "binary" : "sparse"}};
    if (task.input[2] == 1)
        data.options["color_mode"] = "grayscale";
    data.input = "picture";
    data.preprocess = {{"Rescaling", {{"scale", 1.0 / 255}}}};
    return data;
}

Project withoutModel(const std::string& name)
{
    Project project;
    project.name = name;
    project.seed = usualSeed;
    project.training.epochs = 5;
    project.training.optimizer = {"Adam", {{"learning_rate", 0.001}}};
    return project;
}
} // namespace

Project emptyProject(const std::string& name)
{
    Project project = withoutModel(name);
    const ModelTask digits{.input = {28, 28, 1}};
    if (std::optional<DataSpec> data = builtInData(nullptr, digits))
        project.data = *std::move(data);
    project.training.loss = {"sparse_categorical_crossentropy", Json::object()};
    project.training.metrics = {{"accuracy", Json::object()}};
    return project;
}

Result<Project> projectFrom(const ModelTemplate& model, const ModelTask& task, const std::string& name)
{
    Result<ModelSpec> built = model.build(task);
    if (!built)
        return built.faults();
    Project project = withoutModel(name);
    project.model = *std::move(built);
    const bool isPicture = task.input.rank() == 3 && (task.input[2] == 1 || task.input[2] == 3);
    if (std::optional<DataSpec> data = builtInData(&model, task))
        project.data = *std::move(data);
    else if (isPicture && task.ending != Ending::Numbers)
        project.data = folders(task);
    if (model.givesInputBack)
        project.data.target = "input";
    fitTraining(project.training, model, task);
    return project;
}

} // namespace lamina
