// States are written behind the training's back: the newest wins, what fails is told, and all is there at the
// end.
#include "engine/formats/atomic_file.h"
#include "engine/formats/run_writer.h"

#include "resume_sample.h"
#include "samples.h"
#include "tests/support/run.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lamina;
namespace fs = std::filesystem;

namespace {
RunFolder openIn(const QTemporaryDir& folder)
{
    Result<RunFolder> run = RunFolder::open(folder.filePath("run").toStdString(), Project{}, {}, false);
    return std::move(*run);
}

RunState stateAt(Index step)
{
    RunState state = resumeSample().run;
    state.step = step;
    return state;
}
} // namespace

class RunWriterTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theNewestStateIsThereAtTheEnd()
    {
        const QTemporaryDir folder;
        const RunFolder run = openIn(folder);
        RunWriter writer(run, {}, 0);
        for (Index step = 1; step <= 50; ++step) {
            writer.keep(stateAt(step));
            writer.write({{.epoch = step, .logs = {}}});
        }
        QVERIFY(writer.finish());
        QCOMPARE((*findResumeState(run.path()))->state.run.step, Index{50});
        QVERIFY(textOf(run.path() / "history.csv").find("\n51\n") != std::string::npos);
        for (const fs::directory_entry& entry : fs::directory_iterator(run.path()))
            QVERIFY(entry.path().extension() != ".tmp");
    }

    void whatWaitsIsWrittenWhenItGoes()
    {
        const QTemporaryDir folder;
        const RunFolder run = openIn(folder);
        {
            RunWriter writer(run, {}, std::nullopt);
            writer.keep(stateAt(1));
            writer.write({{.epoch = 6, .logs = {}}});
        }
        QCOMPARE((*findResumeState(run.path()))->state.run.step, Index{1});
        QVERIFY(fs::exists(run.path() / "history.csv"));
    }

    void theNextStateIsDueWhenItsTimeHasCome()
    {
        const QTemporaryDir folder;
        const RunFolder run = openIn(folder);
        RunWriter often(run, {}, 0);
        QVERIFY(*often.isDue());
        often.keep(stateAt(1));
        QVERIFY(often.finish());
        QVERIFY(*often.isDue());
        RunWriter rarely(run, {}, 1e6);
        QVERIFY(*rarely.isDue());
        rarely.keep(stateAt(2));
        QVERIFY(rarely.finish());
        QVERIFY(!*rarely.isDue());
    }

    // A hundredth of the time, and not more often than is of use to anybody.
    void whatCostsMoreIsRarer()
    {
        const Pace::Clock::time_point now = Pace::Clock::now();
        Pace pace(std::nullopt, 1);
        QVERIFY(pace.dueAt() < now);
        pace.begun(now);
        QVERIFY(pace.dueAt() == now + std::chrono::seconds(1));
        pace.took(0.5);
        QVERIFY(pace.dueAt() == now + std::chrono::seconds(50));
        Pace fixed(3.0, 1);
        fixed.begun(now);
        fixed.took(0.5);
        QVERIFY(fixed.dueAt() == now + std::chrono::seconds(3));
    }

    void aStateThatCannotBeWrittenIsTold()
    {
        const QTemporaryDir folder;
        const RunFolder run = openIn(folder);
        RunWriter writer(run, {}, 0);
        writer.keep(stateAt(1));
        QVERIFY(writer.waitForState());
        const fs::path newest = run.path() / resumeFileName;
        fs::rename(newest, run.path() / "aside");
        fs::create_directory(newest); // nothing can take its name
        writer.keep(stateAt(2));
        const Result<void> finished = writer.finish();
        QVERIFY(!finished);
        QCOMPARE(exitStatus(finished.faults()), 1);
        QVERIFY(!writer.isDue());
        fs::remove(newest);
        writer.keep(stateAt(3)); // nothing more is written: the state before the fault stands
        QVERIFY(!writer.finish());
        QVERIFY(!fs::exists(newest));
    }

    void nothingIsWrittenBeforeTheFirstState()
    {
        const QTemporaryDir folder;
        const RunFolder run = openIn(folder);
        RunWriter writer(run, {}, std::nullopt);
        writer.keep(stateAt(0));
        QVERIFY(writer.waitForState());
        QVERIFY(fs::exists(run.path() / resumeFileName));
    }

    void whatAKilledWriterLeftIsRemoved()
    {
        const QTemporaryDir folder;
        const fs::path run = folder.filePath("run").toStdString();
        fs::create_directories(run / "epochs");
        // No process has this number: it is above the largest there can be.
        const fs::path left = run / "epochs" / ".01.h5.999999999-4.tmp";
        const fs::path ours = run / (".model.h5." + std::to_string(::getpid()) + "-4.tmp");
        for (const fs::path& path : {left, ours, run / ".notes.tmp"})
            QVERIFY(appendToFile(path, "half"));
        QVERIFY(RunFolder::open(run, Project{}, {}, false));
        QVERIFY(!fs::exists(left));
        QVERIFY(fs::exists(ours)); // of one that lives
        QVERIFY(fs::exists(run / ".notes.tmp"));
    }
};

LAMINA_TEST(RunWriterTest)
#include "run_writer_test.moc"
