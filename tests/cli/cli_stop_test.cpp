// A training that is stopped from outside leaves a state from which it goes on as if nothing had been.
#include "tests/cli/program.h"
#include "tests/support/run.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

class StopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSignalStopsWithAStateAndZero_data();
    void aSignalStopsWithAStateAndZero();
    void aStoppedRunCanBeEvaluated();
    void aResumedRunEndsAsOneThatWasNeverStopped();
    void resumeStartsARunThatIsNotThere();
    void aReaderThatLeavesStopsTheTraining();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    Finished run(const QStringList& arguments) const { return runProgram(arguments, m_folder.path()); }
    // Starts a training, sends the signal when the first epoch has been told, and waits for the end.
    Finished stopAfterFirstEpoch(const QString& folder, int signal) const;
    QTemporaryDir m_folder;
};

void StopTest::initTestCase()
{
    QVERIFY(writeFile(path("long.lamina"), smallProject(60)));
}

Finished StopTest::stopAfterFirstEpoch(const QString& folder, int signal) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(LAMINA_CLI, {"train", "long.lamina", "-o", folder, "--json"});
    Finished finished;
    while (!finished.output.contains('\n') && process.waitForReadyRead(60'000))
        finished.output += QString::fromUtf8(process.readAllStandardOutput());
    kill(static_cast<pid_t>(process.processId()), signal);
    if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit)
        finished.status = process.exitCode();
    finished.output += QString::fromUtf8(process.readAllStandardOutput());
    finished.error = QString::fromUtf8(process.readAllStandardError());
    return finished;
}

void StopTest::aSignalStopsWithAStateAndZero_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("interrupted") << SIGINT;
    QTest::newRow("terminated") << SIGTERM;
}

void StopTest::aSignalStopsWithAStateAndZero()
{
    QFETCH(int, signal);
    const QString folder = QString("stopped_%1").arg(signal);
    const Finished finished = stopAfterFirstEpoch(folder, signal);
    QVERIFY2(finished.status == 0, qPrintable(finished.error));
    const QList<QJsonObject> events = finished.objects();
    QCOMPARE(events.last()["event"].toString(), "end");
    QCOMPARE(events.last()["reason"].toString(), "stopped");
    QVERIFY(events.size() - 1 < 60);
    QVERIFY(QFile::exists(path(folder + "/history.csv")));
    // Without --resume the folder stays as it is, and its state goes on from there.
    QCOMPARE(run({"train", "long.lamina", "-o", folder}).status, 3);
}

void StopTest::aStoppedRunCanBeEvaluated()
{
    const Finished finished = run({"evaluate", QString("stopped_%1").arg(SIGINT), "--json"});
    QVERIFY2(finished.status == 0, qPrintable(finished.error));
    QVERIFY(finished.objects()[0]["loss"].isDouble());
}

void StopTest::aResumedRunEndsAsOneThatWasNeverStopped()
{
    const QString folder = QString("stopped_%1").arg(SIGINT);
    const Finished whole = run({"train", "long.lamina", "-o", "whole", "--quiet"});
    QVERIFY2(whole.status == 0, qPrintable(whole.error));
    const Finished resumed = run({"train", "long.lamina", "-o", folder, "--resume", "--json"});
    QVERIFY2(resumed.status == 0, qPrintable(resumed.error));
    QCOMPARE(resumed.objects().last()["reason"].toString(), "completed");
    QVERIFY(resumed.objects().size() - 1 < 60); // it did not begin again
    QCOMPARE(readFile(path(folder + "/history.csv")), readFile(path("whole/history.csv")));
    QVERIFY(readFile(path(folder + "/model.h5")) == readFile(path("whole/model.h5")));
}

void StopTest::resumeStartsARunThatIsNotThere()
{
    const Finished finished =
        run({"train", "long.lamina", "-o", "fresh", "--epochs", "1", "--resume", "--json"});
    QVERIFY2(finished.status == 0, qPrintable(finished.error));
    QCOMPARE(finished.objects().last()["reason"].toString(), "completed");
}

void StopTest::aReaderThatLeavesStopsTheTraining()
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(
        "/bin/sh",
        {"-c",
         QString("{ '%1' train long.lamina -o pipe --json; echo $? >status; } | head -n 1").arg(LAMINA_CLI)});
    QVERIFY(process.waitForFinished(120'000));
    QCOMPARE(readFile(path("status")), QByteArray("1\n"));
    QVERIFY(process.readAllStandardError().startsWith("error: "));
    const Finished resumed = run({"train", "long.lamina", "-o", "pipe", "--resume", "--quiet"});
    QVERIFY2(resumed.status == 0, qPrintable(resumed.error)); // the state was saved
}

LAMINA_TEST(StopTest)
#include "cli_stop_test.moc"
