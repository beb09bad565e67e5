// A sample typed into the form: what stands there is what comes out, and what is no number is said.
#include "tests/support/run.h"
#include "widgets/browser/row_form.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace lamina;

namespace {
void type(QWidget* editor, const QString& text)
{
    auto* line = qobject_cast<QLineEdit*>(editor);
    if (!line)
        line = editor->findChild<QLineEdit*>();
    line->selectAll();
    if (text.isEmpty())
        QTest::keyClick(line, Qt::Key_Backspace);
    else
        QTest::keyClicks(line, text);
}
} // namespace

class TestRowForm final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsTypedComesOut();
    void whatIsNoNumberIsSaid_data();
    void whatIsNoNumberIsSaid();
    void aMissingValueIsWhatTheTableFillsIn();
    void fillingItSaysNothing();
    void manyCellsStandInColumns();

private:
    static std::vector<RowCell> cells()
    {
        return {{.name = "age"},
                {.name = "kind", .kind = RowCell::Kind::Choice, .choices = {"cat", "dog"}, .oneHot = true},
                {.name = "text", .kind = RowCell::Kind::Words, .choices = {"red", "blue"}, .length = 3}};
    }
};

void TestRowForm::whatIsTypedComesOut()
{
    RowForm form;
    form.setCells(cells());
    form.show();
    QSignalSpy edited(&form, &RowForm::edited);
    type(form.editor(0), QStringLiteral("12.5"));
    QVERIFY(edited.count() > 0);
    qobject_cast<QComboBox*>(form.editor(1))->setCurrentIndex(1);
    type(form.editor(2), QStringLiteral("Blue, red"));
    const std::vector<CellValue> wanted{{12.5, {}}, {1, {}}, {0, "Blue, red"}};
    QVERIFY(form.values() == wanted);
    QVERIFY(form.problem().isEmpty());
}

void TestRowForm::whatIsNoNumberIsSaid_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "abc", "1,5", "--3", "1e39", "nan"})
        QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text);
}

void TestRowForm::whatIsNoNumberIsSaid()
{
    QFETCH(QString, text);
    RowForm form;
    form.setCells(cells());
    form.show();
    QSignalSpy edited(&form, &RowForm::edited);
    type(form.editor(0), text);
    QVERIFY(edited.count() > 0);
    QVERIFY(!form.values());
    QCOMPARE(form.problem(), QString::fromUtf8("“age” takes a number, such as 12.5 or -3e4."));
    type(form.editor(0), QStringLiteral("7"));
    QVERIFY(form.problem().isEmpty());
    QVERIFY(form.values() && form.values()->front().number == 7);
}

void TestRowForm::aMissingValueIsWhatTheTableFillsIn()
{
    std::vector<RowCell> filled = cells();
    filled[0].missing = 4.25; // the mean
    filled[1].missing = 2; // behind both choices
    RowForm form;
    form.setCells(filled);
    form.show();
    type(form.editor(0), {});
    auto* choice = qobject_cast<QComboBox*>(form.editor(1));
    QCOMPARE(choice->count(), 3);
    QCOMPARE(choice->itemText(2), QStringLiteral("no value"));
    choice->setCurrentIndex(2);
    QVERIFY(form.problem().isEmpty());
    const std::vector<CellValue> wanted{{4.25, {}}, {2, {}}, {0, {}}};
    QVERIFY(form.values() == wanted);
}

void TestRowForm::fillingItSaysNothing()
{
    RowForm form;
    form.setCells(cells());
    form.show();
    type(form.editor(0), QStringLiteral("abc"));
    QSignalSpy edited(&form, &RowForm::edited);
    const std::vector<CellValue> values{{3, {}}, {1, {}}, {0, "red"}};
    form.setValues(values);
    QCOMPARE(edited.count(), 0);
    QVERIFY(form.values() == values);
    QVERIFY(form.problem().isEmpty());
}

void TestRowForm::manyCellsStandInColumns()
{
    std::vector<RowCell> many;
    for (int i = 0; i < 32; ++i)
        many.push_back({.name = "column " + std::to_string(i)});
    RowForm form;
    form.resize(250, 400);
    form.setCells(many);
    form.show();
    QCoreApplication::processEvents();
    QCOMPARE(form.editor(31)->x(), form.editor(0)->x());
    form.resize(600, 400);
    QTRY_VERIFY(form.editor(31)->x() > form.editor(0)->geometry().right());
    QVERIFY(form.editor(15)->x() == form.editor(0)->x()); // down, then to the side
    QVERIFY(form.editor(31)->geometry().right() < form.width());
    form.resize(250, 400);
    QTRY_COMPARE(form.editor(31)->x(), form.editor(0)->x());
}

LAMINA_TEST(TestRowForm)
#include "row_form_test.moc"
