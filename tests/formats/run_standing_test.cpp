// What a run folder tells of a run that could go on, and what a resumed run says of itself.
#include "engine/formats/file_lock.h"
#include "engine/formats/resume_file.h"
#include "engine/formats/run_folder.h"
#include "engine/formats/run_standing.h"
#include "tests/support/run.h"
#include "tests/training/runs.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lamina;
namespace fs = std::filesystem;

namespace {
struct Run {
    QTemporaryDir folder;
    fs::path path = folder.filePath("run").toStdString();
    Watcher watcher;

    // Stops after so many steps; 0: never.
    Result<TrainingOutcome> train(const Project& project, int stopAfter, bool resume)
    {
        TrainingControl control;
        watcher = {};
        watcher.step = [&](const StepReport&) {
            if (static_cast<int>(watcher.steps.size()) == stopAfter)
                control.stop();
        };
        return lamina::train(project,
                             {.projectFolder = {}, .runFolder = path, .threads = 1, .resume = resume},
                             watcher, control);
    }
};
} // namespace

class RunStandingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aStoppedRunTellsWhereItStands()
    {
        Run run;
        QVERIFY(!standingOf(run.path));
        QVERIFY(run.train(spirals(), 8, false)); // 162 samples to train on: 6 steps an epoch
        const std::optional<RunStanding> stopped = standingOf(run.path);
        QVERIFY(stopped);
        QCOMPARE(stopped->epochs, Index{1});
        QCOMPARE(stopped->step, Index{2});
        QVERIFY(!stopped->ended && !stopped->held);
        QVERIFY(stopped->canGoOn(4));

        QVERIFY(run.train(spirals(), 0, true));
        QCOMPARE(run.watcher.plan.firstEpoch, Index{1});
        QCOMPARE(run.watcher.plan.firstStep, Index{2});
        QCOMPARE(run.watcher.plan.earlierEpochs.size(), std::size_t{1});
        QVERIFY(run.watcher.plan.earlierEpochs[0].seconds > 0);
        QCOMPARE(run.watcher.steps.size(), std::size_t{16});
        const std::optional<RunStanding> ended = standingOf(run.path);
        QVERIFY(ended && ended->ended);
        QVERIFY(!ended->canGoOn(4));
        QVERIFY(ended->canGoOn(5)); // more epochs are wanted
    }
    void aRunThatACallbackEndedHasNothingMoreToDo()
    {
        Run run;
        Project project = spirals();
        project.training.callbacks = {
            {"EarlyStopping", {{"monitor", "loss"}, {"min_delta", 1000}, {"patience", 1}}}};
        const Result<TrainingOutcome> outcome = run.train(project, 0, false);
        QVERIFY(outcome);
        QCOMPARE(outcome->reason, EndReason::EarlyStopping);
        const std::optional<RunStanding> ended = standingOf(run.path);
        QVERIFY(ended && ended->stopped);
        QVERIFY(!ended->canGoOn(100));
    }
    void anEpochWithoutStepsHasNoRate()
    {
        // Stopped behind the last step of an epoch, before its end.
        Run run;
        QVERIFY(run.train(spirals(), 6, false));
        QCOMPARE(standingOf(run.path)->step, Index{6});
        QVERIFY(run.train(spirals(), 0, true));
        QCOMPARE(run.watcher.epochs.front().epoch, Index{0});
        QCOMPARE(run.watcher.epochs.front().samplesPerSecond, 0.0);
        QVERIFY(run.watcher.epochs[1].samplesPerSecond > 0);
    }
    void theStateBeforeADamagedOneCounts()
    {
        Run run;
        QVERIFY(run.train(spirals(), 8, false));
        const fs::path newest = run.path / resumeFileName;
        fs::copy_file(newest, run.path / previousResumeFileName, fs::copy_options::overwrite_existing);
        fs::resize_file(newest, 40); // in the middle of its first section
        const std::optional<RunStanding> standing = standingOf(run.path);
        QVERIFY(standing);
        QCOMPARE(standing->step, Index{2});
        fs::resize_file(run.path / previousResumeFileName, 3);
        QVERIFY(!standingOf(run.path));
    }
    void aRunThatSomebodyTrainsIsNotOffered()
    {
        Run run;
        QVERIFY(run.train(spirals(), 8, false));
        {
            const Result<FileLock> lock = FileLock::acquire(run.path / ".lock", run.path);
            QVERIFY(lock);
            QVERIFY(standingOf(run.path)->held);
            QVERIFY(!standingOf(run.path)->canGoOn(4));
        }
        QVERIFY(!standingOf(run.path)->held);
    }
    void whetherAProjectFitsIsSaidAsResumingSaysIt()
    {
        Run run;
        QVERIFY(run.train(spirals(), 8, false));
        Project changed = spirals();
        changed.training.epochs = 9; // the total alone
        QVERIFY(fitsRun(run.path, changed, {}));
        changed.training.batchSize = 16;
        const Result<void> fits = fitsRun(run.path, changed, {});
        QVERIFY(!fits);
        const Result<TrainingOutcome> refused = run.train(changed, 0, true);
        QVERIFY(!refused);
        QCOMPARE(sentence(fits.faults()), sentence(refused.faults()));
    }
};

LAMINA_TEST(RunStandingTest)
#include "run_standing_test.moc"
