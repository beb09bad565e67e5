#include "engine/formats/lessons.h"
#include "app/cli/command.h"
#include "app/cli/terminal.h"

#include <algorithm>

namespace lamina::cli {

namespace {

int listLessons()
{
    std::size_t widest = 0;
    for (const Lesson& lesson : lessons::all())
        widest = std::max(widest, std::string_view(lesson.id).size());
    for (const Lesson& lesson : lessons::all()) {
        std::string line = lesson.id;
        line.append(widest + 2 - line.size(), ' ');
        printLine(line + english(lesson.title));
    }
    return 0;
}

} // namespace

void addLessons(CLI::App& app, Action& action)
{
    Command(app, "lessons", "List the built-in lessons: id and title").runs(action, listLessons);
}

} // namespace lamina::cli
