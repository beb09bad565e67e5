#include "app/commands/move_layers.h"
#include "engine/formats/project_file.h"
#include "tests/app/on_design_page.h"
#include "tests/support/run.h"
#include "widgets/common/message_bar.h"
#include "widgets/common/words.h"
#include "widgets/designer/block_frame.h"
#include "widgets/designer/block_node.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/repeat_dialog.h"
#include "widgets/inspector/block_panel.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace lamina;

class DesignBlocksTest : public test::OnDesignPage {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theKeysGroupAndUngroup();
    void whatCannotBeABlockIsRefusedWithASentence();
    void aLayerComesIntoABlockAndOutOfIt();
    void aNewLayerWithinABlockIsInIt();
    void aClosedBlockIsCopiedDuplicatedAndRemovedWhole();
    void thePanelTellsOfTheBlockAndRenamesIt();
    void aFaultInAClosedBlockIsReached();
    void aChainIsRepeated();
    void whatCannotBeRepeatedSaysWhy();
    void blocksSurviveRenamingSavingAndUndo();
    void whatFollowsMakesRoomForALayer();
    void aFrameThatOpensMakesRoom();
    void oddBlocksOfAFileAreShown_data();
    void oddBlocksOfAFileAreShown();

private:
    GraphView& graph() { return *m_page->graph(); }
    QString message() const { return m_page->findChild<MessageBar*>()->details(); }
    LayerNames layersOf(const char* block) { return project().groups.at(block).layers; }
    void group(const QStringList& layers)
    {
        graph().setSelection(layers);
        QTest::keyClick(&graph(), Qt::Key_G, Qt::ControlModifier);
    }
    // Every layer has a place from now on.
    void placeByHand()
    {
        graph().setSelection({"input"});
        QTest::keyClick(&graph(), Qt::Key_Up, Qt::ControlModifier);
    }
    void checkNothingOverlaps();
};

void DesignBlocksTest::init()
{
    QVERIFY(open(exampleProject(), {1200, 900}));
}

void DesignBlocksTest::checkNothingOverlaps()
{
    const auto& nodes = graph().graph().shownNodes();
    for (const GraphNode* a : nodes)
        for (const GraphNode* b : nodes)
            QVERIFY2(a == b || !a->sceneCard().intersects(b->sceneCard()),
                     qPrintable(a->layers().front() + " on " + b->layers().front()));
    for (const BlockFrame* frame : graph().graph().frames())
        for (const GraphNode* node : nodes)
            QVERIFY(frame->layers().contains(node->layers().front())
                    || !frame->frame().intersects(node->sceneCard()));
}

