#include "tests/support/run.h"
#include "widgets/inspector/field_editor.h"
#include "widgets/inspector/field_form.h"
#include "widgets/inspector/list_editors.h"
#include "widgets/inspector/number_box.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFloat16>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <array>

using namespace lamina;

namespace {
constexpr std::array<const char*, 3> colours{"red", "green", "blue"};
constexpr std::array<const char*, 2> starts{"zeros", "ones"};
const std::array fields{
    Field{"units", FieldKind::Whole, nullptr, LAMINA_TEXT("test", "Units"), LAMINA_TEXT("test", "How many"),
          1, 1e12},
    Field{"rate", FieldKind::Real, "0.5", LAMINA_TEXT("test", "Rate"), LAMINA_TEXT("test", "How fast"), 0},
    Field{"use_bias", FieldKind::Flag, "true", LAMINA_TEXT("test", "Bias"), LAMINA_TEXT("test", "Whether")},
    Field{.name = "colour",
          .kind = FieldKind::Choice,
          .defaultJson = "\"red\"",
          .label = LAMINA_TEXT("test", "Colour"),
          .help = LAMINA_TEXT("test", "Which"),
          .choices = colours},
    Field{.name = "kernel_size",
          .kind = FieldKind::WholeList,
          .defaultJson = "[1, 1]",
          .label = LAMINA_TEXT("test", "Kernel"),
          .help = LAMINA_TEXT("test", "Window"),
          .minimum = 1,
          .listLength = 2},
    Field{.name = "strides",
          .kind = FieldKind::WholeList,
          .defaultJson = "null",
          .label = LAMINA_TEXT("test", "Strides"),
          .help = LAMINA_TEXT("test", "Step"),
          .minimum = 1,
          .listLength = 2,
          .orNull = true},
    Field{.name = "around",
          .kind = FieldKind::WholeList,
          .defaultJson = "[[1, 1], [1, 1]]",
          .label = LAMINA_TEXT("test", "Rim"),
          .help = LAMINA_TEXT("test", "How much"),
          .minimum = 0,
          .listLength = 2,
          .inPairs = true},
    Field{.name = "factor",
          .kind = FieldKind::RealList,
          .defaultJson = "0.1",
          .label = LAMINA_TEXT("test", "Factor"),
          .help = LAMINA_TEXT("test", "How far"),
          .minimum = -1,
          .maximum = 1,
          .listLength = 2},
    Field{.name = "axes",
          .kind = FieldKind::WholeList,
          .defaultJson = "null",
          .label = LAMINA_TEXT("test", "Axes"),
          .help = LAMINA_TEXT("test", "Which"),
          .orNull = true},
    Field{"shape", FieldKind::ShapeList, nullptr, LAMINA_TEXT("test", "Shape"), LAMINA_TEXT("test", "Size"),
          1},
    Field{"features", FieldKind::TextList, "[]", LAMINA_TEXT("test", "Columns"),
          LAMINA_TEXT("test", "Names")},
    Field{.name = "initializer",
          .kind = FieldKind::Part,
          .defaultJson = "\"zeros\"",
          .label = LAMINA_TEXT("test", "Start"),
          .help = LAMINA_TEXT("test", "How it starts"),
          .choices = starts},
    Field{"path", FieldKind::Path, "null", LAMINA_TEXT("test", "File"), LAMINA_TEXT("test", "Where")},
    Field{"note", FieldKind::Words, "\"\"", LAMINA_TEXT("test", "Note"), LAMINA_TEXT("test", "Words")},
};
} // namespace

class FieldFormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyFieldHasARowThatShowsItsValue();
    void wholeNumbersAreTypedAndStepped();
    void valuesOutOfLimitsAreGivenOnAndToldNotSwallowed();
    void realNumbersTakeScientificNotation();
    void unfinishedNumbersAreHeldBackWithAHint();
    void flagsChoicesAndListsGiveTheirJson();
    void aSingleNumberStandsForAWholeList();
    void nullListsBecomeNumbersTogether();
    void pairsStandInLinesOfTwo();
    void aFieldWithNothingToChooseHasNoRow();
    void numberListsTakeOneOrSeveral();
    void shapesAreReadInManySpellings();
    void textListsKeepCommasInQuotationMarks();
    void partsAreNamesOrObjects();
    void pathsAndWordsAreTexts();
    void aRowOffDefaultCanBeReset();
    void faultsStandUnderTheirRow();
    void whatIsBeingTypedIsNotRewritten();
    void controlsHaveNamesAndHelp();

