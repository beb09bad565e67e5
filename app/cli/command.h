// The subcommands of lamina-cli, one file each.
#pragma once

#include "engine/core/fault.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <functional>
#include <string>

namespace lamina::cli {

// What the chosen subcommand does; gives the exit status. Set while the arguments are read, run afterwards.
using Action = std::function<int()>;

void addLessons(CLI::App& app, Action& action);
void addNew(CLI::App& app, Action& action);
void addSummary(CLI::App& app, Action& action);
void addTrain(CLI::App& app, Action& action);
void addEvaluate(CLI::App& app, Action& action);
void addPredict(CLI::App& app, Action& action);
void addBench(CLI::App& app, Action& action);
void addImport(CLI::App& app, Action& action);
void addExport(CLI::App& app, Action& action);

// The words of --precision. Wrong words are wrong usage; what the engine cannot do yet is its fault to tell.
void addPrecision(CLI::App& command, std::string& precision);

} // namespace lamina::cli
