// The inspector on the Design page: one layer and several, defaults, freezing.
#include "app/commands/freeze_layers.h"
#include "tests/app/on_design_page.h"
#include "tests/support/run.h"
#include "widgets/common/switch.h"
#include "widgets/inspector/field_editor.h"
#include "widgets/inspector/field_form.h"
#include "widgets/inspector/layer_inspector.h"

#include <QContextMenuEvent>
#include <QFloat16>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace lamina;

class DesignSettingsTest : public test::OnDesignPage {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void severalLayersAreSetInOneStep();
    void severalLayersTellTheirFaultsByName();
    void oneTypingForSeveralIsOneStep();
    void allFieldsGoBackToTheirDefaults();
    void theSwitchFreezesOneOrSeveral();
    void layersWithoutWeightsHaveNoSwitch();
    void theMenuAndAKeyFreeze();
    void escapeLeadsBackToTheLayers();
    void everyControlHasAName();

private:
    const Json& config(const char* layer) const { return project().model.find(layer)->config; }
    QUndoStack& undo() const { return m_studio->document().undoStack(); }
    LayerInspector* inspector() const { return m_page->inspector(); }
    Switch* frozen() const { return inspector()->findChild<Switch*>("frozenSwitch"); }
    QToolButton* reset() const { return inspector()->findChild<QToolButton*>("resetLayers"); }
    QLineEdit* lineOf(const char* field) const
    {
        QWidget* control = inspector()->form()->editor(QString::fromLatin1(field))->control();
        auto* line = qobject_cast<QLineEdit*>(control);
        return line ? line : control->findChild<QLineEdit*>();
    }
    void type(QLineEdit* into, const QString& text)
    {
        into->setFocus();
        into->selectAll();
        QTest::keyClicks(into, text);
    }
};

void DesignSettingsTest::init()
{
    QVERIFY(open());
}

void DesignSettingsTest::severalLayersAreSetInOneStep()
{
    m_page->graph()->setSelection({"hidden", "digit"});
    QCOMPARE(inspector()->layers(), (QStringList{"hidden", "digit"}));
    QVERIFY(inspector()->form()->isVisible());
    QCOMPARE(lineOf("units")->text(), QString());
    QVERIFY(!inspector()->findChild<QLineEdit*>("layerName")->isVisible());
    type(lineOf("units"), "7");
    QCOMPARE(config("hidden").at("units"), Json(7));
    QCOMPARE(config("digit").at("units"), Json(7));
    QCOMPARE(undo().count(), 1);
    QCOMPARE(undo().undoText(), QStringLiteral("Set units of 2 layers"));
    QCOMPARE(lineOf("units")->text(), QStringLiteral("7"));
    QCOMPARE(m_page->graph()->selection().size(), 2);
    undo().undo();
    QVERIFY(project() == exampleProject());
    undo().redo();
    QCOMPARE(config("digit").at("units"), Json(7));
    // Only what both have: nothing, here.
    m_page->graph()->setSelection({"input", "flatten"});
    QVERIFY(!inspector()->form()->isVisible());
    QTest::keyClick(m_page->graph(), Qt::Key_Return); // to nowhere, and without harm
    QVERIFY(inspector()->layer().isEmpty());
}

void DesignSettingsTest::severalLayersTellTheirFaultsByName()
{
    m_page->graph()->setSelection({"hidden", "digit"});
    type(lineOf("units"), "0");
    QStringList told;
    for (const QLabel* label : inspector()->form()->findChildren<QLabel*>())
        if (label->property("laminaFault").toBool() && label->isVisible())
            told += label->text();
    QVERIFY2(told.size() == 1 && told[0].contains("hidden: ") && told[0].contains("digit: "),
             qPrintable(told.join("|")));
}

void DesignSettingsTest::oneTypingForSeveralIsOneStep()
{
    m_page->graph()->setSelection({"hidden", "digit"});
    type(lineOf("units"), "128");
    QCOMPARE(undo().count(), 1);
    type(lineOf("units"), "10"); // and a selection of one of them is another gesture
    m_page->graph()->setSelection({"digit"});
    type(lineOf("units"), "12");
    QCOMPARE(undo().undoText(), QStringLiteral("Change units of digit"));
    QCOMPARE(config("hidden").at("units"), Json(10));
    undo().setIndex(0);
    QVERIFY(project() == exampleProject());
}

