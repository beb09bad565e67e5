#include "engine/model/objective.h"

namespace lamina {

std::vector<std::string> Objective::names() const
{
    std::vector<std::string> names;
    for (const Output& output : outputs)
        if (!output.lossName.empty())
            names.push_back(output.lossName);
    for (const Output& output : outputs)
        for (const Metric& metric : output.metrics)
            names.insert(names.end(), metric.names.begin(), metric.names.end());
    return names;
}

std::vector<std::string> Objective::namesOfWholes() const
{
    std::vector<std::string> names;
    for (const Output& output : outputs)
        for (const Metric& metric : output.metrics)
            if (!metric.compiled.isMean)
                names.insert(names.end(), metric.names.begin(), metric.names.end());
    return names;
}

std::map<std::string, double> Objective::results(double lossSum, std::span<const double> all,
                                                 Index samples) const
{
    std::map<std::string, double> results;
    putResults(lossSum, all, samples, results);
    return results;
}

void Objective::putResults(double lossSum, std::span<const double> all, Index samples,
                           std::map<std::string, double>& results) const
{
    const auto count = static_cast<double>(samples);
    results["loss"] = lossSum / count;
    for (const Output& output : outputs) {
        if (output.lossSum >= 0)
            results[output.lossName] = all[static_cast<std::size_t>(output.lossSum)] / count;
        for (const Metric& metric : output.metrics) {
            const std::span<const double> own = all.subspan(static_cast<std::size_t>(metric.firstSum),
                                                            static_cast<std::size_t>(metric.compiled.sums));
            for (std::size_t value = 0; value < metric.names.size(); ++value)
                results[metric.names[value]] = metric.compiled.result(own, static_cast<int>(value));
        }
    }
}

} // namespace lamina
