// What lamina-cli answers to wrong usage and to projects with faults.
#include "engine/kernels/bfloat16.h"
#include "tests/cli/program.h"
#include "tests/support/run.h"

#include <QTemporaryDir>
#include <QTest>

class UsageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wrongUsageIsOneLineAndTwo_data();
    void wrongUsageIsOneLineAndTwo();
    void helpAndVersionAreNoFaults();
    void lessonsAreListedWithIdAndTitle();
    void everyLessonBecomesAProjectThatCanBeSummarised();
    void aProjectWithAFaultIsOneLineAndThree_data();
    void aProjectWithAFaultIsOneLineAndThree();
    void allFaultsOfAProjectAreToldAtOnce();
    void everyTemplateBecomesAProjectThatCanBeSummarised();
    void aTemplateTakesSizesAndClasses();
    void newOverwritesItsOutput();
    void whereNothingCanBeWrittenNewSaysSo();
    void bfloat16NeedsAProcessorThatHasIt();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    Finished run(const QStringList& arguments) const { return runProgram(arguments, m_folder.path()); }
    QTemporaryDir m_folder;
};

void UsageTest::wrongUsageIsOneLineAndTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown subcommand") << QStringList{"frobnicate"};
    QTest::newRow("unknown option") << QStringList{"lessons", "--frobnicate"};
    QTest::newRow("missing project") << QStringList{"train"};
    QTest::newRow("missing output") << QStringList{"new", "digits"};
    QTest::newRow("unknown lesson") << QStringList{"new", "no-such-lesson", "-o", "x.lamina"};
    QTest::newRow("neither lesson nor template") << QStringList{"new", "-o", "x.lamina"};
    QTest::newRow("lesson and template")
        << QStringList{"new", "digits-cnn", "--template", "vgg16", "-o", "x.lamina"};
    QTest::newRow("unknown template") << QStringList{"new", "--template", "vgg17", "-o", "x.lamina"};
    QTest::newRow("size of a lesson") << QStringList{"new", "digits-cnn", "--classes", "3", "-o", "x.lamina"};
    QTest::newRow("no size") << QStringList{"new",     "--template", "vgg16",   "--input",
                                            "224,224", "-o",         "x.lamina"};
    QTest::newRow("never without a top")
        << QStringList{"new", "--template", "lenet5", "--no-top", "-o", "x.lamina"};
    QTest::newRow("words for a number") << QStringList{"train", "p.lamina", "--epochs", "many"};
    QTest::newRow("no epochs") << QStringList{"train", "p.lamina", "--epochs", "0"};
    QTest::newRow("negative seed") << QStringList{"train", "p.lamina", "--seed", "-1"};
    QTest::newRow("no threads") << QStringList{"train", "p.lamina", "--threads", "0"};
    QTest::newRow("unknown precision") << QStringList{"train", "p.lamina", "--precision", "float8"};
    QTest::newRow("resume without a run") << QStringList{"train", "p.lamina", "--resume"};
    QTest::newRow("bench without a batch") << QStringList{"bench", "p.lamina", "--steps", "1"};
    QTest::newRow("bench without steps") << QStringList{"bench", "p.lamina", "--batch", "1"};
    QTest::newRow("predict without pictures") << QStringList{"predict", "model.h5"};
}

void UsageTest::wrongUsageIsOneLineAndTwo()
{
    QFETCH(QStringList, arguments);
    const Finished finished = run(arguments);
    QCOMPARE(finished.status, 2);
    QVERIFY2(finished.saysOneError(), qPrintable(finished.error));
    QVERIFY2(finished.error.contains("lamina-cli"),
             qPrintable(finished.error)); // which command, and where help is
    QCOMPARE(finished.output, QString());
}

void UsageTest::helpAndVersionAreNoFaults()
{
    for (const QStringList& arguments : {QStringList{"--help"}, {"train", "--help"}, {"--version"}}) {
        const Finished finished = run(arguments);
        QCOMPARE(finished.status, 0);
        QVERIFY(!finished.output.isEmpty());
        QCOMPARE(finished.error, QString());
    }
}

void UsageTest::lessonsAreListedWithIdAndTitle()
{
    const Finished finished = run({"lessons"});
    QCOMPARE(finished.status, 0);
    const QStringList lines = finished.output.split('\n', Qt::SkipEmptyParts);
    QVERIFY(!lines.isEmpty());
    for (const QString& line : lines)
        QVERIFY2(line.contains(QRegularExpression("^[a-z0-9-]+  +\\S")), qPrintable(line));
}

void UsageTest::everyLessonBecomesAProjectThatCanBeSummarised()
{
    for (const QString& line : run({"lessons"}).output.split('\n', Qt::SkipEmptyParts)) {
        const QString lesson = line.section(' ', 0, 0);
        const QString file = path(lesson + ".lamina");
        const Finished written = run({"new", lesson, "-o", file});
        QVERIFY2(written.status == 0, qPrintable(written.error));
        QCOMPARE(QJsonDocument::fromJson(readFile(file)).object()["format"].toString(), "lamina-project");
        const Finished table = run({"summary", file});
        QVERIFY2(table.status == 0, qPrintable(table.error));
        QVERIFY(table.output.contains("Output Shape"));
        QVERIFY(table.output.contains("Total params: "));
    }
}

