#include "app/cli/command.h"
#include "app/cli/open_model.h"
#include "app/cli/progress.h"
#include "app/cli/stop_signals.h"
#include "app/cli/terminal.h"

#include <cmath>
#include <ctime>
#include <memory>

namespace lamina::cli {

namespace {

struct TrainOptions {
    std::string project;
    std::string run;
    std::optional<int> epochs;
    std::optional<std::uint64_t> seed;
    std::optional<int> keepEvery; // seconds
    int threads = 0;
    std::string precision; // empty: the project's
    bool resume = false;
    bool json = false;
    bool quiet = false;
};

ReportStyle styleOf(const TrainOptions& options)
{
    if (options.json)
        return ReportStyle::Json;
    if (options.quiet)
        return ReportStyle::Quiet;
    return outputIsTerminal() ? ReportStyle::Bar : ReportStyle::Lines;
}

// A folder that is not there yet, in the working folder, named after the project and the time.
std::filesystem::path newRunFolder(const std::string& project)
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    char stamp[32];
    std::strftime(stamp, sizeof stamp, "_%Y%m%d-%H%M%S", &local);
    const std::string name = std::filesystem::path(project).stem().string() + stamp;
    std::filesystem::path folder = name;
    for (int other = 2; std::filesystem::exists(folder); ++other)
        folder = name + "-" + std::to_string(other);
    return folder;
}

int tellOutcome(const TrainOptions& options, const std::filesystem::path& run, const TrainingReport& report,
                const TrainingOutcome& outcome)
{
    if (options.json) {
        printJson({{"event", "end"}, {"reason", name(outcome.reason)}, {"run", run.string()}});
    } else if (!options.quiet) {
        double seconds = 0;
        for (const EpochReport& epoch : outcome.epochs)
            seconds += epoch.seconds;
        printLine(std::string(name(outcome.reason)) + ": " + std::to_string(outcome.epochs.size())
                  + " epochs in " + duration(seconds) + ", run " + run.string());
    }
    if (report.outputLost())
        return fail(Fault{FaultKind::Runtime,
                          LAMINA_TEXT("cli", "Standard output was closed, so training stopped"),
                          Place{run.string(), {}, {}}, LAMINA_TEXT("cli", "go on with --resume")});
    if (outcome.reason == EndReason::NotANumber)
        return fail(Fault{FaultKind::Runtime, LAMINA_TEXT("cli", "The loss is not a number any more"),
                          Place{run.string(), {}, {}},
                          LAMINA_TEXT("cli", "lower the learning rate or scale the inputs")});
    return 0;
}

int runTrain(const TrainOptions& options)
{
    Result<OpenedProject> opened = openProject(options.project);
    if (!opened)
        return fail(opened.faults());
    Project& project = opened->project;
    if (options.epochs)
        project.training.epochs = *options.epochs;
    if (options.seed)
        project.seed = *options.seed;
    if (!options.precision.empty())
        project.training.precision = options.precision;

    const std::filesystem::path run =
        options.run.empty() ? newRunFolder(options.project) : std::filesystem::path(options.run);
    TrainingControl control;
    TrainingReport report(styleOf(options), control);
    const StopSignals signals(control);
    const Result<TrainingOutcome> outcome = train(project,
                                                  {.projectFolder = opened->folder,
                                                   .runFolder = run,
                                                   .threads = options.threads,
                                                   .resume = options.resume,
                                                   .secondsBetweenStates = options.keepEvery},
                                                  report, control);
    report.finish();
    if (!outcome)
        return fail(inFile(outcome.faults(), options.project));
    return tellOutcome(options, run, report, *outcome);
}

} // namespace

void addTrain(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<TrainOptions>();
    Command(app, "train", "Train a project; everything it gives is written to a run folder")
        .required("project", options->project, "A project file")
        .optional("-o,--output", options->run, "The run folder; named after project and time if not given")
        .whole("--epochs", options->epochs, 1, 1'000'000, "Epochs in all, instead of the project's")
        .threads(options->threads)
        .whole("--seed", options->seed, 0, anyNumber, "Seed of all that is random, instead of the project's")
        .precision(options->precision)
        .flag("--resume", options->resume, "Go on where the run stands")
        .needs("--output")
        .whole("--keep-every", options->keepEvery, 0, 86'400,
               "Seconds between the states that a killed run goes on from; by default as often as a "
               "hundredth of the time allows")
        .flag("--json", options->json, "Print JSON lines only")
        .flag("--quiet", options->quiet, "Print nothing but faults")
        .runs(action, [options] { return runTrain(*options); });
}

} // namespace lamina::cli
