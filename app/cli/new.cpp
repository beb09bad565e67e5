#include "app/cli/command.h"
#include "app/cli/terminal.h"
#include "engine/core/listed.h"
#include "engine/formats/lessons.h"
#include "engine/formats/project_file.h"
#include "engine/formats/template_project.h"

#include <charconv>
#include <filesystem>
#include <memory>
#include <optional>

namespace lamina::cli {

namespace {

struct NewOptions {
    std::string lesson;
    std::string model;
    std::string input;
    Index classes = 0; // as usual for the template
    bool withoutTop = false;
    std::string output;
};

Fault usage(Text what, Text remedy)
{
    return {FaultKind::Usage, std::move(what), Place{"lamina-cli new", {}, {}}, std::move(remedy)};
}

// "224x224x3".
std::optional<Shape> shapeFrom(std::string_view text)
{
    constexpr Index largest = 1'000'000;
    std::vector<Index> sizes;
    while (!text.empty()) {
        Index size = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
        if (error != std::errc() || size < 1 || size > largest)
            return std::nullopt;
        sizes.push_back(size);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.empty())
            break;
        if (text.front() != 'x' || text.size() == 1)
            return std::nullopt;
        text.remove_prefix(1);
    }
    if (sizes.empty() || sizes.size() > 3)
        return std::nullopt;
    return Shape(sizes);
}

Result<Project> projectOf(const NewOptions& options)
{
    if (options.lesson.empty() == options.model.empty())
        return usage(LAMINA_TEXT("cli", "A new project starts from a lesson or from a template"),
                     LAMINA_TEXT("cli", "give a lesson's id, or --template and an id"));
    if (!options.lesson.empty()) {
        const Lesson* lesson = lessons::find(options.lesson);
        if (lesson == nullptr)
            return usage(Text(LAMINA_TEXT("cli", "There is no lesson '%1'"), options.lesson),
                         LAMINA_TEXT("cli", "see 'lamina-cli lessons' for those there are"));
        return parseProject(lesson->projectText, options.lesson);
    }
    const ModelTemplate* model = templates::find(options.model);
    if (model == nullptr)
        return usage(
            Text(LAMINA_TEXT("cli", "There is no template '%1'"), options.model),
            Text(LAMINA_TEXT("cli", "use one of: %1"), listed(templates::inOrder(), &ModelTemplate::id)));
    ModelTask task = model->usual;
    if (!options.input.empty()) {
        const std::optional<Shape> input = shapeFrom(options.input);
        if (!input)
            return usage(Text(LAMINA_TEXT("cli", "'%1' is no input"), options.input),
                         LAMINA_TEXT("cli", "write it as 224x224x3: height, width and channels"));
        task.input = *input;
    }
    if (options.classes > 0)
        task.outputs = options.classes;
    if (options.withoutTop && !model->topIsOptional)
        return usage(Text(LAMINA_TEXT("cli", "'%1' is not to be had without its top"), options.model),
                     LAMINA_TEXT("cli", "leave out --no-top"));
    task.top = !options.withoutTop;
    return projectFrom(*model, task, english(model->title));
}

int writeNew(const NewOptions& options)
{
    const Result<Project> project = projectOf(options);
    if (!project)
        return fail(project.faults());
    if (const Result<void> written = writeProject(*project, options.output); !written)
        return fail(written.faults());
    return 0;
}

} // namespace

void addNew(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<NewOptions>();
    Command(app, "new", "Write a project that starts from a lesson or a template")
        .optional("lesson", options->lesson, "A lesson's id, as 'lamina-cli lessons' lists it")
        .optional("--template", options->model, "Or a network's id, as 'lamina-cli templates' lists it")
        .optional("--input", options->input, "What comes into the template: 224x224x3")
        .needs("--template")
        .whole("--classes", options->classes, 1, anyNumber, "How many classes it tells apart")
        .needs("--template")
        .flag("--no-top", options->withoutTop, "Without its classifier, as include_top=False in Keras")
        .needs("--template")
        .required("-o,--output", options->output, "The project file to write; overwritten")
        .runs(action, [options] { return writeNew(*options); });
}

} // namespace lamina::cli
