#include "tests/support/run.h"
#include "widgets/designer/graph_view.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/link_item.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace lamina;

namespace {
ModelSpec picture()
{
    ModelSpec model;
    model.layers = {{"InputLayer", "input", {{"shape", {28, 28, 1}}}, {}},
                    {"Conv2D", "conv", {{"filters", 8}, {"kernel_size", {3, 3}}}, {{"input", 0}}},
                    {"Flatten", "flatten", Json::object(), {{"conv", 0}}},
                    {"Conv2D", "late", {{"filters", 4}, {"kernel_size", {3, 3}}}, {}}};
    return model;
}
} // namespace

class GraphLinksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aLinkIsDrawnFromPortToPort();
    void aLinkThatCannotBeIsRefusedWithTheReason();
    void theEndOfALinkIsDraggedAway();
    void whereNothingIsALayerIsOffered();
    void theKeyboardConnects();
    void aSelectedLinkIsRemoved();
    void ctrlAndArrowsMove();
    void screenReadersReadLayersAndLinks();
    void anEditLeavesTheLinksItDoesNotTouch();
    void whatWasMovedWithoutAnEditGoesBack();
    void aRouteStaysWhileItsEndsStandAsTheyDid();

private:
    QPoint at(QPointF scene) const { return m_view->mapFromScene(scene); }
    const LayerNode* node(const char* name) const { return m_view->graph().node(QString::fromLatin1(name)); }
    void drag(QPoint from, QPoint to, bool release = true)
    {
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_view->viewport(), (from + to) / 2);
        QTest::mouseMove(m_view->viewport(), to);
        if (release)
            QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to);
    }

    std::unique_ptr<GraphView> m_view;
};

void GraphLinksTest::init()
{
    m_view = std::make_unique<GraphView>();
    m_view->resize(900, 640);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setFocus();
    m_view->setModel(picture(), analyse(picture()),
                     {{"input", {0, 0}}, {"conv", {0, 100}}, {"flatten", {0, 200}}, {"late", {300, 300}}});
    m_view->startAfresh();
}

void GraphLinksTest::aLinkIsDrawnFromPortToPort()
{
    QSignalSpy linked(m_view.get(), &GraphView::linkRequested);
    drag(at(node("conv")->outputPort()), at(node("late")->inputPort(0)) + QPoint(3, -9));
    QCOMPARE(linked.count(), 1);
    QVERIFY(linked.first().at(0).value<TensorRef>() == (TensorRef{"conv", 0}));
    QVERIFY(linked.first().at(1).value<LinkEnd>() == (LinkEnd{"late", 0}));
    // And backwards, onto the card.
    drag(at(node("late")->inputPort(0)), at(node("input")->sceneBoundingRect().center()));
    QCOMPARE(linked.count(), 2);
    QVERIFY(linked.last().at(0).value<TensorRef>() == (TensorRef{"input", 0}));
}

void GraphLinksTest::aLinkThatCannotBeIsRefusedWithTheReason()
{
    QSignalSpy linked(m_view.get(), &GraphView::linkRequested);
    drag(at(node("flatten")->outputPort()), at(node("late")->inputPort(0)), false);
    QVERIFY2(m_view->hint().contains("Flatten"), qPrintable(m_view->hint()));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, at(node("late")->inputPort(0)));
    drag(at(node("input")->outputPort()), at(node("flatten")->sceneBoundingRect().center()));
    QVERIFY2(m_view->hint().contains("conv"), qPrintable(m_view->hint()));
    QVERIFY(linked.isEmpty());
}

