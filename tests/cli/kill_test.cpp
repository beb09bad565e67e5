// A run that is killed at random moments, again and again, and resumed until it ends leaves the same files as
// one that nobody killed. LAMINA_KILLS says how many kills; LAMINA_KILL_SEED, from which numbers their
// moments come; for many a QTEST_FUNCTION_TIMEOUT in milliseconds, too.
#include "engine/formats/resume_file.h"
#include "tests/cli/program.h"
#include "tests/support/run.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

namespace {
// With everything that has a state of its own: 6 full batches and one of 13 samples an epoch, stopped early.
QByteArray project()
{
    return R"({
  "format": "lamina-project", "version": 1, "name": "Killed", "seed": 5,
  "data": { "source": "synthetic", "options": { "generator": "digits", "train": 256, "test": 16 },
            "validation_split": 0.2,
            "preprocess": [ { "class_name": "Rescaling", "config": { "scale": 0.00392156862745098 } } ] },
  "model": { "layers": [
      { "class_name": "InputLayer", "name": "input", "config": { "shape": [28, 28, 1] }, "inputs": [] },
      { "class_name": "RandomTranslation", "name": "moved", "config": { "height_factor": 0.1, "width_factor": 0.1 }, "inputs": ["input"] },
      { "class_name": "Conv2D", "name": "conv", "config": { "filters": 6, "kernel_size": [3, 3], "strides": [2, 2] }, "inputs": ["moved"] },
      { "class_name": "BatchNormalization", "name": "norm", "config": {}, "inputs": ["conv"] },
      { "class_name": "Activation", "name": "relu", "config": { "activation": "relu" }, "inputs": ["norm"] },
      { "class_name": "Flatten", "name": "flatten", "config": {}, "inputs": ["relu"] },
      { "class_name": "Dropout", "name": "dropout", "config": { "rate": 0.3 }, "inputs": ["flatten"] },
      { "class_name": "Dense", "name": "digit", "config": { "units": 10, "activation": "softmax" }, "inputs": ["dropout"] } ] },
  "training": { "epochs": 60, "batch_size": 32, "loss": "sparse_categorical_crossentropy", "metrics": ["accuracy"],
      "optimizer": { "class_name": "Adam", "config": { "learning_rate": 0.01 } },
      "callbacks": [
        { "class_name": "EarlyStopping", "config": { "monitor": "val_loss", "min_delta": 0.1, "patience": 3, "start_from_epoch": 12, "restore_best_weights": true } },
        { "class_name": "ReduceLROnPlateau", "config": { "monitor": "val_loss", "patience": 2, "factor": 0.5, "cooldown": 1 } },
        { "class_name": "ModelCheckpoint", "config": { "filepath": "best.h5", "monitor": "val_accuracy", "save_best_only": true } },
        { "class_name": "ModelCheckpoint", "config": { "filepath": "epochs/{epoch:02d}_{val_loss:.3f}.h5", "save_weights_only": true } },
        { "class_name": "ModelCheckpoint", "config": { "filepath": "batches_{epoch:02d}_{batch:02d}.h5", "save_freq": 37 } },
        { "class_name": "CSVLogger", "config": { "filename": "log.csv" } },
        { "class_name": "CSVLogger", "config": { "filename": "appended.csv", "append": true } } ] }
})";
}

// What the run leaves, by name; without what tells times and processes.
QMap<QString, QByteArray> filesIn(const QString& folder)
{
    QMap<QString, QByteArray> files;
    const QDir root(folder);
    for (QDirIterator file(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         file.hasNext();) {
        const QString name = root.relativeFilePath(file.next());
        if (name != "log.txt" && name != "timing.csv" && !name.endsWith(".lamina-state"))
            files[name] = readFile(folder + '/' + name);
    }
    return files;
}

int numberFrom(const char* variable, int otherwise)
{
    bool given = false;
    const int number = qEnvironmentVariableIntValue(variable, &given);
    return given ? number : otherwise;
}
} // namespace

class KillTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(writeFile(path("killed.lamina"), project()));
        QElapsedTimer timer;
        timer.start();
        const Finished whole = run("whole", {});
        QVERIFY2(whole.status == 0, qPrintable(whole.error));
        QVERIFY(whole.output.contains("early_stopping"));
        m_milliseconds = timer.elapsed();
        m_whole = filesIn(path("whole"));
        QVERIFY(m_whole.contains("model.h5") && m_whole.contains("best.h5") && m_whole.contains("log.csv"));
        QVERIFY(m_whole.size() > 20);
    }

    void aKilledRunLeavesTheSameFiles()
    {
        const int wanted = numberFrom("LAMINA_KILLS", 8);
        QRandomGenerator random(static_cast<quint32>(numberFrom("LAMINA_KILL_SEED", 1)));
        int kills = 0;
        int withinAnEpoch = 0;
        int runs = 0;
        for (; kills < wanted; ++runs) {
            const QString folder = QString("killed_%1").arg(runs);
            const int most = 1 + static_cast<int>(random.bounded(5));
            QStringList more;
            if (random.bounded(4) > 0)
                more << "--keep-every"
                     << "0";
            for (int k = 0; k < most && kills < wanted; ++k) {
                const bool killed = startAndKill(
                    folder, more, static_cast<int>(random.bounded(static_cast<qint32>(m_milliseconds))));
                if (!killed)
                    break;
                ++kills;
                withinAnEpoch += standsWithinAnEpoch(folder) ? 1 : 0;
            }
            const Finished last = run(folder, {"--resume"});
            QVERIFY2(last.status == 0, qPrintable(folder + ": " + last.error));
            const QMap<QString, QByteArray> files = filesIn(path(folder));
            QCOMPARE(files.keys(), m_whole.keys());
            for (const QString& name : files.keys())
                QVERIFY2(files[name] == m_whole[name], qPrintable(folder + '/' + name));
            QVERIFY(QDir(path(folder)).removeRecursively());
        }
        qInfo("%d kills in %d runs, %d of them left a state within an epoch", kills, runs, withinAnEpoch);
    }

    // A file that may not grow is a full disk: the run ends with a sentence and goes on from what stands.
    void aDiskThatFillsUpEndsTheRunWithASentence()
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.setChildProcessModifier([] {
            const rlimit limit{20'000, 20'000}; // less than the weights
            setrlimit(RLIMIT_FSIZE, &limit);
        });
        process.start(LAMINA_CLI, {"train", "killed.lamina", "-o", "full", "--quiet"});
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        const QString error = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(error.startsWith("error: ") && error.count('\n') == 1, qPrintable(error));
        for (const QString& name : filesIn(path("full")).keys())
            QVERIFY2(!name.endsWith(".tmp") && !name.endsWith(".h5"), qPrintable(name));
        const Finished resumed = run("full", {"--resume"});
        QVERIFY2(resumed.status == 0, qPrintable(resumed.error));
        QVERIFY(filesIn(path("full")) == m_whole);
    }

    // The state before takes its place, and the run says so.
    void aDamagedStateIsReplacedByTheOneBefore()
    {
        while (!QFile::exists(path("damaged/resume.previous.lamina-state")))
            QVERIFY(startAndKill("damaged", {"--keep-every", "0"}, static_cast<int>(m_milliseconds / 2)));
        const QString name = path("damaged/resume.lamina-state");
        QByteArray bytes = readFile(name);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        QVERIFY(QFile::remove(name)); // both names may be those of one file, killed just between
        QVERIFY(writeFile(name, bytes));
        const Finished resumed = run("damaged", {"--resume"});
        QVERIFY2(resumed.status == 0, qPrintable(resumed.error));
        QVERIFY(readFile(path("damaged/log.txt")).contains("damaged"));
        QVERIFY(filesIn(path("damaged")) == m_whole);
    }

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    Finished run(const QString& folder, const QStringList& more) const
    {
        return runProgram(QStringList{"train", "killed.lamina", "-o", folder} + more, m_folder.path());
    }

    // False if the run was quicker.
    bool startAndKill(const QString& folder, const QStringList& more, int milliseconds) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.setStandardOutputFile(QProcess::nullDevice());
        process.start(LAMINA_CLI,
                      QStringList{"train", "killed.lamina", "-o", folder, "--resume", "--quiet"} + more);
        if (process.waitForFinished(milliseconds))
            return false;
        process.kill();
        process.waitForFinished();
        return process.exitStatus() == QProcess::CrashExit;
    }

    bool standsWithinAnEpoch(const QString& folder) const
    {
        const auto found = lamina::findResumeState(path(folder).toStdString());
        return found && *found && (*found)->state.run.step > 0;
    }

    QTemporaryDir m_folder;
    QMap<QString, QByteArray> m_whole;
    qint64 m_milliseconds = 0;
};

LAMINA_TEST(KillTest)
#include "kill_test.moc"
