#include "app/cli/terminal.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

namespace lamina::cli {

namespace {

void printError(const std::string& line)
{
    std::fprintf(stderr, "%s\n", line.c_str());
}

} // namespace

int fail(const Faults& faults)
{
    printError("error: " + sentence(faults));
    return exitStatus(faults);
}

int fail(const Fault& fault)
{
    return fail(Faults{fault});
}

Faults inFile(Faults faults, const std::string& file)
{
    for (Fault& fault : faults) {
        if (fault.kind == FaultKind::Input && fault.where.file.empty())
            fault.where.file = file;
    }
    return faults;
}

void note(const std::string& text)
{
    printError("note: " + text);
}

bool printLine(const std::string& line)
{
    const bool written =
        std::fwrite(line.data(), 1, line.size(), stdout) == line.size() && std::fputc('\n', stdout) != EOF;
    return std::fflush(stdout) == 0 && written;
}

bool printJson(const OrderedJson& object)
{
    return printLine(object.dump(-1, ' ', false, OrderedJson::error_handler_t::replace));
}

bool outputIsTerminal()
{
    return isatty(STDOUT_FILENO) == 1;
}

int terminalWidth()
{
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

bool terminalSpeaksUtf8()
{
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) { // the first that is set decides
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0')
            continue;
        const std::string_view locale(value);
        return locale.find("UTF-8") != locale.npos || locale.find("utf8") != locale.npos;
    }
    return false;
}

std::vector<std::pair<std::string, double>> ordered(const Logs& logs,
                                                    const std::vector<std::string>& metricNames)
{
    std::vector<std::string> names{"loss"};
    names.insert(names.end(), metricNames.begin(), metricNames.end());
    for (std::size_t own = names.size(), i = 0; i < own; ++i)
        names.push_back("val_" + names[i]);
    for (const auto& [name, value] : logs) {
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    }
    std::vector<std::pair<std::string, double>> all;
    for (const std::string& name : names) {
        const auto found = logs.find(name);
        if (found != logs.end())
            all.emplace_back(name, found->second);
    }
    return all;
}

std::string brief(double value)
{
    if (std::isnan(value))
        return "nan";
    const double size = std::abs(value);
    const char* form = size != 0 && (size < 1e-3 || size >= 1e5) ? "%.2e" : size < 10 ? "%.4f" : "%.2f";
    char text[40];
    std::snprintf(text, sizeof text, form, value);
    return text;
}

std::string duration(double seconds)
{
    const auto whole = static_cast<long long>(std::llround(std::clamp(seconds, 0.0, 1e9)));
    char text[40];
    if (whole >= 3600)
        std::snprintf(text, sizeof text, "%lld:%02lld:%02lld", whole / 3600, whole / 60 % 60, whole % 60);
    else
        std::snprintf(text, sizeof text, "%lld:%02lld", whole / 60, whole % 60);
    return text;
}

} // namespace lamina::cli