private:
    template <typename T>
    T* control(const char* field) const
    {
        auto* editor = m_form->editor(QString::fromLatin1(field));
        return editor ? qobject_cast<T*>(editor->control()) : nullptr;
    }
    void type(QWidget* into, const QString& text)
    {
        into->setFocus();
        auto* line = qobject_cast<QLineEdit*>(into);
        if (!line)
            line = into->findChild<QLineEdit*>();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    Json last() const { return m_edited->isEmpty() ? Json("nothing") : m_edited->last().at(1).value<Json>(); }

    std::unique_ptr<FieldForm> m_form;
    std::unique_ptr<QSignalSpy> m_edited;
};

void FieldFormTest::init()
{
    m_form = std::make_unique<FieldForm>();
    m_form->setFields(fields, Json{{"units", 32}, {"shape", {28, 28, 1}}});
    m_form->resize(320, 600);
    m_form->show();
    QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    m_edited = std::make_unique<QSignalSpy>(m_form.get(), &FieldForm::edited);
}

void FieldFormTest::everyFieldHasARowThatShowsItsValue()
{
    QCOMPARE(m_form->names().size(), qsizetype(fields.size()));
    QCOMPARE(control<NumberBox>("units")->text(), QStringLiteral("32"));
    QCOMPARE(control<NumberBox>("rate")->text(), QStringLiteral("0.5"));
    QVERIFY(control<QCheckBox>("use_bias")->isChecked());
    QCOMPARE(control<QComboBox>("colour")->currentText(), QStringLiteral("red"));
    QCOMPARE(control<QLineEdit>("shape")->text(), QStringLiteral("28 × 28 × 1"));
    QVERIFY(m_edited->isEmpty());
}

void FieldFormTest::wholeNumbersAreTypedAndStepped()
{
    type(control<NumberBox>("units"), "128");
    QCOMPARE(last(), Json(128));
    QVERIFY(last().is_number_integer());
    QTest::keyClick(control<NumberBox>("units"), Qt::Key_Up);
    QCOMPARE(last(), Json(129));
    type(control<NumberBox>("units"), "9000000000");
    QCOMPARE(last(), Json(9000000000));
    QCOMPARE(m_edited->last().at(0).toString(), QStringLiteral("units"));
}

void FieldFormTest::valuesOutOfLimitsAreGivenOnAndToldNotSwallowed()
{
    type(control<NumberBox>("units"), "0");
    QCOMPARE(last(), Json(0));
    control<NumberBox>("units")->stepBy(-1);
    QCOMPARE(last(), Json(1)); // stepping stays within the limits
    m_form->setConfig(Json{{"units", -5}});
    QCOMPARE(control<NumberBox>("units")->text(), QStringLiteral("-5"));
}

void FieldFormTest::realNumbersTakeScientificNotation()
{
    type(control<NumberBox>("rate"), "1e-3");
    QCOMPARE(last(), Json(0.001));
    m_form->setConfig(Json{{"rate", 1e-7}});
    m_form->setFocus();
    QCOMPARE(control<NumberBox>("rate")->text(), QStringLiteral("1e-07"));
    m_form->setConfig(Json{{"rate", 0.001}});
    control<NumberBox>("rate")->stepBy(1);
    QCOMPARE(last(), Json(0.002));
    control<NumberBox>("rate")->stepBy(-2);
    QCOMPARE(last(), Json(0.0009));
}

void FieldFormTest::unfinishedNumbersAreHeldBackWithAHint()
{
    auto* box = control<NumberBox>("rate");
    type(box, "abc");
    QVERIFY(m_edited->isEmpty());
    bool told = false;
    for (const QLabel* label : m_form->findChildren<QLabel*>())
        told |= label->isVisible() && label->text().contains("needs a number");
    QVERIFY(told);
    control<NumberBox>("units")->setFocus();
    QCOMPARE(box->text(), QStringLiteral("0.5"));
}

