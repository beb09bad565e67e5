// The whole way through lamina-cli on generated digits: train, look at the run, evaluate, predict, bench.
#include "tests/cli/program.h"
#include "tests/support/run.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace {

// A digit one as a person would draw it, of any size, in any two greys.
void drawOne(const QString& file, int size, double ink, double paper)
{
    cv::Mat picture(size, size, CV_8UC1, cv::Scalar(paper));
    cv::line(picture, {size / 2, size / 6}, {size / 2, size * 5 / 6}, cv::Scalar(ink), size / 12,
             cv::LINE_AA);
    cv::imwrite(file.toStdString(), picture);
}

} // namespace

class RunTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theEventsOfATrainingAreJsonLines();
    void theRunFolderHoldsWhatWasTrained();
    void aFolderThatHoldsARunIsNotTouched();
    void resumingAFinishedRunSaysSo();
    void resumingWithAnotherProjectIsRefused();
    void aRunAndItsModelAreEvaluatedAlike();
    void aModelAloneNamesNoData();
    void drawingsOfAnySizeAndShadeAreRecognised();
    void aBadPictureDoesNotKeepTheOthersFromAnswering();
    void theSameSeedGivesTheSameRunOnAnyNumberOfThreads();
    void anotherSeedGivesAnotherRun();
    void withoutAFolderTheRunIsNamedAfterTheProject();
    void quietPrintsNothing();
    void benchNeedsNoData();
    void benchTellsWhatEachLayerTakes();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    Finished run(const QStringList& arguments) const { return runProgram(arguments, m_folder.path()); }
    QTemporaryDir m_folder;
    Finished m_training;
};

void RunTest::initTestCase()
{
    QVERIFY(writeFile(path("small.lamina"), smallProject(4)));
    m_training = run({"train", "small.lamina", "-o", "run", "--json"});
    QVERIFY2(m_training.status == 0, qPrintable(m_training.error));
}

void RunTest::theEventsOfATrainingAreJsonLines()
{
    const QList<QJsonObject> events = m_training.objects();
    QCOMPARE(events.size(), 5);
    for (int epoch = 1; epoch <= 4; ++epoch) {
        const QJsonObject& event = events[epoch - 1];
        QCOMPARE(event["event"].toString(), "epoch");
        QCOMPARE(event["epoch"].toInt(), epoch);
        for (const char* key : {"loss", "accuracy", "val_loss", "val_accuracy", "seconds",
                                "samples_per_second", "data_wait_seconds"})
            QVERIFY2(event[key].isDouble(), key);
    }
    QCOMPARE(events.last()["event"].toString(), "end");
    QCOMPARE(events.last()["reason"].toString(), "completed");
    QCOMPARE(events.last()["run"].toString(), "run");
    QVERIFY(events[3]["loss"].toDouble() < events[0]["loss"].toDouble());
}

void RunTest::theRunFolderHoldsWhatWasTrained()
{
    for (const char* name : {"project.lamina", "history.csv", "timing.csv", "log.txt", "model.h5"})
        QVERIFY2(QFile::exists(path(QString("run/") + name)), name);
    const QStringList rows =
        QString::fromUtf8(readFile(path("run/history.csv"))).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(rows.size(), 5);
    QVERIFY2(rows[0].startsWith("epoch,loss,accuracy,val_loss,val_accuracy"), qPrintable(rows[0]));
    // The numbers of the file are those of the events, to the last bit.
    QCOMPARE(rows[4].section(',', 1, 1).toDouble(), m_training.objects()[3]["loss"].toDouble());
    const Finished table = run({"summary", "run/model.h5"});
    QVERIFY2(table.status == 0, qPrintable(table.error));
    QVERIFY2(table.output.contains("Total params: 6810 ("), qPrintable(table.output)); // 40 + 4·13²·10 + 10
}

void RunTest::aFolderThatHoldsARunIsNotTouched()
{
    const QByteArray before = readFile(path("run/history.csv"));
    const Finished finished = run({"train", "small.lamina", "-o", "run", "--json"});
    QCOMPARE(finished.status, 3);
    QVERIFY2(finished.saysOneError() && finished.error.contains("--resume"), qPrintable(finished.error));
    QCOMPARE(readFile(path("run/history.csv")), before);
}

void RunTest::resumingAFinishedRunSaysSo()
{
    const QByteArray before = readFile(path("run/model.h5"));
    const Finished finished = run({"train", "small.lamina", "-o", "run", "--resume"});
    QVERIFY2(finished.status == 0, qPrintable(finished.error));
    QVERIFY2((finished.output + finished.error).contains("finished"),
             qPrintable(finished.output + finished.error));
    QCOMPARE(readFile(path("run/model.h5")), before);
}

