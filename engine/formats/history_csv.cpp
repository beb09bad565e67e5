#include "engine/core/numbers.h"
#include "engine/formats/run_folder.h"

#include <algorithm>
#include <set>

namespace lamina {

namespace {
std::string cell(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

// The names that are there, in the order: loss, the project's metrics, others; the same with val_; lr.
std::vector<std::string> columnsOf(const std::vector<EpochReport>& history,
                                   const std::vector<PartSpec>& metrics)
{
    std::set<std::string> names;
    for (const EpochReport& report : history)
        for (const auto& [name, value] : report.logs)
            names.insert(name);
    std::vector<std::string> columns;
    const auto take = [&](const std::string& name) {
        if (names.erase(name) > 0)
            columns.push_back(name);
    };
    const auto takeAll = [&](bool validation) {
        const std::string prefix = validation ? "val_" : "";
        take(prefix + "loss");
        for (const PartSpec& metric : metrics)
            take(prefix + metric.className);
        for (const std::string& name : std::set<std::string>(names))
            if (name != "lr" && name.starts_with("val_") == validation)
                take(name);
    };
    takeAll(false);
    takeAll(true);
    take("lr");
    return columns;
}
} // namespace

std::string historyCsv(const std::vector<EpochReport>& history, const std::vector<PartSpec>& metrics)
{
    const std::vector<std::string> columns = columnsOf(history, metrics);
    std::string text = "epoch";
    for (const std::string& column : columns)
        text += ',' + cell(column);
    text += '\n';
    for (const EpochReport& report : history) {
        text += std::to_string(report.epoch + 1);
        for (const std::string& column : columns) {
            const auto found = report.logs.find(column);
            text += ',';
            if (found != report.logs.end())
                text += shortest(found->second);
        }
        text += '\n';
    }
    return text;
}

std::string timingCsv(const std::vector<EpochReport>& history)
{
    std::string text = "epoch,seconds,samples_per_second,data_wait_seconds\n";
    for (const EpochReport& report : history)
        text += std::to_string(report.epoch + 1) + ',' + shortest(report.seconds) + ','
            + shortest(report.samplesPerSecond) + ',' + shortest(report.dataWaitSeconds) + '\n';
    return text;
}

} // namespace lamina