void FieldFormTest::flagsChoicesAndListsGiveTheirJson()
{
    QTest::mouseClick(control<QCheckBox>("use_bias"), Qt::LeftButton, {}, QPoint(8, 14));
    QCOMPARE(last(), Json(false));
    control<QComboBox>("colour")->setFocus();
    QTest::keyClick(control<QComboBox>("colour"), Qt::Key_Down);
    QCOMPARE(last(), Json("green"));
    type(control<NumberBox>("kernel_size"), "3");
    QCOMPARE(last(), (Json{3, 1}));
    m_form->setConfig(Json{{"colour", "octarine"}}); // a file may hold anything
    QCOMPARE(control<QComboBox>("colour")->currentText(), QStringLiteral("octarine"));
}

void FieldFormTest::aSingleNumberStandsForAWholeList()
{
    m_form->setConfig(Json{{"kernel_size", 5}});
    const auto boxes = m_form->editor("kernel_size")->findChildren<NumberBox*>();
    QCOMPARE(boxes.size(), 2);
    QCOMPARE(boxes[1]->text(), QStringLiteral("5"));
}

void FieldFormTest::nullListsBecomeNumbersTogether()
{
    const auto boxes = m_form->editor("strides")->findChildren<NumberBox*>();
    QCOMPARE(boxes[0]->text(), QString());
    type(boxes[1], "2");
    QCOMPARE(last(), (Json{2, 2}));
    QCOMPARE(boxes[0]->text(), QStringLiteral("2"));
    boxes[0]->setFocus();
    boxes[0]->findChild<QLineEdit*>()->selectAll();
    QTest::keyClick(boxes[0]->findChild<QLineEdit*>(), Qt::Key_Backspace);
    QCOMPARE(last(), Json());
    QCOMPARE(boxes[1]->text(), QString());
}

void FieldFormTest::pairsStandInLinesOfTwo()
{
    m_form->setConfig(Json{{"around", {0, 3}}});
    const auto boxes = m_form->editor("around")->findChildren<NumberBox*>();
    QCOMPARE(boxes.size(), 4);
    QStringList shown;
    for (const NumberBox* box : boxes)
        shown += box->text();
    QCOMPARE(shown, (QStringList{"0", "0", "3", "3"}));
    QCOMPARE(boxes[0]->y(), boxes[1]->y());
    QVERIFY(boxes[2]->y() > boxes[1]->y());
    type(boxes[1], "2");
    QCOMPARE(last(), Json::parse("[[0, 2], [3, 3]]"));
}

void FieldFormTest::aFieldWithNothingToChooseHasNoRow()
{
    static constexpr std::array<const char*, 1> only{"channels_last"};
    const std::array one{Field{.name = "data_format",
                               .kind = FieldKind::Choice,
                               .defaultJson = "\"channels_last\"",
                               .label = LAMINA_TEXT("test", "Data format"),
                               .help = LAMINA_TEXT("test", "Where"),
                               .choices = only}};
    m_form->setFields(one, Json::object());
    QVERIFY(m_form->names().isEmpty());
    m_form->setFields(one, Json{{"data_format", "channels_first"}}); // to be put right
    QCOMPARE(m_form->names(), QStringList{"data_format"});
}

void FieldFormTest::numberListsTakeOneOrSeveral()
{
    type(control<QLineEdit>("factor"), "0.25");
    QCOMPARE(last(), Json(0.25)); // from -0.25 to 0.25
    type(control<QLineEdit>("factor"), "[-0.5, 1e-1]");
    QCOMPARE(last(), (Json{-0.5, 0.1}));
    auto* axes = control<QLineEdit>("axes");
    type(axes, "1 2");
    QCOMPARE(last(), (Json{1, 2}));
    const qsizetype told = m_edited->size();
    type(axes, "x");
    QCOMPARE(m_edited->size(), told); // held back until it can be read
    axes->selectAll();
    QTest::keyClick(axes, Qt::Key_Backspace);
    QCOMPARE(last(), Json());
}

void FieldFormTest::shapesAreReadInManySpellings()
{
    for (const char* text : {"14 x 14 x 3", "(14, 14, 3)", "[14,14,3]", "14 14 3", "14*14*3", "14×14×3"})
        QCOMPARE(ShapeEditor::sizes(QString::fromUtf8(text)), (Json{14, 14, 3}));
    QCOMPARE(ShapeEditor::sizes("14 by 3"), Json());
    type(control<QLineEdit>("shape"), "14 14 3");
    QCOMPARE(last(), (Json{14, 14, 3}));
    type(control<QLineEdit>("shape"), "wide");
    QCOMPARE(last(), (Json{14, 14, 3}));
    control<NumberBox>("units")->setFocus();
    QCOMPARE(control<QLineEdit>("shape")->text(), QStringLiteral("14 × 14 × 3"));
}

