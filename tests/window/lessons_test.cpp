#include "engine/data/open.h"
#include "engine/formats/lessons.h"
#include "engine/formats/project_file.h"
#include "engine/model/network.h"
#include "tests/support/run.h"

#include <QSet>
#include <QTest>
#include <QTextDocument>

using namespace lamina;

class TestLessons final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyLessonIsAProjectWithoutFaults_data();
    void everyLessonIsAProjectWithoutFaults();
    void idsAreUniqueAndFound();
};

void TestLessons::everyLessonIsAProjectWithoutFaults_data()
{
    QTest::addColumn<QString>("id");
    for (const Lesson& lesson : lessons::all())
        QTest::newRow(lesson.id) << QString::fromLatin1(lesson.id);
}

void TestLessons::everyLessonIsAProjectWithoutFaults()
{
    QFETCH(QString, id);
    const Lesson* lesson = lessons::find(id.toStdString());
    QVERIFY(lesson);
    const Result<Project> project = parseProject(lesson->projectText, lesson->id);
    if (!project)
        QFAIL(sentence(project.faults()).c_str());
    const ModelAnalysis analysis = analyse(project->model);
    QVERIFY2(analysis.faults.empty(), sentence(analysis.faults).c_str());
    QVERIFY(std::string_view(lesson->pageEnglish).size() > 200);
    QVERIFY(std::string_view(lesson->pageKorean).size() > 200);
    for (const char* page : {lesson->pageEnglish, lesson->pageKorean}) {
        QTextDocument text; // two stars behind punctuation and before a letter would stay stars
        text.setMarkdown(QString::fromUtf8(page));
        QVERIFY2(!text.toPlainText().contains(QLatin1String("**")), qPrintable(text.toPlainText()));
    }
    const Result<DataParts> parts = openData(project->data, "/nowhere", project->seed);
    if (project->data.source == "image_folder") { // photographs are the person's own
        QVERIFY(!parts);
        QVERIFY(sentence(parts.faults()).find("data.options.train") != std::string::npos);
        return;
    }
    if (!parts)
        QFAIL(sentence(parts.faults()).c_str());
    QVERIFY(parts->train && parts->test);
    QCOMPARE(static_cast<bool>(parts->validation), project->data.validationSplit > 0);
    const Index validation = parts->validation ? parts->validation->size() : 0;
    QCOMPARE(parts->train->size() + validation, project->data.options["train"].get<Index>());
    QCOMPARE(parts->test->size(), project->data.options["test"].get<Index>());
}

void TestLessons::idsAreUniqueAndFound()
{
    QSet<QString> ids;
    for (const Lesson& lesson : lessons::all())
        ids.insert(QString::fromLatin1(lesson.id));
    QCOMPARE(ids.size(), static_cast<qsizetype>(lessons::all().size()));
    for (const char* known :
         {"digits-mlp", "digits-relu-adam", "digits-cnn", "study-scores", "cats-and-dogs"})
        QVERIFY2(ids.contains(QLatin1String(known)), known);
    QVERIFY(!lessons::find("no-such-lesson"));
}

LAMINA_TEST(TestLessons)
#include "lessons_test.moc"
