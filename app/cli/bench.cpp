#include "engine/training/bench.h"
#include "app/cli/command.h"
#include "app/cli/open_model.h"
#include "app/cli/terminal.h"

#include <memory>

namespace lamina::cli {

namespace {

struct Options {
    std::string project;
    bool json = false;
    BenchOptions bench{
        .batch = 0, .steps = 0, .warmup = 3, .threads = 0, .inference = false, .precision = {}};
};

int runBench(const Options& options)
{
    const Result<OpenedProject> opened = openProject(options.project);
    if (!opened)
        return fail(opened.faults());
    const Result<BenchResult> result = bench(opened->project, options.bench);
    if (!result)
        return fail(inFile(result.faults(), options.project));
    if (options.json)
        return printJson({{"ms_per_step_median", result->msMedian},
                          {"ms_per_step_min", result->msMin},
                          {"samples_per_second", result->samplesPerSecond},
                          {"threads", result->threads},
                          {"precision", result->precision},
                          {"peak_rss_mb", result->peakRssMb}})
            ? 0
            : 1;
    return printLine(brief(result->msMedian) + " ms a step (median), " + brief(result->msMin)
                     + " ms at best, " + brief(result->samplesPerSecond) + " samples/s, "
                     + std::to_string(result->threads) + " threads, " + result->precision + ", "
                     + brief(result->peakRssMb) + " MB at most")
        ? 0
        : 1;
}

} // namespace

void addBench(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<Options>();
    Command(app, "bench", "Time a project's model on random input; its data is never read")
        .required("project", options->project, "A project file")
        .whole("--batch", options->bench.batch, 1, anyNumber, "Samples a step")
        .mustBeGiven()
        .whole("--steps", options->bench.steps, 1, anyNumber, "Steps to time")
        .mustBeGiven()
        .whole("--warmup", options->bench.warmup, 0, anyNumber, "Steps before the clock runs")
        .threads(options->bench.threads)
        .precision(options->bench.precision)
        .flag("--inference", options->bench.inference, "Predict only")
        .flag("--json", options->json, "Print one JSON object")
        .runs(action, [options] { return runBench(*options); });
}

} // namespace lamina::cli