void FieldFormTest::textListsKeepCommasInQuotationMarks()
{
    for (const Json& list :
         {Json{"age", "height"}, Json{"a, b", "say \"x\""}, Json::array(), Json{" spaced "}})
        QCOMPARE(TextListEditor::list(TextListEditor::text(list)), list);
    type(control<QLineEdit>("features"), "age, height");
    QCOMPARE(last(), (Json{"age", "height"}));
}

void FieldFormTest::partsAreNamesOrObjects()
{
    auto* box = control<QComboBox>("initializer");
    QCOMPARE(box->currentText(), QStringLiteral("zeros"));
    type(box, "he_normal");
    QCOMPARE(last(), Json("he_normal"));
    const Json object{{"class_name", "Constant"}, {"config", {{"value", 2}}}};
    type(box, QString::fromStdString(object.dump()));
    QCOMPARE(last(), object);
    type(box, "{\"class_name\": ");
    QCOMPARE(m_edited->last().at(1).value<Json>(), object);
}

void FieldFormTest::pathsAndWordsAreTexts()
{
    type(control<QLineEdit>("path"), "a.csv");
    QCOMPARE(last(), Json("a.csv"));
    type(control<QLineEdit>("note"), "hello");
    QCOMPARE(last(), Json("hello"));
}

void FieldFormTest::aRowOffDefaultCanBeReset()
{
    QSignalSpy reset(m_form.get(), &FieldForm::resetRequested);
    const auto visible = [&] {
        QList<QToolButton*> found;
        for (auto* button : m_form->findChildren<QToolButton*>())
            if (button->isVisible() && button->accessibleName().contains("default"))
                found += button;
        return found;
    };
    QVERIFY(visible().isEmpty()); // what must be given has no default to go back to
    type(control<NumberBox>("rate"), "0.25");
    QCOMPARE(visible().size(), 1);
    QTest::mouseClick(visible().front(), Qt::LeftButton);
    QCOMPARE(reset.count(), 1);
    QCOMPARE(reset.first().at(0).toString(), QStringLiteral("rate"));
    QCOMPARE(control<NumberBox>("rate")->text(), QStringLiteral("0.5"));
    QVERIFY(visible().isEmpty());
}

void FieldFormTest::faultsStandUnderTheirRow()
{
    Place place{.path = "model.layers[1].config"};
    const Faults faults = check(fields, Json{{"units", 0}, {"shape", {1}}, {"unknown", 1}}, place);
    QCOMPARE(faults.size(), std::size_t(2));
    const Faults rest = m_form->setFaults(faults);
    QCOMPARE(rest.size(), std::size_t(1)); // the unknown key has no row
    QStringList shown;
    for (const QLabel* label : m_form->findChildren<QLabel*>())
        if (label->isVisible() && label->property("laminaFault").toBool())
            shown += label->text();
    QCOMPARE(shown.size(), 1);
    QVERIFY(shown.front().contains("units"));
    QVERIFY(m_form->setFaults({}).empty());
}

void FieldFormTest::whatIsBeingTypedIsNotRewritten()
{
    auto* box = control<NumberBox>("rate");
    type(box, "0.50");
    m_form->setConfig(Json{{"rate", 0.5}});
    QCOMPARE(box->text(), QStringLiteral("0.50"));
    auto* shape = control<QLineEdit>("shape");
    type(shape, "14 14 ");
    m_form->setConfig(Json{{"shape", {14, 14}}});
    QCOMPARE(shape->text(), QStringLiteral("14 14 "));
    m_form->setConfig(Json{{"shape", {7}}});
    QCOMPARE(shape->text(), QStringLiteral("7"));
}

void FieldFormTest::controlsHaveNamesAndHelp()
{
    for (const QString& name : m_form->names()) {
        FieldEditor* editor = m_form->editor(name);
        QVERIFY2(!editor->control()->accessibleName().isEmpty(), qPrintable(name));
        QVERIFY2(editor->toolTip().contains(name), qPrintable(name));
    }
    QVERIFY(m_form->editor("kernel_size")->toolTip().contains("[1, 1]"));
}

LAMINA_TEST(FieldFormTest)
#include "field_form_test.moc"
