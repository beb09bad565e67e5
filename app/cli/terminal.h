// Standard output and standard error of lamina-cli.
#pragma once

#include "engine/core/fault.h"
#include "engine/core/json.h"
#include "engine/training/callback_type.h"

#include <string>
#include <string_view>
#include <vector>

namespace lamina::cli {

// One line on standard error for all of them, "error: WHAT, WHERE, WHAT TO DO"; gives the exit status.
int fail(const Faults& faults);
int fail(const Fault& fault);
// The same faults, with `file` as the place of those of the user's input that name none.
Faults inFile(Faults faults, const std::string& file);
// A line on standard error that changes no exit status.
void note(const std::string& text);

// False when nobody can read standard output any more: a closed pipe, a full disk.
bool printLine(const std::string& line);
// One object on one line; what is not a number becomes null. Bytes that are not UTF-8 are replaced.
bool printJson(const OrderedJson& object);

bool outputIsTerminal();
// Columns of the terminal; 80 where it does not tell.
int terminalWidth();
bool terminalSpeaksUtf8();

// Loss first, then the metrics as the project orders them, then the same of the validation, then the rest.
std::vector<std::pair<std::string, double>> ordered(const Logs& logs,
                                                    const std::vector<std::string>& metricNames);
// "0.1234", "1.2e-05", "nan": four digits that mean something.
std::string brief(double value);
// "0:07", "12:30", "1:02:03".
std::string duration(double seconds);

} // namespace lamina::cli