void RunTest::resumingWithAnotherProjectIsRefused()
{
    QVERIFY(writeFile(path("other.lamina"), smallProject(4).replace("0.003", "0.004")));
    const Finished finished = run({"train", "other.lamina", "-o", "run", "--resume"});
    QCOMPARE(finished.status, 3);
    QVERIFY2(finished.saysOneError(), qPrintable(finished.error));
}

void RunTest::aRunAndItsModelAreEvaluatedAlike()
{
    const Finished ofRun = run({"evaluate", "run", "--json"});
    QVERIFY2(ofRun.status == 0, qPrintable(ofRun.error));
    QCOMPARE(ofRun.objects().size(), 1);
    QVERIFY(ofRun.objects()[0]["loss"].isDouble());
    QVERIFY2(ofRun.objects()[0]["accuracy"].toDouble() > 0.3, qPrintable(ofRun.output)); // chance gives 0.1
    // What a file is, is told by its content, not its name.
    QVERIFY(QFile::copy(path("run/model.h5"), path("taken-away.txt")));
    const Finished ofModel = run({"evaluate", "taken-away.txt", "--project", "small.lamina", "--json"});
    QVERIFY2(ofModel.status == 0, qPrintable(ofModel.error));
    QCOMPARE(ofModel.output, ofRun.output);
    QVERIFY(run({"evaluate", "run"}).output.contains("128 samples"));
}

void RunTest::aModelAloneNamesNoData()
{
    const Finished finished = run({"evaluate", "run/model.h5"});
    QCOMPARE(finished.status, 2);
    QVERIFY2(finished.saysOneError() && finished.error.contains("--project"), qPrintable(finished.error));
}

void RunTest::drawingsOfAnySizeAndShadeAreRecognised()
{
    // Long enough to know a one; four epochs of 512 samples are not.
    QVERIFY(writeFile(path("longer.lamina"), smallProject(6, 5000)));
    const Finished training = run({"train", "longer.lamina", "-o", "longer", "--json"});
    QVERIFY2(training.status == 0, qPrintable(training.error));
    drawOne(path("small.png"), 60, 255, 0);
    drawOne(path("large.jpg"), 500, 20, 240);
    const Finished finished = run({"predict", "longer", "small.png", "large.jpg", "--json"});
    QVERIFY2(finished.status == 0, qPrintable(finished.error));
    const QList<QJsonObject> answers = finished.objects();
    QCOMPARE(answers.size(), 2);
    QCOMPARE(answers[0]["file"].toString(), "small.png");
    QCOMPARE(answers[1]["file"].toString(), "large.jpg");
    for (const QJsonObject& answer : answers) {
        const QJsonArray probabilities = answer["probabilities"].toArray();
        QCOMPARE(probabilities.size(), 10);
        double sum = 0;
        for (const QJsonValue probability : probabilities)
            sum += probability.toDouble();
        QVERIFY(qAbs(sum - 1) < 1e-4);
        QCOMPARE(answer["class"].toString(), "1");
        QCOMPARE(answer["probability"].toDouble(), probabilities[1].toDouble());
    }
    const Finished line = run({"predict", "longer/model.h5", "small.png"});
    QCOMPARE(line.status, 0);
    QCOMPARE(line.output.count('\n'), 1);
    QVERIFY2(line.output.contains("small.png"), qPrintable(line.output));
}

void RunTest::aBadPictureDoesNotKeepTheOthersFromAnswering()
{
    drawOne(path("good.png"), 80, 0, 255);
    QVERIFY(writeFile(path("bad.png"), "no picture"));
    const Finished finished = run({"predict", "run", "bad.png", "missing.png", "good.png", "--json"});
    QCOMPARE(finished.status, 3);
    QCOMPARE(finished.error.count('\n'), 2);
    QVERIFY(finished.error.contains("bad.png") && finished.error.contains("missing.png"));
    QCOMPARE(finished.objects().size(), 1);
    QCOMPARE(finished.objects()[0]["file"].toString(), "good.png");
}