void DesignBlocksTest::theKeysGroupAndUngroup()
{
    group({"conv", "flatten"});
    QCOMPARE(project().groups.size(), std::size_t(1));
    QCOMPARE(layersOf("Block"), (LayerNames{"conv", "flatten"}));
    QCOMPARE(document().undoStack().undoText(), QString("Group 2 layers"));
    QVERIFY(graph().graph().frame("Block"));
    QCOMPARE(graph().selectedBlock(), QString("Block"));
    QTest::keyClick(&graph(), Qt::Key_Space);
    QVERIFY(project().groups.at("Block").closed);
    QVERIFY(graph().graph().block("Block"));
    QCOMPARE(document().undoStack().undoText(), QString("Close Block"));
    group({"hidden", "digit"});
    QCOMPARE(layersOf("Block 2"), (LayerNames{"hidden", "digit"}));
    graph().setSelection({"conv"});
    QTest::keyClick(&graph(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!project().groups.contains("Block") && project().groups.contains("Block 2"));
    QCOMPARE(document().undoStack().undoText(), QString("Ungroup Block"));
    document().undoStack().setIndex(0);
    QVERIFY(project() == exampleProject());
    QVERIFY(!graph().graph().frame("Block"));
    for (const QAction* action : m_page->blockMenu()->actions())
        QVERIFY(action->isSeparator() || !action->toolTip().isEmpty());
}

void DesignBlocksTest::whatCannotBeABlockIsRefusedWithASentence()
{
    group({"conv", "hidden"});
    QVERIFY(project().groups.empty());
    QVERIFY2(message().contains("'flatten' stands between"), qPrintable(message()));
    group({"conv", "flatten"});
    group({"hidden", "digit"});
    group({"conv", "flatten", "hidden", "digit"});
    QCOMPARE(project().groups.size(), std::size_t(2));
    QVERIFY2(message().contains("a block holds no other"), qPrintable(message()));
}

void DesignBlocksTest::aLayerComesIntoABlockAndOutOfIt()
{
    group({"conv", "flatten"});
    group({"conv", "flatten", "hidden"});
    QCOMPARE(project().groups.size(), std::size_t(1));
    QCOMPARE(layersOf("Block"), (LayerNames{"conv", "flatten", "hidden"}));
    graph().setSelection({"flatten"});
    m_page->takeOutOfBlock();
    QCOMPARE(layersOf("Block").size(), std::size_t(3)); // it stands in the middle
    QVERIFY2(message().contains("'flatten' stands between"), qPrintable(message()));
    graph().setSelection({"conv"});
    m_page->takeOutOfBlock();
    QCOMPARE(layersOf("Block"), (LayerNames{"flatten", "hidden"}));
    graph().setSelection({"hidden"});
    m_page->takeOutOfBlock();
    QVERIFY(project().groups.empty());
}

void DesignBlocksTest::aNewLayerWithinABlockIsInIt()
{
    group({"conv", "flatten"});
    graph().setSelection({"conv"});
    m_page->addLayer("Dropout");
    QCOMPARE(layersOf("Block"), (LayerNames{"conv", "dropout", "flatten"}));
    graph().setSelection({"conv", "dropout", "flatten"});
    QTest::keyClick(&graph(), Qt::Key_Space);
    m_page->addLayer("Dropout"); // behind the closed block
    QCOMPARE(layersOf("Block").size(), std::size_t(3));
    QCOMPARE(project().model.find("dropout_1")->inputs.front().layer, std::string("flatten"));
    graph().setSelection({"conv"});
    m_page->addLayer("Add"); // joins what leads out of the block, not all that is in it
    QCOMPARE(project().model.find("add")->inputs, (std::vector<TensorRef>{{"flatten", 0}}));
}

void DesignBlocksTest::aClosedBlockIsCopiedDuplicatedAndRemovedWhole()
{
    group({"conv", "flatten"});
    QTest::keyClick(&graph(), Qt::Key_Space);
    const Project grouped = project();
    QTest::keyClick(&graph(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(layersOf("Block 2"), (LayerNames{"conv_1", "flatten_1"}));
    QVERIFY(project().groups.at("Block 2").closed);
    QCOMPARE(graph().selectedBlock(), QString("Block 2"));
    QTest::keyClick(&graph(), Qt::Key_Delete);
    QVERIFY(project() == grouped);

    graph().setSelection({"conv"});
    m_page->cutLayers();
    QCOMPARE(project().model.layers.size(), std::size_t(3));
    QVERIFY(project().groups.empty());
    QVERIFY(QGuiApplication::clipboard()->text().contains("\"groups\""));
    graph().setSelection({"input"});
    m_page->pasteLayers();
    QVERIFY(project().model == grouped.model);
    QVERIFY(project().groups == grouped.groups);
    QVERIFY(graph().graph().block("Block"));
}

void DesignBlocksTest::thePanelTellsOfTheBlockAndRenamesIt()
{
    QVERIFY(m_page->blockPanel()->isHidden());
    group({"conv", "flatten"});
    QVERIFY(m_page->blockPanel()->isVisible());
    QCOMPARE(m_page->blockPanel()->block(), QString("Block"));
    QStringList texts;
    for (const QLabel* label : m_page->blockPanel()->findChildren<QLabel*>())
        texts += label->text();
    for (const char* wanted : {"Block of 2 layers", "28 × 28 × 1", "5408", "80", "input", "flatten"})
        QVERIFY2(texts.contains(wanted), wanted);
    auto* name = m_page->blockPanel()->findChild<QLineEdit*>("blockPanelName");
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, "Stem");
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(project().groups.contains("Stem") && !project().groups.contains("Block"));
    QCOMPARE(document().undoStack().undoText(), QString("Rename Block to Stem"));
    QCOMPARE(m_page->blockPanel()->block(), QString("Stem"));
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Backspace);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(project().groups.contains("Stem"));
    QCOMPARE(name->text(), QString("Stem"));
    graph().setSelection({"conv"});
    QVERIFY(m_page->blockPanel()->isHidden());
}

void DesignBlocksTest::aFaultInAClosedBlockIsReached()
{
    Project broken = exampleProject();
    broken.model.layers[2].className = "Reshape"; // without a shape
    broken.groups["Stem"] = {{"conv", "flatten"}, true};
    document().setProject(broken, {});
    QVERIFY(graph().graph().block("Stem")->hasFault());
    graph().setSelection({"conv"});
    emit m_page->blockPanel()->layerRequested("flatten");
    QVERIFY(!project().groups.at("Stem").closed);
    QCOMPARE(graph().selection(), QStringList{"flatten"});
    document().undoStack().undo();
    QVERIFY(project() == broken);
}

void DesignBlocksTest::aChainIsRepeated()
{
    Project start = exampleProject();
    start.model.layers[3].config = {{"units", 32}};
    start.model.layers.insert(start.model.layers.begin() + 4,
                              {"Dropout", "drop", {{"rate", 0.5}}, {{"hidden", 0}}});
    start.model.layers[5].inputs = {{"drop", 0}};
    start.groups["Dense"] = {{"hidden", "drop"}, true};
    document().setProject(start, {});
    graph().setSelection({"hidden"});
    QTest::keyClick(&graph(), Qt::Key_R);
    auto* dialog = m_page->findChild<RepeatDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    auto* copies = dialog->findChild<QSpinBox*>();
    copies->setValue(2);
    QVERIFY2(copies->accessibleDescription().contains("Adds 4 layers: the model then has 10 layers"),
             qPrintable(copies->accessibleDescription()));
    dialog->accept();
    QCOMPARE(project().model.layers.size(), std::size_t(10));
    const auto reads = [&](const char* layer) { return project().model.find(layer)->inputs.front().layer; };
    QCOMPARE(reads("hidden_1"), std::string("drop"));
    QCOMPARE(reads("drop_1"), std::string("hidden_1"));
    QCOMPARE(reads("hidden_2"), std::string("drop_1"));
    QCOMPARE(reads("digit"), std::string("drop_2"));
    QCOMPARE(layersOf("Dense 3"), (LayerNames{"hidden_2", "drop_2"}));
    QVERIFY(project().groups.at("Dense 2").closed);
    QCOMPARE(document().undoStack().undoText(), QString("Repeat 2 layers"));
    QVERIFY(document().analysis().faults.empty());
    document().undoStack().undo();
    QVERIFY(project() == start);

    // Where layers have been placed the copies stand below, and what follows makes room.
    placeByHand();
    const double before = project().layout.at("digit").y;
    graph().setSelection({"hidden"});
    m_page->repeatLayers();
    m_page->findChildren<RepeatDialog*>().last()->accept();
    QVERIFY(project().layout.at("digit").y > before + 90);
    checkNothingOverlaps();
}

void DesignBlocksTest::whatCannotBeRepeatedSaysWhy()
{
    graph().setSelection({"input", "conv"});
    m_page->repeatLayers();
    QVERIFY2(message().contains("reads nothing"), qPrintable(message()));
    Project forked = exampleProject();
    forked.model.layers.push_back({"Flatten", "aside", Json::object(), {{"conv", 0}}});
    document().setProject(forked, {});
    graph().setSelection({"flatten", "conv"});
    m_page->repeatLayers();
    QVERIFY2(message().contains("Both 'flatten' and 'conv' lead out"), qPrintable(message()));
    graph().setSelection({"aside", "hidden"});
    m_page->repeatLayers();
    QVERIFY2(message().contains("read both 'flatten' and 'conv'"), qPrintable(message()));
    QVERIFY(!m_page->findChild<RepeatDialog*>());
}

void DesignBlocksTest::blocksSurviveRenamingSavingAndUndo()
{
    group({"conv", "flatten"});
    graph().setSelection({"conv"});
    QTest::keyClick(&graph(), Qt::Key_F2);
    auto* name = m_page->findChild<QLineEdit*>("layerName");
    QTest::keyClicks(name, "edges");
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(layersOf("Block"), (LayerNames{"edges", "flatten"}));
    QTemporaryDir folder;
    const QString file = folder.filePath("p.lamina");
    QVERIFY(document().save(file));
    const Project saved = project();
    QVERIFY(document().load(file));
    QVERIFY(project() == saved);
    QVERIFY(graph().graph().frame("Block"));
}

void DesignBlocksTest::whatFollowsMakesRoomForALayer()
{
    placeByHand();
    const std::map<std::string, CanvasPosition> before = project().layout;
    m_page->dropLayer("Dropout", {.corner = {}, .link = LinkEnd{"flatten", 0}, .port = {}, .after = {}});
    const auto& layout = project().layout;
    checkNothingOverlaps();
    QVERIFY(layout.at("dropout").y > layout.at("conv").y && layout.at("dropout").y < layout.at("flatten").y);
    QCOMPARE(layout.at("dropout").x, layout.at("conv").x);
    QCOMPARE(layout.at("conv"), before.at("conv"));
    for (const char* later : {"flatten", "hidden", "digit"}) // one step, all alike
        QCOMPARE(layout.at(later).y - before.at(later).y, 100.0);
    document().undoStack().undo();
    QVERIFY(project().layout == before);
    // Where there is room nothing moves.
    document().execute(
        new MoveLayers({{"digit", CanvasPosition{before.at("digit").x, before.at("digit").y + 140}}}));
    const double digit = layout.at("digit").y;
    m_page->dropLayer("Dropout", {.corner = {}, .link = LinkEnd{"digit", 0}, .port = {}, .after = {}});
    QCOMPARE(layout.at("digit").y, digit);
    checkNothingOverlaps();
}

void DesignBlocksTest::aFrameThatOpensMakesRoom()
{
    group({"conv", "flatten", "hidden"});
    QTest::keyClick(&graph(), Qt::Key_Space);
    placeByHand();
    checkNothingOverlaps();
    graph().setSelection({"conv"});
    QTest::keyClick(&graph(), Qt::Key_Space);
    QVERIFY(graph().graph().frame("Block"));
    checkNothingOverlaps();
    document().undoStack().undo();
    QVERIFY(graph().graph().block("Block"));
    checkNothingOverlaps();
}

// Blocks that the page itself would not make, from a project that was written by hand.
void DesignBlocksTest::oddBlocksOfAFileAreShown_data()
{
    QTest::addColumn<QString>("groups");
    QTest::newRow("a layer stands between") << R"({"B": {"layers": ["conv", "digit"], "closed": true}})";
    QTest::newRow("the same, open") << R"({"B": {"layers": ["conv", "digit"]}})";
    QTest::newRow("two that hold each other")
        << R"({"A": {"layers": ["conv", "hidden"], "closed": true}, "B": {"layers": ["flatten", "digit"]}})";
    QTest::newRow("the whole model")
        << R"({"All": {"layers": ["input", "conv", "flatten", "hidden", "digit"], "closed": true}})";
    QTest::newRow("one layer, named as another") << R"({"digit": {"layers": ["conv"], "closed": true}})";
}

void DesignBlocksTest::oddBlocksOfAFileAreShown()
{
    QFETCH(const QString, groups);
    Json file = Json::parse(projectText(exampleProject()));
    file["groups"] = Json::parse(groups.toStdString());
    const Result<Project> read = parseForEditing(file.dump(), "odd.lamina");
    QVERIFY2(read, qPrintable(read ? QString() : faultsInOneText(read.faults())));
    QVERIFY(open(*read, {1200, 900}));
    checkNothingOverlaps();
    for (const LayerSpec& layer : read->model.layers)
        QVERIFY(graph().graph().shown(QString::fromStdString(layer.name)));
    const Project before = project();
    graph().setSelection({"conv"});
    QTest::keyClick(&graph(), Qt::Key_Space); // the other way round
    checkNothingOverlaps();
    QTest::keyClick(&graph(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    checkNothingOverlaps();
    QVERIFY(project().groups.size() < before.groups.size());
    m_page->removeLayers({"hidden"});
    checkNothingOverlaps();
    document().undoStack().setIndex(0);
    QVERIFY(project() == before);
}

LAMINA_TEST(DesignBlocksTest)
#include "design_blocks_test.moc"
