// A part inside a field: chosen in a box, with its settings below.
#include "widgets/inspector/nested_part_editor.h"

#include "engine/model/common_fields.h"
#include "engine/model/schedule_type.h"
#include "tests/support/run.h"
#include "widgets/inspector/field_form.h"
#include "widgets/inspector/number_box.h"
#include "widgets/inspector/number_list_editor.h"

#include <QComboBox>
#include <QFloat16> // QTest compares with it, and Json must know it whole
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace lamina;

namespace {
const Field rateField{.name = "learning_rate",
                      .kind = FieldKind::RealOrPart,
                      .defaultJson = "0.001",
                      .label = LAMINA_TEXT("test", "Learning rate"),
                      .help = LAMINA_TEXT("test", "How far a step goes"),
                      .minimum = 0,
                      .maximum = 10,
                      .parts = scheduleParts};
const Field penaltyField = fields::regularizer("kernel_regularizer", LAMINA_TEXT("test", "Penalty"));

// A field in a form, as pages have it.
struct Shown {
    explicit Shown(const Field& field, const Json& value = nullptr)
    {
        Json config = Json::object();
        if (!value.is_null())
            config[field.name] = value;
        form.setFields({&field, 1}, config);
        editor = qobject_cast<NestedPartEditor*>(form.editor(QString::fromLatin1(field.name)));
        form.show();
        if (!QTest::qWaitForWindowActive(&form)) // what is typed in is told by the focus
            QFAIL("the form did not become the active window");
    }
    QComboBox* box() const { return qobject_cast<QComboBox*>(editor->control()); }
    void choose(const QString& words)
    {
        for (int i = 0; i < box()->count(); ++i)
            if (box()->itemText(i) == words
                || box()->itemData(i, Qt::ToolTipRole).toString().contains(words)) {
                box()->setCurrentIndex(i);
                Q_EMIT box()->activated(i);
                return;
            }
        QFAIL(qPrintable(words));
    }
    Json last() const { return edited.isEmpty() ? Json("nothing") : edited.last().at(1).value<Json>(); }

    FieldForm form;
    NestedPartEditor* editor = nullptr;
    QSignalSpy edited{&form, &FieldForm::edited};
};
} // namespace

class NestedPartEditorTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNumberIsEditedAsANumber()
    {
        Shown shown(rateField, 0.01);
        QVERIFY(shown.editor);
        auto* number = shown.editor->findChild<NumberBox*>();
        QVERIFY(number->isVisible());
        QCOMPARE(number->value(), std::optional(0.01));
        QVERIFY(!shown.editor->form()->isVisible());
        auto* line = number->findChild<QLineEdit*>();
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, "0.5");
        QCOMPARE(shown.last(), Json(0.5));
    }

    // The number is where the schedule begins, and what it began with becomes the number again.
    void aNumberBecomesAScheduleAndBack()
    {
        Shown shown(rateField, 0.25);
        shown.choose("PolynomialDecay");
        QCOMPARE(
            shown.last(),
            Json::parse(R"({"class_name": "PolynomialDecay", "config": {"initial_learning_rate": 0.25}})"));
        QVERIFY(shown.editor->form()->isVisible());
        QVERIFY(shown.editor->form()->names().contains("decay_steps"));
        shown.choose("ExponentialDecay"); // what both have stays
        QCOMPARE(shown.last()["config"], Json::parse(R"({"initial_learning_rate": 0.25})"));
        shown.choose("a number");
        QCOMPARE(shown.last(), Json(0.25));
        QVERIFY(!shown.editor->form()->isVisible());
    }

    void aScheduleIsShownWithItsSettings()
    {
        Shown shown(rateField, Json::parse(R"({"class_name": "CosineDecay", "config":
            {"initial_learning_rate": 0.1, "decay_steps": 50}})"));
        FieldForm* form = shown.editor->form();
        QVERIFY(form->isVisible());
        auto* steps = qobject_cast<NumberBox*>(form->editor("decay_steps")->control());
        QCOMPARE(steps->value(), std::optional(50.0));
        auto* line = steps->findChild<QLineEdit*>();
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, "75");
        QCOMPARE(shown.last()["config"]["decay_steps"].get<double>(), 75.0);
        QCOMPARE(shown.last()["config"]["initial_learning_rate"], Json(0.1));
        QCOMPARE(line->text(), QString("75")); // not rewritten while it is typed
    }

    void aPenaltyIsChosenAndTakenAway()
    {
        Shown shown(penaltyField);
        QVERIFY(!shown.editor->form()->isVisible());
        shown.choose("<b>l2</b>");
        QCOMPARE(shown.last(), Json("l2"));
        QVERIFY(shown.editor->form()->isVisible());
        auto* line = shown.editor->form()->editor("l2")->control()->findChild<QLineEdit*>();
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, "0.5");
        QCOMPARE(shown.last(), Json::parse(R"({"class_name": "l2", "config": {"l2": 0.5}})"));
        shown.choose("none");
        QVERIFY(shown.last().is_null());
    }

    void whatIsUnknownIsShownAsItStands()
    {
        Shown shown(penaltyField, "l3");
        QCOMPARE(shown.box()->currentText(), QString("l3"));
        QVERIFY(shown.edited.isEmpty());
        shown.form.setConfig({{"kernel_regularizer", "L1"}}); // Keras' class
        QVERIFY(shown.editor->form()->names().contains("l1"));
        QCOMPARE(shown.box()->findText("l3"), -1);
    }

    void listsOfNumbersAreReadInManySpellings()
    {
        QCOMPARE(NumberListEditor::list("0.1, 5e-2 0.01", false), Json::parse("[0.1, 0.05, 0.01]"));
        QCOMPARE(NumberListEditor::list("[3; 10]", false), Json::parse("[3, 10]"));
        QCOMPARE(NumberListEditor::list("", false), Json::array());
        QVERIFY(NumberListEditor::list("0.1, x", false).is_null());
        QVERIFY(NumberListEditor::list("0.5", true).is_null());
        QCOMPARE(NumberListEditor::text(Json::parse("[0.1, 3]")), QString("0.1, 3"));
    }
};

LAMINA_TEST(NestedPartEditorTest)
#include "nested_part_editor_test.moc"