void UsageTest::everyTemplateBecomesAProjectThatCanBeSummarised()
{
    const Finished listed = run({"templates"});
    QCOMPARE(listed.status, 0);
    const QStringList lines = listed.output.split('\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() >= 9);
    for (const QString& line : lines) {
        const QString file = path("template.lamina");
        const Finished written = run({"new", "--template", line.section(' ', 0, 0), "-o", file});
        QVERIFY2(written.status == 0, qPrintable(written.error));
        const Finished table = run({"summary", file});
        QVERIFY2(table.status == 0, qPrintable(table.error));
    }
}

void UsageTest::aTemplateTakesSizesAndClasses()
{
    const QString file = path("sized.lamina");
    QCOMPARE(run({"new", "--template", "vgg16", "--no-top", "-o", file}).status, 0);
    QVERIFY(run({"summary", file}).output.contains("Total params: 14714688 ("));
    QCOMPARE(
        run({"new", "--template", "xception", "--input", "96x128x3", "--classes", "5", "-o", file}).status,
        0);
    const QString table = run({"summary", file}).output;
    QVERIFY2(table.contains("(None, 96, 128, 3)") && table.contains("(None, 5)"), qPrintable(table));
    const Finished small = run({"new", "--template", "xception", "--input", "28x28x1", "-o", file});
    QCOMPARE(small.status, 3);
    QVERIFY2(small.saysOneError() && small.error.contains("71 × 71"), qPrintable(small.error));
}

void UsageTest::aProjectWithAFaultIsOneLineAndThree_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("named"); // must stand in the sentence
    QTest::newRow("unknown layer") << QByteArray("\"Conv2D\"") << QByteArray("\"Conv2E\"") << "Conv2E";
    QTest::newRow("unknown key") << QByteArray("\"batch_size\"") << QByteArray("\"batchsize\"")
                                 << "batchsize";
    QTest::newRow("wrong kind") << QByteArray("\"filters\": 4") << QByteArray("\"filters\": \"four\"")
                                << "filters";
    QTest::newRow("out of limits") << QByteArray("\"units\": 10") << QByteArray("\"units\": 0") << "units";
    QTest::newRow("dangling input") << QByteArray("[\"conv\"]") << QByteArray("[\"nobody\"]") << "nobody";
    QTest::newRow("cycle") << QByteArray("\"inputs\": [\"input\"]") << QByteArray("\"inputs\": [\"dropout\"]")
                           << "conv";
    QTest::newRow("newer version") << QByteArray("\"version\": 1") << QByteArray("\"version\": 999") << "999";
    QTest::newRow("not JSON") << QByteArray("\"seed\": 3") << QByteArray("\"seed\": ") << "bad.lamina";
    QTest::newRow("unknown loss") << QByteArray("sparse_categorical_crossentropy")
                                  << QByteArray("sparse_loss") << "sparse_loss";
    QTest::newRow("unknown generator") << QByteArray("\"digits\"") << QByteArray("\"letters\"") << "letters";
}

void UsageTest::aProjectWithAFaultIsOneLineAndThree()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, named);
    QByteArray project = smallProject(1);
    QVERIFY(project.contains(from));
    QVERIFY(writeFile(path("bad.lamina"), project.replace(from, to)));
    const Finished finished = run({"train", "bad.lamina", "-o", "bad_run", "--json"});
    QVERIFY2(finished.status == 3, qPrintable(finished.error));
    QVERIFY2(finished.saysOneError(), qPrintable(finished.error));
    QVERIFY2(finished.error.contains(named), qPrintable(finished.error));
    QCOMPARE(finished.output, QString());
    QVERIFY(!QFile::exists(path("bad_run"))); // nothing half-written is left
}

void UsageTest::allFaultsOfAProjectAreToldAtOnce()
{
    QByteArray project = smallProject(1);
    project.replace("\"filters\": 4", "\"filters\": -4").replace("\"units\": 10", "\"units\": -10");
    QVERIFY(writeFile(path("two.lamina"), project));
    const Finished finished = run({"train", "two.lamina", "-o", "two_run"});
    QCOMPARE(finished.status, 3);
    QVERIFY2(finished.saysOneError(), qPrintable(finished.error));
    QVERIFY2(finished.error.contains("filters") && finished.error.contains("units"),
             qPrintable(finished.error));

    const Finished missing = run({"summary", "no-such-file.lamina"});
    QCOMPARE(missing.status, 3);
    QVERIFY2(missing.saysOneError() && missing.error.contains("no-such-file.lamina"),
             qPrintable(missing.error));
}

void UsageTest::newOverwritesItsOutput()
{
    const QString lesson = run({"lessons"}).output.section(' ', 0, 0);
    QVERIFY(writeFile(path("mine.lamina"), "old"));
    QCOMPARE(run({"new", lesson, "-o", "mine.lamina"}).status, 0);
    QVERIFY(readFile(path("mine.lamina")).contains("lamina-project"));
}

void UsageTest::whereNothingCanBeWrittenNewSaysSo()
{
    const QString lesson = run({"lessons"}).output.section(' ', 0, 0);
    const Finished finished = run({"new", lesson, "-o", path("no/such/folder/p.lamina")});
    QCOMPARE(finished.status, 1);
    QVERIFY2(finished.saysOneError() && finished.error.contains("no/such/folder"),
             qPrintable(finished.error));
}

void UsageTest::bfloat16NeedsAProcessorThatHasIt()
{
    QVERIFY(writeFile(path("good.lamina"), smallProject(1)));
    for (const QStringList& arguments :
         {QStringList{"train", "good.lamina", "-o", "b_run", "--precision", "mixed_bfloat16"},
          {"bench", "good.lamina", "--batch", "8", "--steps", "1", "--precision", "mixed_bfloat16"}}) {
        const Finished finished = run(arguments);
        if (lamina::hasBfloat16()) {
            QCOMPARE(finished.status, 0);
            continue;
        }
        QCOMPARE(finished.status, 3);
        QVERIFY2(finished.saysOneError() && finished.error.contains("mixed_bfloat16"),
                 qPrintable(finished.error));
    }
}

LAMINA_TEST(UsageTest)
#include "cli_usage_test.moc"
