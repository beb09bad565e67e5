// A run folder belongs to one run and one writer.
#include "engine/formats/run_folder.h"

#include "engine/formats/project_file.h"
#include "samples.h"
#include "tests/support/run.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>

#include <sys/wait.h>
#include <unistd.h>

using namespace lamina;
namespace fs = std::filesystem;

namespace {
Project sample()
{
    return *readProject(samplePath("version_1.lamina"));
}

template <typename Value>
QString told(const Result<Value>& result)
{
    return result ? QString() : QString::fromStdString(sentence(result.faults()));
}

std::vector<EpochReport> history()
{
    return {{.epoch = 0,
             .logs = {{"loss", 0.1},
                      {"accuracy", 1.0 / 3},
                      {"mae", 2},
                      {"val_loss", 1e-7},
                      {"val_accuracy", 1},
                      {"val_mae", 3},
                      {"lr", 0.001}},
             .seconds = 1.25,
             .samplesPerSecond = 400},
            {.epoch = 1,
             .logs = {{"loss", std::numeric_limits<double>::quiet_NaN()},
                      {"accuracy", 0.5},
                      {"mae", 2},
                      {"val_accuracy", 1},
                      {"val_mae", 3},
                      {"lr", 0.001}},
             .seconds = 1.5,
             .samplesPerSecond = 300}};
}
} // namespace

class RunFolderTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNewRunHoldsTheProjectWithAbsolutePaths()
    {
        const QTemporaryDir folder;
        const fs::path path = fs::path(folder.path().toStdString()) / "runs/first";
        const Result<RunFolder> run = RunFolder::open(path, sample(), "/data/digits", false);
        QVERIFY2(run, qPrintable(told(run)));
        QVERIFY(!run->resumed());
        const Result<Project> copy = readProject(path / "project.lamina");
        QVERIFY2(copy, qPrintable(told(copy)));
        QCOMPARE(copy->data.options["train_images"].get<std::string>(),
                 std::string("/data/digits/train-images-idx3-ubyte.gz"));
        QCOMPARE(copy->weights, std::string("/data/digits/digits.h5"));
        Project expected = withAbsolutePaths(sample(), "/data/digits");
        QCOMPARE(*copy, expected);
        QVERIFY(holdsRun(path));
    }

    void aFolderThatHoldsARunIsRefusedWithoutResume()
    {
        const QTemporaryDir folder;
        const fs::path path = folder.path().toStdString();
        QVERIFY(RunFolder::open(path, sample(), "/data", false));
        const Result<RunFolder> again = RunFolder::open(path, sample(), "/data", false);
        QVERIFY(!again);
        QCOMPARE(exitStatus(again.faults()), 3);
        QVERIFY2(told(again).contains("--resume"), qPrintable(told(again)));
        const Result<RunFolder> resumed = RunFolder::open(path, sample(), "/data", true);
        QVERIFY2(resumed, qPrintable(told(resumed)));
        QVERIFY(resumed->resumed());
    }

    void resumingStartsARunThatIsNotThere()
    {
        const QTemporaryDir folder;
        const fs::path path = fs::path(folder.path().toStdString()) / "none";
        const Result<RunFolder> run = RunFolder::open(path, sample(), "/data", true);
        QVERIFY2(run, qPrintable(told(run)));
        QVERIFY(!run->resumed());
    }

    void onlyTheNumberOfEpochsMayDifferOnResume()
    {
        const QTemporaryDir folder;
        const fs::path path = folder.path().toStdString();
        QVERIFY(RunFolder::open(path, sample(), "/data", false));
        Project other = sample();
        other.training.epochs = 50;
        other.layout.clear();
        QVERIFY(RunFolder::open(path, other, "/data", true));
        QCOMPARE(readProject(path / "project.lamina")->training.epochs, 50);
        other.seed = 8;
        const Result<RunFolder> refused = RunFolder::open(path, other, "/data", true);
        QVERIFY(!refused);
        QCOMPARE(exitStatus(refused.faults()), 3);
        QVERIFY(!RunFolder::open(path, sample(), "/elsewhere", true));
        QCOMPARE(readProject(path / "project.lamina")->seed, std::uint64_t{7});
    }

    void aSecondWriterIsToldWhoHoldsIt()
    {
        const QTemporaryDir folder;
        const fs::path path = folder.path().toStdString();
        {
            const Result<RunFolder> first = RunFolder::open(path, sample(), "/data", true);
            QVERIFY(first);
            const Result<RunFolder> second = RunFolder::open(path, sample(), "/data", true);
            QVERIFY(!second);
            QCOMPARE(exitStatus(second.faults()), 3);
            QVERIFY2(told(second).contains("already writing"), qPrintable(told(second)));
            const Result<RunFolder> moved = std::move(const_cast<Result<RunFolder>&>(first));
            QVERIFY(!RunFolder::open(path, sample(), "/data", true)); // still held
        }
        QVERIFY(RunFolder::open(path, sample(), "/data", true));
        QVERIFY(!fs::exists(path / ".lock"));
    }

    void anotherProcessIsNamed()
    {
        const QTemporaryDir folder;
        const fs::path lock = fs::path(folder.path().toStdString()) / "lock";
        int ready[2];
        int done[2];
        QCOMPARE(::pipe(ready), 0);
        QCOMPARE(::pipe(done), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            char byte = 0;
            const Result<FileLock> held = FileLock::acquire(lock, "project");
            (void)!::write(ready[1], held ? "y" : "n", 1);
            (void)!::read(done[0], &byte, 1);
            ::_exit(0); // without freeing it: as if it had crashed
        }
        char answer = 0;
        QCOMPARE(::read(ready[0], &answer, 1), ssize_t{1});
        QCOMPARE(answer, 'y');
        const Result<FileLock> refused = FileLock::acquire(lock, "project");
        (void)!::write(done[1], "x", 1);
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(!refused);
        QVERIFY2(told(refused).contains("process " + QString::number(child)), qPrintable(told(refused)));
        QVERIFY2(told(refused).contains("project"), qPrintable(told(refused)));
        // The child is dead and its file still there: it locks nothing.
        QVERIFY(fs::exists(lock));
        const Result<FileLock> taken = FileLock::acquire(lock, "project");
        QVERIFY2(taken, qPrintable(told(taken)));
    }

    void aLockFileWithAnythingInItIsOnlyALockFile()
    {
        const QTemporaryDir folder;
        const fs::path lock = fs::path(folder.path().toStdString()) / "lock";
        for (const char* text : {"", "{", "[1, 2]", "{\"pid\": \"x\", \"host\": 3}", "{\"pid\": 1e300}"}) {
            QFile file(QString::fromStdString(lock.string()));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(text);
            file.close();
            QVERIFY(FileLock::acquire(lock, "project"));
        }
    }

    void placesThatCannotBeRunFoldersAreTheCallersMistake()
    {
        const QTemporaryDir folder;
        const fs::path file = fs::path(folder.path().toStdString()) / "file";
        QFile made(QString::fromStdString(file.string()));
        QVERIFY(made.open(QIODevice::WriteOnly));
        for (const fs::path& path : {file, file / "below", fs::path("/proc/nothing/here")}) {
            const Result<RunFolder> run = RunFolder::open(path, sample(), "/data", false);
            QVERIFY(!run);
            QCOMPARE(exitStatus(run.faults()), 3);
            QVERIFY2(told(run).contains(QString::fromStdString(path.string())), qPrintable(told(run)));
        }
    }

    void historyHasTheOrderOfTheDesignAndNumbersThatReadBack()
    {
        const std::string text =
            historyCsv(history(), {{"mae", Json::object()}, {"accuracy", Json::object()}});
        const QStringList rows = QString::fromStdString(text).split('\n');
        QCOMPARE(rows[0], QString("epoch,loss,mae,accuracy,val_loss,val_mae,val_accuracy,lr"));
        QCOMPARE(rows[1], QString("1,0.1,2,0.3333333333333333,1e-07,3,1,0.001"));
        QCOMPARE(rows[1].split(',')[3].toDouble(), 1.0 / 3);
        QCOMPARE(rows[2], QString("2,nan,2,0.5,,3,1,0.001"));
        QCOMPARE(
            timingCsv(history()),
            std::string("epoch,seconds,samples_per_second,data_wait_seconds\n1,1.25,400,0\n2,1.5,300,0\n"));
    }

    void namesThatHoldCommasAreQuoted()
    {
        const std::string text = historyCsv({{.epoch = 0, .logs = {{"a \"b\", c", 1}}}}, {});
        QCOMPARE(text, std::string("epoch,\"a \"\"b\"\", c\"\n1,1\n"));
    }

    void historyIsRewrittenAndTheLogGrows()
    {
        const QTemporaryDir folder;
        const fs::path path = folder.path().toStdString();
        const Result<RunFolder> run = RunFolder::open(path, sample(), "/data", false);
        QVERIFY(run->writeHistory({history()[0]}));
        QVERIFY(run->writeHistory(history()));
        QCOMPARE(textOf(path / "history.csv"), historyCsv(history(), sample().training.metrics));
        QCOMPARE(textOf(path / "timing.csv"), timingCsv(history()));
        run->log("one");
        run->log("two");
        const QStringList lines = QString::fromStdString(textOf(path / "log.txt")).split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].endsWith(" one") && lines[1].endsWith(" two"));
    }

    void newRunsAreNamedAfterProjectAndTime()
    {
        const QTemporaryDir folder;
        const fs::path parent = folder.path().toStdString();
        const fs::path first = newRunFolder(parent, "Hand/written \n digits");
        QCOMPARE(first.parent_path(), parent);
        QVERIFY(first.filename().string().starts_with("Hand-written - digits 20"));
        QVERIFY(!newRunFolder(parent, "..").filename().string().starts_with("."));
        QVERIFY(newRunFolder(parent, std::string(500, 'x')).filename().string().size() < 200);
        const QString korean = QString("손글씨").repeated(100);
        const QString name = QString::fromUtf8(newRunFolder(parent, korean.toStdString()).filename().c_str());
        QVERIFY2(korean.startsWith(name.section(' ', 0, 0)), qPrintable(name));
    }
};

LAMINA_TEST(RunFolderTest)
#include "run_folder_test.moc"
