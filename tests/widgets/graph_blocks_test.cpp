#include "tests/support/run.h"
#include "widgets/designer/block_frame.h"
#include "widgets/designer/block_node.h"
#include "widgets/designer/graph_view.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/link_item.h"

#include <QAccessible>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace lamina;

namespace {
LayerSpec dense(const char* name, int units, std::vector<TensorRef> inputs)
{
    return {"Dense", name, {{"units", units}}, std::move(inputs)};
}

// input → first → left → sum → last, first → right → sum
ModelSpec branches()
{
    ModelSpec model;
    model.layers = {{"InputLayer", "input", {{"shape", {6}}}, {}},
                    dense("first", 8, {{"input", 0}}),
                    dense("left", 4, {{"first", 0}}),
                    dense("right", 4, {{"first", 0}}),
                    {"Add", "sum", Json::object(), {{"left", 0}, {"right", 0}}},
                    dense("last", 2, {{"sum", 0}})};
    return model;
}

LayerGroups middle(bool closed)
{
    return {{"Middle", {{"left", "right", "sum"}, closed}}};
}
} // namespace

class GraphBlocksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aClosedBlockIsOneCard();
    void anOpenFrameEnclosesItsLayersAndNobodyElse_data();
    void anOpenFrameEnclosesItsLayersAndNobodyElse();
    void theCardTellsWhatIsInside();
    void linksEndAtTheCard();
    void selectingTheCardSelectsItsLayers();
    void theKeyboardWalksThroughABlockAsOneThing();
    void theSpaceBarAndTheMouseOpenAndClose();
    void draggingTheTabMovesTheLayers();
    void draggingTheCardMovesTheLayersInside();
    void aBlockIsRenamedInPlace();
    void aLinkIsDrawnFromACard();
    void aReaderFindsTheBlockAndOpensIt();
    void scrollBarsStandOnlyBesideALargerModel();

private:
    void show(const LayerGroups& groups, const ModelSpec& model = branches(), const Positions& positions = {})
    {
        m_view->setModel(model, analyse(model), positions, groups);
    }
    const GraphScene& graph() const { return m_view->graph(); }
    QPoint at(QPointF place) const { return m_view->mapFromScene(place); }

    std::unique_ptr<GraphView> m_view;
};

void GraphBlocksTest::init()
{
    m_view = std::make_unique<GraphView>();
    m_view->resize(900, 800);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setFocus();
}

void GraphBlocksTest::aClosedBlockIsOneCard()
{
    show(middle(true));
    QCOMPARE(graph().shownNodes().size(), std::size_t(4));
    const BlockNode* card = graph().block("Middle");
    QVERIFY(card && !graph().frame("Middle"));
    QCOMPARE(card->layers(), QStringList({"left", "right", "sum"}));
    for (const char* name : {"left", "right", "sum"}) {
        QVERIFY(!graph().node(name)->isVisible());
        QCOMPARE(graph().shown(name), static_cast<const GraphNode*>(card));
    }
    // In the automatic layout it stands between its neighbours, in line with them.
    QVERIFY(card->sceneCard().top() > graph().node("first")->sceneCard().bottom());
    QVERIFY(card->sceneCard().bottom() < graph().node("last")->sceneCard().top());
    QCOMPARE(card->sceneCard().center().x(), graph().node("first")->sceneCard().center().x());
    show({});
    QVERIFY(graph().node("left")->isVisible() && !graph().block("Middle"));
}

void GraphBlocksTest::anOpenFrameEnclosesItsLayersAndNobodyElse_data()
{
    QTest::addColumn<QStringList>("layers");
    QTest::newRow("branches and their join") << QStringList({"left", "right", "sum"});
    QTest::newRow("one branch") << QStringList({"left"});
    QTest::newRow("two that are not linked") << QStringList({"left", "right"});
    QTest::newRow("the end") << QStringList({"sum", "last"});
    QTest::newRow("the beginning") << QStringList({"input", "first"});
    QTest::newRow("all") << QStringList({"input", "first", "left", "right", "sum", "last"});
}

