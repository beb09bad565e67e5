#include "app/cli/command.h"
#include "app/cli/terminal.h"
#include "engine/model/model_template.h"

#include <algorithm>

namespace lamina::cli {

namespace {

int listTemplates()
{
    std::size_t widest = 0;
    for (const ModelTemplate* each : templates::all())
        widest = std::max(widest, std::string_view(each->id).size());
    for (const ModelTemplate* each : templates::inOrder()) {
        std::string line = each->id;
        line.append(widest + 2 - line.size(), ' ');
        line += english(each->title) + ": " + english(each->data);
        if (!printLine(line))
            return 1;
    }
    return 0;
}

} // namespace

void addTemplates(CLI::App& app, Action& action)
{
    Command(app, "templates", "List the networks to start from: id, title and the data they are for")
        .runs(action, listTemplates);
}

} // namespace lamina::cli