void DesignSettingsTest::allFieldsGoBackToTheirDefaults()
{
    Project start = exampleProject();
    start.model.find("hidden")->config["trainable"] = false;
    start.model.find("digit")->config["use_bias"] = false;
    m_studio->document().setProject(start, {});
    m_page->graph()->setSelection({"hidden"});
    QVERIFY(reset()->isVisible());
    QTest::mouseClick(reset(), Qt::LeftButton);
    QVERIFY(config("hidden") == (Json{{"units", 32}, {"trainable", false}}));
    QCOMPARE(undo().undoText(), QStringLiteral("Set hidden to its defaults"));
    QVERIFY(!reset()->isVisible()); // nothing left to do
    undo().undo();
    m_page->graph()->setSelection({"hidden", "digit"});
    lineOf("units")->setFocus();
    QTest::keyClick(lineOf("units"), Qt::Key_Home, Qt::AltModifier | Qt::ShiftModifier);
    QVERIFY(config("hidden") == (Json{{"units", 32}, {"trainable", false}}));
    QVERIFY(config("digit") == (Json{{"units", 10}}));
    QCOMPARE(undo().count(), 1);
    undo().undo();
    QVERIFY(project() == start);
}

void DesignSettingsTest::theSwitchFreezesOneOrSeveral()
{
    QVERIFY(!inspector()->form()->names().contains("trainable"));
    m_page->graph()->setSelection({"conv"});
    QVERIFY(frozen()->isVisible() && !frozen()->isChecked());
    QTest::mouseClick(frozen(), Qt::LeftButton);
    QVERIFY(FreezeLayers::isFrozen(*project().model.find("conv")));
    QVERIFY(frozen()->isChecked());
    m_page->graph()->setSelection({"conv", "hidden", "digit"});
    QCOMPARE(frozen()->checkState(), Qt::PartiallyChecked);
    QCOMPARE(frozen()->text(), QStringLiteral("1 of 3"));
    frozen()->setFocus();
    QTest::keyClick(frozen(), Qt::Key_Space); // all of them
    QCOMPARE(frozen()->checkState(), Qt::Checked);
    QCOMPARE(undo().count(), 2);
    QTest::keyClick(frozen(), Qt::Key_Space);
    QCOMPARE(frozen()->checkState(), Qt::Unchecked);
    QVERIFY(project() == exampleProject());
}

void DesignSettingsTest::layersWithoutWeightsHaveNoSwitch()
{
    m_page->graph()->setSelection({"flatten"});
    QVERIFY(!frozen()->isVisible());
    m_page->graph()->setSelection({"flatten", "conv"});
    QVERIFY(frozen()->isVisible());
}

void DesignSettingsTest::theMenuAndAKeyFreeze()
{
    GraphView* graph = m_page->graph();
    graph->setSelection({"conv", "hidden"});
    QTest::keyClick(graph, Qt::Key_T);
    QVERIFY(FreezeLayers::isFrozen(*project().model.find("hidden")));
    const auto menuEntry = [&](const QString& text) -> QAction* {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(graph->viewport(), &event);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (menu)
            for (QAction* action : menu->actions())
                if (action->text() == text)
                    return action;
        return nullptr;
    };
    QAction* unfreeze = menuEntry("Unfreeze");
    QVERIFY(unfreeze);
    QCOMPARE(unfreeze->shortcut(), QKeySequence(Qt::Key_T));
    unfreeze->trigger();
    QApplication::activePopupWidget()->close();
    QVERIFY(project() == exampleProject());
    // In a field the letter is a letter.
    graph->setSelection({"hidden"});
    type(lineOf("units"), "t");
    QVERIFY(!FreezeLayers::isFrozen(*project().model.find("hidden")));
}

void DesignSettingsTest::escapeLeadsBackToTheLayers()
{
    m_page->graph()->setSelection({"hidden"});
    QTest::keyClick(m_page->graph(), Qt::Key_Return);
    QVERIFY(!m_page->graph()->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(m_page->graph()->hasFocus());
}

void DesignSettingsTest::everyControlHasAName()
{
    m_page->graph()->setSelection({"hidden", "digit"});
    for (QWidget* each : inspector()->findChildren<QWidget*>())
        if (each->isVisible() && (each->focusPolicy() & Qt::TabFocus) && !qobject_cast<QLabel*>(each)
            && !(each->parentWidget() && each->parentWidget()->focusPolicy() & Qt::TabFocus)) {
            const auto* button = qobject_cast<QAbstractButton*>(each);
            QVERIFY2(!each->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     each->metaObject()->className());
        }
}

LAMINA_TEST(DesignSettingsTest)
#include "design_settings_test.moc"