void GraphBlocksTest::anOpenFrameEnclosesItsLayersAndNobodyElse()
{
    QFETCH(QStringList, layers);
    ModelSpec model = branches();
    model.layers[5].inputs.push_back({"input", 0}); // a long link past the block
    LayerGroups groups;
    for (const QString& layer : layers)
        groups["Block"].layers.insert(layer.toStdString());
    show(groups, model);
    const QRectF frame = graph().frame("Block")->frame();
    for (const QString& name : graph().order())
        if (layers.contains(name))
            QVERIFY(frame.contains(graph().node(name)->sceneCard()));
        else
            QVERIFY2(!frame.intersects(graph().node(name)->sceneCard()), qPrintable(name));
    for (const GraphNode* a : graph().shownNodes())
        for (const GraphNode* b : graph().shownNodes())
            QVERIFY(a == b || !a->sceneCard().intersects(b->sceneCard()));
    for (const LinkItem* link : graph().links())
        QVERIFY(link->path().elementCount() > 0 && link->isVisible());
}

void GraphBlocksTest::theCardTellsWhatIsInside()
{
    show(middle(true));
    const BlockNode* card = graph().block("Middle");
    const double height = card->card().height();
    QCOMPARE(card->spokenText(), QString("Closed block Middle, 3 layers, input 8, output 4, 72 parameters"));
    QVERIFY(!card->hasFault());
    ModelSpec model = branches();
    model.layers[3].config = {{"units", 5}};
    show(middle(true), model);
    card = graph().block("Middle");
    QVERIFY(card->hasFault());
    QVERIFY(card->card().height() > height);
    QVERIFY(card->spokenText().contains("sum: "));
}

void GraphBlocksTest::linksEndAtTheCard()
{
    show(middle(true));
    const BlockNode* card = graph().block("Middle");
    int seen = 0;
    for (const LinkItem* link : graph().links()) {
        if (!link->isVisible())
            continue;
        ++seen;
        if (link->lastCard() == card)
            QCOMPARE(link->tip().y(), card->sceneCard().top());
        if (link->firstCard() == card)
            QCOMPARE(link->start().y(), card->sceneCard().bottom());
    }
    QCOMPARE(seen, 4); // of six: two are inside; both layers that read "first" read it at one place
    QCOMPARE(graph().link({"left", 0})->tip(), graph().link({"right", 0})->tip());
    // The end stays with the card.
    const_cast<BlockNode*>(card)->setPos(card->pos() + QPointF(40, 8));
    QCOMPARE(graph().link({"left", 0})->tip().y(), card->sceneCard().top());
}

void GraphBlocksTest::selectingTheCardSelectsItsLayers()
{
    show(middle(true));
    QSignalSpy removed(m_view.get(), &GraphView::removeRequested);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                      at(graph().block("Middle")->sceneCard().center()));
    QCOMPARE(m_view->selection(), QStringList({"left", "right", "sum"}));
    QCOMPARE(m_view->selectedBlock(), QString("Middle"));
    QCOMPARE(m_view->selectedEnds(), QStringList{"sum"}); // what a layer behind it reads
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QCOMPARE(removed.at(0).at(0).toStringList(), QStringList({"left", "right", "sum"}));
    m_view->setSelection({"right"}); // the block stands for it
    QCOMPARE(m_view->selection(), QStringList({"left", "right", "sum"}));
    m_view->setSelection({"first", "right"});
    QVERIFY(m_view->selectedBlock().isEmpty());
    QCOMPARE(m_view->selectedBlocks(), QStringList{"Middle"});
    // The selection outlives opening and closing.
    m_view->setSelection({"sum"});
    show(middle(false));
    QCOMPARE(m_view->selection(), QStringList({"left", "right", "sum"}));
    show(middle(true));
    QCOMPARE(m_view->selectedBlock(), QString("Middle"));
}