void GraphLinksTest::theEndOfALinkIsDraggedAway()
{
    QSignalSpy linked(m_view.get(), &GraphView::linkRequested);
    QSignalSpy unlinked(m_view.get(), &GraphView::unlinkRequested);
    drag(at(node("flatten")->inputPort(0)), at(node("late")->inputPort(0)));
    QCOMPARE(linked.count(), 1);
    QVERIFY(linked.first().at(2).value<std::optional<LinkEnd>>() == (LinkEnd{"flatten", 0}));
    drag(at(node("flatten")->inputPort(0)), at({450, 60}));
    QCOMPARE(unlinked.count(), 1);
    drag(at(node("flatten")->inputPort(0)), at(node("flatten")->inputPort(0)) + QPoint(1, 0));
    QVERIFY(m_view->selectedLink() == (LinkEnd{"flatten", 0})); // a click selects it
    QCOMPARE(linked.count() + unlinked.count(), 2);
}

void GraphLinksTest::whereNothingIsALayerIsOffered()
{
    QSignalSpy wanted(m_view.get(), &GraphView::layerWanted);
    drag(at(node("conv")->outputPort()), at({450, 60}));
    QCOMPARE(wanted.count(), 1);
    const auto place = wanted.first().first().value<DropPlace>();
    QVERIFY(place.port == (Port{"conv", true, 0}));
}

void GraphLinksTest::theKeyboardConnects()
{
    QSignalSpy linked(m_view.get(), &GraphView::linkRequested);
    m_view->setSelection({"conv"});
    QTest::keyClick(m_view.get(), Qt::Key_C);
    QVERIFY(m_view->isLinking());
    QVERIFY(m_view->hint().contains("late")); // the only one that can
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QTest::keyClick(m_view.get(), Qt::Key_Return); // refused: nothing happens
    QVERIFY(linked.isEmpty() && m_view->isLinking());
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(linked.count(), 1);
    QVERIFY(linked.first().at(1).value<LinkEnd>() == (LinkEnd{"late", 0}));
    QTest::keyClick(m_view.get(), Qt::Key_C);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_view->isLinking());
    QCOMPARE(m_view->selection(), QStringList{"conv"});
}

void GraphLinksTest::aSelectedLinkIsRemoved()
{
    QSignalSpy unlinked(m_view.get(), &GraphView::unlinkRequested);
    m_view->setSelection({"conv"});
    QTest::keyClick(m_view.get(), Qt::Key_O);
    QVERIFY(m_view->selectedLink() == (LinkEnd{"flatten", 0}));
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QCOMPARE(unlinked.count(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->selection(), QStringList{"flatten"});
}

void GraphLinksTest::ctrlAndArrowsMove()
{
    QSignalSpy moved(m_view.get(), &GraphView::layersMoved);
    m_view->setSelection({"late"});
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(moved.first().first().value<Positions>().at("late").x, 292.0);
    m_view->setSelection({"conv", "late"});
    m_view->arrange(Arrange::Left);
    QCOMPARE(moved.last().first().value<Positions>().at("late").x, 0.0);
}

void GraphLinksTest::screenReadersReadLayersAndLinks()
{
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), 6); // four layers, two links
    m_view->setSelection({"conv"});
    QAccessibleInterface* conv = nullptr;
    for (int i = 0; i < list->childCount(); ++i) {
        QAccessibleInterface* each = list->child(i);
        QVERIFY(each->isValid() && each->parent() == list && list->indexOfChild(each) == i);
        if (each->text(QAccessible::Name) == node("conv")->spokenText())
            conv = each;
    }
    if (!conv)
        QFAIL("the layer is not in the list");
    QCOMPARE(conv->role(), QAccessible::ListItem);
    QVERIFY(conv->state().selected && conv->state().focused);
    QVERIFY(list->focusChild() == conv);
    const QPoint middle = conv->rect().center();
    QVERIFY(list->childAt(middle.x(), middle.y()) == conv);
    QAccessibleInterface* link = list->child(5);
    QCOMPARE(link->role(), QAccessible::Link);
    QCOMPARE(link->text(QAccessible::Name), QStringLiteral("Link from conv to flatten"));
    link->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QVERIFY(m_view->selectedLink() == (LinkEnd{"flatten", 0}));
    QVERIFY(link->state().focused && !conv->state().selected);
    QSignalSpy inspected(m_view.get(), &GraphView::inspectorRequested);
    conv->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(m_view->selection(), QStringList{"conv"});
    QCOMPARE(inspected.count(), 1);
    ModelSpec fewer = picture();
    fewer.layers.resize(1);
    m_view->setModel(fewer, analyse(fewer), {});
    QVERIFY(!conv->isValid());
    QCOMPARE(list->childCount(), 1);
}

