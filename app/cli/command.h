// The subcommands of lamina-cli, one file each.
#pragma once

#include "engine/core/fault.h"
#include "engine/core/shape.h"

#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace lamina::cli {

// What the chosen subcommand does; gives the exit status. Set while the arguments are read, run afterwards.
using Action = std::function<int()>;

// A subcommand while it is declared. The one face of CLI11, whose headers take ten seconds to compile.
class Command {
public:
    Command(CLI::App& app, const std::string& name, const std::string& help);

    // Names: "project" for what stands at its place, "--to" or "-o,--output" for an option. The values live
    // until the action has run. Words of a wrong kind or out of limits are wrong usage.
    Command& required(const std::string& name, std::string& value, const std::string& help);
    Command& required(const std::string& name, std::vector<std::string>& values, const std::string& help);
    Command& optional(const std::string& name, std::string& value, const std::string& help);
    Command& oneOf(const std::string& name, std::string& value, const std::vector<std::string>& words,
                   const std::string& help);
    // Of Number: int, Index, and optional<int>, optional<std::uint64_t>.
    template <typename Number>
    Command& whole(const std::string& name, Number& value, Index minimum, Index maximum,
                   const std::string& help);
    Command& flag(const std::string& name, bool& value, const std::string& help);
    Command& threads(int& value);
    Command& precision(std::string& value);

    // Of what was declared before: the last one must be given, or makes sense only with another.
    Command& mustBeGiven();
    Command& needs(const std::string& other);

    void runs(Action& chosen, Action mine);

private:
    CLI::App* m_command;
    std::string m_last;
};

constexpr Index anyNumber = std::numeric_limits<Index>::max();

void addLessons(CLI::App& app, Action& action);
void addNew(CLI::App& app, Action& action);
void addTemplates(CLI::App& app, Action& action);
void addSummary(CLI::App& app, Action& action);
void addTrain(CLI::App& app, Action& action);
void addEvaluate(CLI::App& app, Action& action);
void addPredict(CLI::App& app, Action& action);
void addBench(CLI::App& app, Action& action);
void addImport(CLI::App& app, Action& action);
void addExport(CLI::App& app, Action& action);

} // namespace lamina::cli