void GraphBlocksTest::theKeyboardWalksThroughABlockAsOneThing()
{
    show(middle(true));
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->selection(), QStringList{"first"});
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->selectedBlock(), QString("Middle"));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->selection(), QStringList{"last"});
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->selectedBlock(), QString("Middle"));
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_view->selection(), QStringList({"left", "right", "sum", "last"}));
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QCOMPARE(m_view->selectedBlock(), QString("Middle"));
    QTest::keyClick(m_view.get(), Qt::Key_I); // the links that come into it
    QCOMPARE(m_view->selectedLink(), (LinkEnd{"left", 0}));
}

void GraphBlocksTest::theSpaceBarAndTheMouseOpenAndClose()
{
    show(middle(true));
    QSignalSpy toggled(m_view.get(), &GraphView::blocksToggled);
    const BlockNode* card = graph().block("Middle");
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(card->sceneCard().center()));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                      at(card->sceneCard().topLeft() + QPointF(20, 30)));
    m_view->setSelection({"sum"});
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QCOMPARE(toggled.size(), 3);
    for (const auto& each : toggled) {
        QCOMPARE(each.at(0).toStringList(), QStringList{"Middle"});
        QVERIFY(!each.at(1).toBool());
    }
    show(middle(false));
    toggled.clear();
    const BlockFrame* frame = graph().frame("Middle");
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(frame->tab().center()));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(frame->tab().topLeft() + QPointF(12, 12)));
    m_view->setSelection({"left"}); // one of its layers
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QCOMPARE(toggled.size(), 3);
    for (const auto& each : toggled)
        QVERIFY(each.at(1).toBool());
    // The space bar that was used to pan opens nothing.
    QTest::keyPress(m_view.get(), Qt::Key_Space);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, QPoint(5, 5));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, QPoint(5, 5));
    QTest::keyRelease(m_view.get(), Qt::Key_Space);
    QCOMPARE(toggled.size(), 3);
}

void GraphBlocksTest::draggingTheTabMovesTheLayers()
{
    show(middle(false));
    QSignalSpy moved(m_view.get(), &GraphView::layersMoved);
    const Positions before = graph().positions();
    const QRectF frame = graph().frame("Middle")->frame();
    const QPoint from = at(graph().frame("Middle")->tab().center());
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    QCOMPARE(m_view->selectedBlock(), QString("Middle"));
    QTest::mouseMove(m_view->viewport(), from + QPoint(30, 60));
    QTest::mouseMove(m_view->viewport(), from + QPoint(61, 123));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, Qt::KeyboardModifiers(), from + QPoint(61, 123));
    QCOMPARE(moved.size(), 1);
    const Positions after = graph().positions();
    const QPointF by(after.at("sum").x - before.at("sum").x, after.at("sum").y - before.at("sum").y);
    QVERIFY(by.y() > 60);
    QCOMPARE(after.at("left").y - before.at("left").y, by.y());
    QCOMPARE(after.at("first"), before.at("first"));
    QCOMPARE(graph().frame("Middle")->frame().topLeft(), frame.topLeft() + by);
}

void GraphBlocksTest::draggingTheCardMovesTheLayersInside()
{
    show(middle(true));
    const Positions before = graph().positions();
    BlockNode* card = graph().block("Middle");
    const QPointF stood = card->pos();
    card->setPos(stood + QPointF(80, 40));
    const Positions after = graph().positions();
    for (const char* name : {"left", "right", "sum"}) {
        QCOMPARE(after.at(name).x, before.at(name).x + 80);
        QCOMPARE(after.at(name).y, before.at(name).y + 40);
    }
    QCOMPARE(after.at("first"), before.at("first"));
    // So placed the card stands where it was put.
    show(middle(true), branches(), after);
    QCOMPARE(graph().block("Middle")->pos(), stood + QPointF(80, 40));
    // By steps of the keyboard, too.
    QSignalSpy moved(m_view.get(), &GraphView::layersMoved);
    m_view->setSelection({"left"});
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(moved.at(0).at(0).value<Positions>().at("right").x, after.at("right").x + 8);
}