void GraphLinksTest::anEditLeavesTheLinksItDoesNotTouch()
{
    const GraphScene& graph = m_view->graph();
    const LinkItem* toConv = graph.link({"conv", 0});
    const LinkItem* toFlatten = graph.link({"flatten", 0});
    ModelSpec edited = picture();
    edited.layers[1].config["filters"] = 3;
    edited.layers[3].inputs = {{"conv", 0}}; // a link more
    m_view->setModel(edited, analyse(edited), {});
    QVERIFY(graph.link({"conv", 0}) == toConv && graph.link({"flatten", 0}) == toFlatten);
    QCOMPARE(graph.links().size(), std::size_t(3));
    for (const LinkItem* link : graph.links()) { // laid out afresh, they still lead from card to card
        QCOMPARE(link->path().pointAtPercent(0), link->from()->outputPort());
        QVERIFY(link->path().currentPosition().y() < link->to()->inputPort(0).y());
        QCOMPARE(link->path().currentPosition().x(), link->to()->inputPort(0).x());
    }
    // One that is led elsewhere, one that is gone, and one whose layer is gone.
    edited.layers[2].inputs = {{"input", 0}};
    m_view->setModel(edited, analyse(edited), {});
    QVERIFY(graph.link({"conv", 0}) == toConv);
    QVERIFY(graph.link({"flatten", 0})->from() == node("input"));
    edited.layers[2].inputs.clear();
    edited.layers.erase(edited.layers.begin() + 1);
    m_view->setModel(edited, analyse(edited), {});
    QVERIFY(graph.links().empty());
    QCOMPARE(m_view->scene()->items().size(), 3); // nothing is left behind
}

void GraphLinksTest::whatWasMovedWithoutAnEditGoesBack()
{
    m_view->setModel(picture(), analyse(picture()), {});
    LayerNode* conv = m_view->graph().node("conv");
    const QPointF stood = conv->pos();
    conv->setPos(stood + QPointF(200, 40));
    m_view->setModel(picture(), analyse(picture()), {});
    QCOMPARE(conv->pos(), stood);
    QCOMPARE(m_view->graph().link({"flatten", 0})->path().pointAtPercent(0), conv->outputPort());
}

void GraphLinksTest::aRouteStaysWhileItsEndsStandAsTheyDid()
{
    ModelSpec model;
    model.layers = {{"InputLayer", "input", {{"shape", {8}}}, {}}};
    for (const char* name : {"a", "b", "c"})
        model.layers.push_back(
            {"Activation", name, {{"activation", "relu"}}, {{model.layers.back().name, 0}}});
    model.layers.push_back({"Add", "sum", Json::object(), {{"c", 0}, {"input", 0}}});
    m_view->setModel(model, analyse(model), {});
    const GraphScene& scene = m_view->graph();
    const auto skip = [&scene] { return scene.link({"sum", 1}); };
    QVERIFY(skip()->hasBends()); // past a, b and c
    const QPainterPath before = skip()->path();

    Positions moved = scene.positions();
    moved["b"].x -= 60;
    m_view->setModel(model, analyse(model), moved);
    QCOMPARE(skip()->path(), before);
    for (auto& [name, place] : moved) // all together
        place.x += 100;
    m_view->setModel(model, analyse(model), moved);
    QCOMPARE(skip()->path(), before.translated(100, 0));
    moved["sum"].y += 40;
    m_view->setModel(model, analyse(model), moved);
    QVERIFY(!skip()->hasBends());
}

LAMINA_TEST(GraphLinksTest)
#include "graph_links_test.moc"
