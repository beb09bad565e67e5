#include "app/cli/command.h"
#include "app/cli/terminal.h"
#include "engine/formats/lessons.h"
#include "engine/formats/project_file.h"

#include <filesystem>
#include <memory>

namespace lamina::cli {

namespace {

struct NewOptions {
    std::string lesson;
    std::string output;
};

int writeLesson(const NewOptions& options)
{
    const Lesson* lesson = lessons::find(options.lesson);
    if (lesson == nullptr)
        return fail(Fault{FaultKind::Usage,
                          Text(LAMINA_TEXT("cli", "There is no lesson '%1'"), options.lesson),
                          Place{"lamina-cli new", {}, {}},
                          LAMINA_TEXT("cli", "see 'lamina-cli lessons' for those there are")});
    const Result<Project> project = parseProject(lesson->projectText, options.lesson);
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
    Command(app, "new", "Write the project of a lesson")
        .required("lesson", options->lesson, "A lesson's id, as 'lamina-cli lessons' lists it")
        .required("-o,--output", options->output, "The project file to write; overwritten")
        .runs(action, [options] { return writeLesson(*options); });
}

} // namespace lamina::cli