void GraphBlocksTest::aBlockIsRenamedInPlace()
{
    show(middle(true));
    QSignalSpy renamed(m_view.get(), &GraphView::blockRenamed);
    m_view->setBlockNameCheck([](const QString&, const QString& name) {
        return name == "Taken" ? QString("Another block is called 'Taken'") : QString();
    });
    m_view->setSelection({"sum"});
    auto* line = m_view->findChild<QLineEdit*>("blockName");
    const auto type = [&](const char* name, Qt::Key end) {
        QTest::keyClick(m_view.get(), Qt::Key_F2);
        QVERIFY(line->isVisible() && line->hasFocus());
        QCOMPARE(line->text(), QString("Middle"));
        QTest::keyClicks(line, name);
        QTest::keyClick(line, end);
        QVERIFY(!line->isVisible());
        QVERIFY(m_view->hasFocus());
    };
    type("Left", Qt::Key_Escape);
    type("Taken", Qt::Key_Return);
    QCOMPARE(m_view->hint(), QString("Another block is called 'Taken'"));
    QCOMPARE(renamed.size(), 0);
    type("Residual", Qt::Key_Return);
    QCOMPARE(renamed.size(), 1);
    QCOMPARE(renamed.at(0).at(1).toString(), QString("Residual"));
}

void GraphBlocksTest::aLinkIsDrawnFromACard()
{
    ModelSpec model = branches();
    model.layers.push_back(dense("side", 3, {}));
    show(middle(true), model);
    QSignalSpy linked(m_view.get(), &GraphView::linkRequested);
    m_view->setSelection({"sum"});
    m_view->beginConnecting();
    QVERIFY(m_view->isLinking());
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(linked.size(), 1);
    QCOMPARE(linked.at(0).at(0).value<TensorRef>(), (TensorRef{"sum", 0}));
    QCOMPARE(linked.at(0).at(1).value<LinkEnd>(), (LinkEnd{"side", 0}));
}

void GraphBlocksTest::aReaderFindsTheBlockAndOpensIt()
{
    show(middle(true));
    QSignalSpy toggled(m_view.get(), &GraphView::blocksToggled);
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(m_view.get());
    const auto named = [&](const QString& start) -> QAccessibleInterface* {
        for (int i = 0; i < list->childCount(); ++i)
            if (list->child(i)->text(QAccessible::Name).startsWith(start))
                return list->child(i);
        return nullptr;
    };
    QAccessibleInterface* block = named("Closed block Middle");
    QVERIFY(block && block->isValid() && block->state().collapsed);
    QVERIFY(!named("left") && named("first"));
    QVERIFY(!block->text(QAccessible::Help).isEmpty());
    block->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(toggled.size(), 1);
    QCOMPARE(m_view->selectedBlock(), QString("Middle"));
    QVERIFY(block->state().selected);
    show(middle(false));
    QVERIFY(named("left"));
    block = named("Open block Middle");
    QVERIFY(block && block->state().expanded);
    show({});
    QVERIFY(!block->isValid() && !named("Open block"));
}

void GraphBlocksTest::scrollBarsStandOnlyBesideALargerModel()
{
    const auto bars = [&] {
        QCoreApplication::processEvents();
        return m_view->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff
            || m_view->verticalScrollBarPolicy() != Qt::ScrollBarAlwaysOff;
    };
    show({});
    QVERIFY(!bars());
    Positions apart = graph().positions();
    apart["last"].y += 40; // placed by hand, and still all in view
    show({}, branches(), apart);
    m_view->zoomToFullSize();
    QVERIFY(!bars());
    m_view->zoomIn();
    m_view->zoomIn();
    m_view->zoomIn();
    QVERIFY(bars());
    m_view->fit();
    QVERIFY(!bars());
    // What is not framed may still be pushed to any corner.
    apart["last"].x += 2000;
    m_view->zoomToFullSize();
    show({}, branches(), apart);
    QVERIFY(bars());
}

LAMINA_TEST(GraphBlocksTest)
#include "graph_blocks_test.moc"
