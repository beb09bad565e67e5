#include "engine/model/nested.h"
#include "tests/app/on_design_page.h"
#include "tests/support/run.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/summary_view.h"
#include "widgets/inspector/field_editor.h"
#include "widgets/inspector/field_form.h"
#include "widgets/inspector/layer_inspector.h"
#include "widgets/palette/layer_palette.h"

#include <QClipboard>
#include <QFloat16>
#include <QGraphicsItem>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace lamina;

class DesignPageTest : public test::OnDesignPage {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theKeyboardAloneAddsRemovesAndUndoes();
    void typingInAFieldChangesTheLayerAndShowsTheFaultAtOnce();
    void aFaultThatWasSavedIsThereAgain();
    void oneTypingIsOneStepOfUndo();
    void resettingAFieldTakesItsKeyAway();
    void renamingKeepsTheLayerSelected();
    void aLayerIsAddedOnTheSelectedLink();
    void draggingKeepsPlacesAndTheLayoutKeyLetsThemGo();
    void anEmptyProjectOffersAnInput();
    void theSummaryIsKerasTableOrTheFaults();
    void theFooterCounts();
    void severalSelectedLayersAreTold();
    void aModelInTheModelIsOneNode();
    void layersAreCopiedAsTextAndPastedAfterTheSelection();
    void aLayerIsDroppedWhereItIsWanted();

private:
    QLineEdit* lineOf(const char* field) const
    {
        QWidget* control = m_page->inspector()->form()->editor(QString::fromLatin1(field))->control();
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

void DesignPageTest::init()
{
    QVERIFY(open());
}

void DesignPageTest::theKeyboardAloneAddsRemovesAndUndoes()
{
    GraphView* graph = m_page->graph();
    QTest::keyClick(graph, Qt::Key_Home);
    QTest::keyClick(graph, Qt::Key_End);
    QCOMPARE(graph->selection(), QStringList{"digit"});
    QTest::keyClick(graph, Qt::Key_Up);
    QCOMPARE(graph->selection(), QStringList{"hidden"});
    QTest::keyClick(graph, Qt::Key_Slash);
    auto* search = m_page->palette()->findChild<QLineEdit*>();
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, "dropout");
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(project().model.find("digit")->inputs.front().layer, std::string("dropout"));
    QCOMPARE(graph->selection(), QStringList{"dropout"});
    QCOMPARE(m_page->inspector()->layer(), QStringLiteral("dropout"));
    QTest::keyClick(search, Qt::Key_Escape);
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(graph->hasFocus());
    QTest::keyClick(graph, Qt::Key_Delete);
    QVERIFY(project() == exampleProject());
    QCOMPARE(graph->selection(), QStringList{"hidden"});
    QTest::keyClick(graph, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(project().model.find("dropout"));
    QTest::keyClick(graph, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(project() == exampleProject());
    QTest::keyClick(graph, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(project().model.find("dropout"));
}

void DesignPageTest::typingInAFieldChangesTheLayerAndShowsTheFaultAtOnce()
{
    m_page->graph()->setSelection({"hidden"});
    type(lineOf("units"), "0");
    QCOMPARE(project().model.find("hidden")->config.at("units"), Json(0));
    QVERIFY(m_page->graph()->graph().node("hidden")->hasFault());
    QTest::keyClicks(lineOf("units"), "7"); // 07
    QCOMPARE(project().model.find("hidden")->config.at("units"), Json(7));
    QVERIFY(!m_page->graph()->graph().node("hidden")->hasFault());
    QCOMPARE(lineOf("units")->text(), QStringLiteral("07")); // still being typed
}

void DesignPageTest::aFaultThatWasSavedIsThereAgain()
{
    m_page->graph()->setSelection({"hidden"});
    type(lineOf("units"), "0");
    const QString file = m_settings.filePath("faulty.lamina");
    QVERIFY(m_studio->document().save(file));
    const Project saved = project();
    m_studio->document().setProject(exampleProject(), {});
    const Result<void> opened = m_studio->document().load(file);
    QVERIFY2(opened, opened ? "" : sentence(opened.faults()).c_str());
    QVERIFY(project() == saved);
    QVERIFY(m_page->graph()->graph().node("hidden")->hasFault());
    m_page->graph()->setSelection({"hidden"});
    QCOMPARE(lineOf("units")->text(), QStringLiteral("0"));
    QSignalSpy told(m_studio.get(), &Studio::faultsRaised);
    m_studio->startTraining();
    QCOMPARE(told.count(), 1);
    QVERIFY(!m_studio->session().isBusy());

    // Values of other kinds, as by hand, are shown as well.
    for (const char* value : {"\"ten\"", "null", "[1, 2]", "{\"a\": 1}", "1e300", "true"})
        for (const auto& [layer, fields] : std::map<std::string, std::vector<const char*>>{
                 {"conv", {"filters", "kernel_size", "padding", "trainable", "kernel_initializer"}},
                 {"input", {"shape"}},
                 {"hidden", {"activation", "use_bias", "kernel_regularizer"}}})
            for (const char* field : fields) {
                Project odd = exampleProject();
                odd.model.find(layer)->config[field] = Json::parse(value);
                m_studio->document().setProject(odd, {});
                m_page->graph()->setSelection({QString::fromStdString(layer)});
                const ModelAnalysis& analysis = m_studio->document().analysis();
                if (!analysis.faults.empty()) {
                    const std::string where = analysis.faults.front().where.layer;
                    QVERIFY(m_page->graph()->graph().node(QString::fromStdString(where))->hasFault());
                }
            }
}

void DesignPageTest::oneTypingIsOneStepOfUndo()
{
    QUndoStack& stack = m_studio->document().undoStack();
    m_page->graph()->setSelection({"hidden"});
    type(lineOf("units"), "128");
    QCOMPARE(stack.count(), 1);
    QCOMPARE(stack.undoText(), QStringLiteral("Change units of hidden"));
    m_page->graph()->setFocus();
    type(lineOf("units"), "64");
    QCOMPARE(stack.count(), 2);
    stack.undo();
    QCOMPARE(project().model.find("hidden")->config.at("units"), Json(128));
    QCOMPARE(lineOf("units")->text(), QStringLiteral("128"));
}

void DesignPageTest::resettingAFieldTakesItsKeyAway()
{
    m_page->graph()->setSelection({"hidden"});
    Q_EMIT m_page->inspector()->form()->resetRequested("activation");
    QVERIFY(!project().model.find("hidden")->config.contains("activation"));
}

void DesignPageTest::renamingKeepsTheLayerSelected()
{
    m_page->graph()->setSelection({"hidden"});
    QTest::keyClick(m_page->graph(), Qt::Key_F2);
    auto* name = m_page->inspector()->findChild<QLineEdit*>("layerName");
    QVERIFY(name->hasFocus());
    type(name, "digit"); // taken
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(project() == exampleProject());
    type(name, "middle");
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(project().model.find("middle"));
    QCOMPARE(m_page->graph()->selection(), QStringList{"middle"});
    m_studio->document().undoStack().undo();
    QCOMPARE(m_page->graph()->selection(), QStringList{"hidden"});
    QCOMPARE(name->text(), QStringLiteral("hidden"));
}

void DesignPageTest::aLayerIsAddedOnTheSelectedLink()
{
    m_page->graph()->setSelection({});
    for (QGraphicsItem* item : m_page->graph()->items())
        if (item->type() == QGraphicsItem::UserType + 2 && item->toolTip().contains("flatten → hidden"))
            item->setSelected(true);
    QVERIFY(m_page->graph()->selectedLink());
    m_page->addLayer("Dropout");
    QCOMPARE(project().model.find("hidden")->inputs.front().layer, std::string("dropout"));
    QCOMPARE(project().model.find("dropout")->inputs.front().layer, std::string("flatten"));
}

void DesignPageTest::draggingKeepsPlacesAndTheLayoutKeyLetsThemGo()
{
    GraphView* graph = m_page->graph();
    const QPoint from = graph->mapFromScene(graph->graph().node("conv")->sceneBoundingRect().center());
    QTest::mousePress(graph->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(graph->viewport(), from + QPoint(40, 0));
    QTest::mouseMove(graph->viewport(), from + QPoint(80, 0));
    QTest::mouseRelease(graph->viewport(), Qt::LeftButton, {}, from + QPoint(80, 0));
    QCOMPARE(project().layout.size(), project().model.layers.size());
    QCOMPARE(m_studio->document().undoStack().undoText(), QStringLiteral("Move conv"));
    graph->setFocus();
    QTest::keyClick(graph, Qt::Key_L);
    QVERIFY(project().layout.empty());
    m_studio->document().undoStack().setIndex(0);
    QVERIFY(project() == exampleProject());
}

void DesignPageTest::anEmptyProjectOffersAnInput()
{
    m_studio->document().setProject(Project{}, {});
    QPushButton* button = nullptr;
    for (auto* each : m_page->findChildren<QPushButton*>())
        if (each->isVisible() && each->property("accent").toBool())
            button = each;
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(project().model.layers.size(), std::size_t(1));
    QVERIFY(m_studio->document().analysis().faults.empty());
    QVERIFY(m_page->graph()->isVisible());
    m_studio->document().undoStack().undo();
    QVERIFY(button->isVisible());
}

void DesignPageTest::theSummaryIsKerasTableOrTheFaults()
{
    m_page->findChild<QTabBar*>()->setCurrentIndex(2);
    QVERIFY(m_page->summary()->isVisible());
    QVERIFY(m_page->summary()->text().contains("Total params"));
    m_page->graph()->setSelection({"flatten"});
    m_page->addLayer("Conv2D");
    m_page->findChild<QTabBar*>()->setCurrentIndex(2);
    QVERIFY(m_page->summary()->text().isEmpty());
    QVERIFY2(m_page->summary()->note().contains("Flatten"), qPrintable(m_page->summary()->note()));
}

void DesignPageTest::theFooterCounts()
{
    const auto* counts = m_page->findChild<QLabel*>("designCounts");
    QVERIFY2(counts->text().contains("parameters"), qPrintable(counts->text()));
    QVERIFY2(counts->toolTip().contains("5 layers"), qPrintable(counts->toolTip()));
    QVERIFY2(counts->toolTip().contains("output 10"), qPrintable(counts->toolTip()));
    m_page->graph()->setSelection({"digit"});
    type(lineOf("units"), "12");
    QVERIFY2(counts->toolTip().contains("output 12"), qPrintable(counts->toolTip()));
}

void DesignPageTest::severalSelectedLayersAreTold()
{
    m_page->graph()->setSelection({"hidden", "digit"});
    QCOMPARE(m_page->inspector()->layer(), QString());
    QTest::keyClick(m_page->graph(), Qt::Key_Delete);
    QCOMPARE(project().model.layers.size(), std::size_t(3));
    QCOMPARE(m_studio->document().undoStack().count(), 1);
}

void DesignPageTest::aModelInTheModelIsOneNode()
{
    ModelSpec inner;
    inner.layers = {{"InputLayer", "picture", {{"shape", {28, 28, 1}}}, {}},
                    {"Conv2D", "inside", {{"filters", 2}, {"kernel_size", 3}}, {{"picture"}}},
                    {"Flatten", "flat", Json::object(), {{"inside"}}}};
    Project start = exampleProject();
    start.model.layers = {start.model.layers[0],
                          {"Functional", "backbone", nestedConfig(inner), {{"input"}}},
                          {"Dense", "digit", {{"units", 10}}, {{"backbone"}}}};
    m_studio->document().setProject(start, {});
    const GraphView* graph = m_page->graph();
    QVERIFY(graph->graph().node("backbone") && !graph->graph().node("inside"));
    const QString spoken = graph->graph().node("backbone")->spokenText();
    QVERIFY2(spoken.contains("Model") && spoken.contains("1352") && spoken.contains("20 parameters"),
             qPrintable(spoken));
    m_page->graph()->setSelection({"backbone"});
    QCOMPARE(m_page->inspector()->layer(), QStringLiteral("backbone"));

    // Renamed, frozen, removed and brought back as any other, with all that is in it.
    m_page->graph()->setFocus();
    QTest::keyClick(m_page->graph(), Qt::Key_F2);
    auto* name = m_page->inspector()->findChild<QLineEdit*>("layerName");
    type(name, "body");
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(project().model.find("digit")->inputs.front().layer, std::string("body"));
    QVERIFY(project().model.find("body")->config == start.model.layers[1].config);
    Q_EMIT m_page->inspector()->form()->edited("trainable", Json(false));
    QVERIFY(project().model.find("body")->config.at("trainable") == Json(false));
    QVERIFY(m_studio->document().analysis().faults.empty());
    m_page->graph()->setFocus();
    QTest::keyClick(m_page->graph(), Qt::Key_Delete);
    QVERIFY(!project().model.find("body"));
    m_studio->document().undoStack().setIndex(0);
    QVERIFY(project() == start);

    // A fault inside is told on the node.
    Project faulty = start;
    faulty.model.layers[1].config["layers"][1]["config"]["filters"] = 0;
    m_studio->document().setProject(faulty, {});
    QVERIFY(m_page->graph()->graph().node("backbone")->hasFault());
}

void DesignPageTest::layersAreCopiedAsTextAndPastedAfterTheSelection()
{
    GraphView* graph = m_page->graph();
    graph->setSelection({"hidden"});
    QTest::keyClick(graph, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains("\"class_name\": \"Dense\""));
    QTest::keyClick(graph, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(project().model.find("hidden_1")->inputs.front().layer, std::string("hidden"));
    QCOMPARE(project().model.find("digit")->inputs.front().layer, std::string("hidden_1"));
    QCOMPARE(graph->selection(), QStringList{"hidden_1"});
    QTest::keyClick(graph, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(project().model.find("hidden_2")->inputs.front().layer, std::string("hidden_1"));
    QTest::keyClick(graph, Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(m_studio->document().undoStack().undoText(), QStringLiteral("Cut hidden_2"));
    m_studio->document().undoStack().setIndex(0);
    QVERIFY(project() == exampleProject());

    QSignalSpy told(m_studio.get(), &Studio::faultsRaised);
    QGuiApplication::clipboard()->setText("a letter");
    QTest::keyClick(graph, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(told.count(), 1);
    QVERIFY(project() == exampleProject());
}

void DesignPageTest::aLayerIsDroppedWhereItIsWanted()
{
    GraphView* graph = m_page->graph();
    const LayerNode* conv = graph->graph().node("conv");
    const DropPlace on = graph->placeAt(graph->mapFromScene(conv->sceneBoundingRect().center()), "Dropout");
    QCOMPARE(on.after, QStringLiteral("conv"));
    const DropPlace port = graph->placeAt(graph->mapFromScene(conv->outputPort()), "Dropout");
    QVERIFY(port.port == (Port{"conv", true, 0}));
    m_page->dropLayer("Dropout", on);
    QCOMPARE(project().model.find("flatten")->inputs.front().layer, std::string("dropout"));
    m_studio->document().undoStack().undo();
    m_page->dropLayer("Dropout", {{400, 80}, {}, {}, {}});
    QVERIFY(project().model.find("dropout")->inputs.empty());
    QVERIFY(project().layout.at("dropout") == (CanvasPosition{400, 80}));
    QCOMPARE(project().layout.size(), project().model.layers.size()); // the others stay where they are
    m_studio->document().undoStack().undo();
    QVERIFY(project() == exampleProject());
}

LAMINA_TEST(DesignPageTest)
#include "design_page_test.moc"
