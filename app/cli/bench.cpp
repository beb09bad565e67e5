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
    BenchOptions bench{.batch = 0,
                       .steps = 0,
                       .warmup = 3,
                       .threads = 0,
                       .inference = false,
                       .layers = false,
                       .precision = {}};
};

Json asJson(const BenchResult& result)
{
    Json json{{"ms_per_step_median", result.msMedian},
              {"ms_per_step_min", result.msMin},
              {"samples_per_second", result.samplesPerSecond},
              {"threads", result.threads},
              {"precision", result.precision},
              {"peak_rss_mb", result.peakRssMb}};
    if (result.layers.empty())
        return json;
    json["peak_gflops"] = result.limits.flops / 1e9;
    json["memory_gb_per_second"] = result.limits.bytes / 1e9;
    for (const LayerBench& layer : result.layers)
        json["layers"].push_back({{"name", layer.name},
                                  {"class_name", layer.className},
                                  {"forward_ms", layer.forward},
                                  {"backward_ms", layer.backward},
                                  {"gflop", layer.flops / 1e9},
                                  {"least_ms", layer.bound}});
    return json;
}

int runBench(const Options& options)
{
    const Result<OpenedProject> opened = openProject(options.project);
    if (!opened)
        return fail(opened.faults());
    const Result<BenchResult> result = bench(opened->project, options.bench);
    if (!result)
        return fail(inFile(result.faults(), options.project));
    if (options.json)
        return printJson(asJson(*result)) ? 0 : 1;
    if (options.bench.layers && !printLine(layerTable(result->layers, result->msMedian, result->limits)))
        return 1;
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
        .flag("--layers", options->bench.layers,
              "A table of the layers: time, share of this machine's peak, and the least it could be")
        .flag("--json", options->json, "Print one JSON object")
        .runs(action, [options] { return runBench(*options); });
}

} // namespace lamina::cli
