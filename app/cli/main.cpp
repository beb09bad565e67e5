// lamina-cli: the engine for scripts, servers and terminals.
#include "app/cli/command.h"
#include "app/cli/terminal.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <csignal>
#include <exception>
#include <new>

using namespace lamina;
using namespace lamina::cli;

namespace {

constexpr void (*commands[])(CLI::App&, Action&) = {addLessons, addTemplates, addNew,     addSummary,
                                                    addTrain,   addEvaluate,  addPredict, addBench,
                                                    addImport,  addExport};

Fault usageFault(const CLI::App& app, const CLI::ParseError& error)
{
    std::string call = app.get_name();
    for (const CLI::App* chosen : app.get_subcommands())
        call += " " + chosen->get_name();
    return Fault{FaultKind::Usage, Text(LAMINA_TEXT("cli", "%1"), error.what()), Place{call, {}, {}},
                 Text(LAMINA_TEXT("cli", "see '%1 --help'"), call)};
}

int runSafely(const Action& action)
{
    try {
        return action();
    } catch (const std::bad_alloc&) {
        return fail(Fault{FaultKind::Runtime,
                          LAMINA_TEXT("cli", "The memory does not suffice"),
                          {},
                          LAMINA_TEXT("cli", "use a smaller batch or a smaller model")});
    } catch (const std::exception& problem) {
        return fail(Fault{FaultKind::Runtime,
                          Text(LAMINA_TEXT("cli", "Something went wrong: %1"), problem.what()),
                          {},
                          LAMINA_TEXT("cli", "please report it with the command and its files")});
    }
}

} // namespace

int main(int count, char** arguments)
{
    std::signal(SIGPIPE, SIG_IGN); // a reader that leaves must not lose a run's last state
    std::signal(SIGXFSZ, SIG_IGN); // nor a file that grows beyond what is allowed: writing it fails instead
    CLI::App app("Lamina: neural networks from the command line", "lamina-cli");
    app.set_version_flag("--version", LAMINA_VERSION);
    app.require_subcommand(1);
    Action action;
    for (const auto add : commands)
        add(app, action);
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
            return app.exit(error); // --help, --version
        return fail(usageFault(app, error));
    }
    return runSafely(action);
}