void RunTest::theSameSeedGivesTheSameRunOnAnyNumberOfThreads()
{
    const QByteArray history = readFile(path("run/history.csv"));
    const QByteArray model = readFile(path("run/model.h5"));
    QVERIFY(!history.isEmpty() && !model.isEmpty());
    for (const char* threads : {"1", "2", "5"}) {
        const QString folder = QString("threads_") + threads;
        const Finished finished =
            run({"train", "small.lamina", "-o", folder, "--threads", threads, "--quiet"});
        QVERIFY2(finished.status == 0, qPrintable(finished.error));
        QCOMPARE(readFile(path(folder + "/history.csv")), history);
        QVERIFY2(readFile(path(folder + "/model.h5")) == model, threads);
    }
}

void RunTest::anotherSeedGivesAnotherRun()
{
    const Finished finished =
        run({"train", "small.lamina", "-o", "seed_4", "--seed", "4", "--epochs", "2", "--quiet"});
    QVERIFY2(finished.status == 0, qPrintable(finished.error));
    const QByteArray rows = readFile(path("seed_4/history.csv"));
    QCOMPARE(rows.count('\n'), 3); // --epochs is the total
    QVERIFY(rows.split('\n')[1] != readFile(path("run/history.csv")).split('\n')[1]);
}

void RunTest::withoutAFolderTheRunIsNamedAfterTheProject()
{
    const Finished finished = run({"train", "small.lamina", "--epochs", "1", "--json"});
    QVERIFY2(finished.status == 0, qPrintable(finished.error));
    const QString folder = finished.objects().last()["run"].toString();
    QVERIFY2(folder.startsWith("small"), qPrintable(folder));
    QVERIFY(QFile::exists(path(folder + "/model.h5")));
}

void RunTest::quietPrintsNothing()
{
    const Finished finished = run({"train", "small.lamina", "-o", "quiet", "--epochs", "1", "--quiet"});
    QCOMPARE(finished.status, 0);
    QCOMPARE(finished.output + finished.error, QString());
}

void RunTest::benchNeedsNoData()
{
    QByteArray project = smallProject(1);
    project.replace("\"generator\": \"digits\", \"train\": 640, \"test\": 128",
                    "\"train_images\": \"no\", \"train_labels\": \"such\"");
    project.replace("\"synthetic\"", "\"idx\"");
    QVERIFY(writeFile(path("no-data.lamina"), project));
    for (const QString& kind : {QString(), QString("--inference")}) {
        QStringList arguments{"bench", "no-data.lamina", "--batch", "16",    "--steps", "3", "--warmup",
                              "1",     "--threads",      "2",       "--json"};
        if (!kind.isEmpty())
            arguments << kind;
        const Finished finished = run(arguments);
        QVERIFY2(finished.status == 0, qPrintable(finished.error));
        QCOMPARE(finished.objects().size(), 1);
        const QJsonObject result = finished.objects()[0];
        QCOMPARE(QStringList(result.keys()),
                 (QStringList{"ms_per_step_median", "ms_per_step_min", "peak_rss_mb", "precision",
                              "samples_per_second", "threads"}));
        QVERIFY(result["ms_per_step_min"].toDouble() > 0);
        QVERIFY(result["ms_per_step_median"].toDouble() >= result["ms_per_step_min"].toDouble());
        QVERIFY(result["samples_per_second"].toDouble() > 0);
        QCOMPARE(result["threads"].toInt(), 2);
        QCOMPARE(result["precision"].toString(), "float32");
        QVERIFY(result["peak_rss_mb"].toDouble() > 1);
    }
}

void RunTest::benchTellsWhatEachLayerTakes()
{
    QVERIFY(writeFile(path("layers.lamina"), smallProject(1)));
    const QStringList arguments{"bench", "layers.lamina", "--batch", "16", "--steps", "2", "--layers"};
    const Finished json = run(arguments + QStringList{"--json"});
    QVERIFY2(json.status == 0, qPrintable(json.error));
    const QJsonArray layers = json.objects()[0]["layers"].toArray();
    QVERIFY(!layers.isEmpty());
    bool trains = false;
    for (const QJsonValue layer : layers) {
        QVERIFY(layer["least_ms"].toDouble() > 0);
        trains = trains || (layer["forward_ms"].toDouble() > 0 && layer["backward_ms"].toDouble() > 0);
    }
    QVERIFY(trains);
    QVERIFY(json.objects()[0]["peak_gflops"].toDouble() > 0);
    const Finished table = run(arguments);
    for (const QJsonValue layer : layers)
        QVERIFY(table.output.contains(layer["name"].toString()));
    QVERIFY(table.output.contains("whole step"));
}

LAMINA_TEST(RunTest)
#include "cli_run_test.moc"
