#include "tests/support/run.h"
#include "widgets/designer/graph_view.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/link_item.h"

#include <QGestureEvent>
#include <QSignalSpy>
#include <QTest>

using namespace lamina;

namespace {
std::string named(const char* stem, int number)
{
    return QStringLiteral("%1%2").arg(QLatin1String(stem)).arg(number).toStdString();
}

ModelSpec chain(int layers)
{
    ModelSpec model;
    model.layers.push_back({"InputLayer", "input", {{"shape", {28, 28, 1}}}, {}});
    for (int i = 1; i < layers; ++i)
        model.layers.push_back(
            {"Activation", named("a", i), {{"activation", "relu"}}, {{model.layers.back().name, 0}}});
    return model;
}

ModelSpec branches()
{
    ModelSpec model = chain(3);
    for (const char* name : {"left", "middle", "right"})
        model.layers.push_back({"Activation", name, {{"activation", "relu"}}, {{"a2", 0}}});
    model.layers.push_back({"Activation", "deep", {{"activation", "relu"}}, {{"left", 0}}});
    // No layer that joins is needed to draw one.
    model.layers.push_back(
        {"Joined", "join", Json::object(), {{"deep", 0}, {"middle", 0}, {"right", 0}, {"input", 0}}});
    return model;
}

ModelSpec picture()
{
    ModelSpec model;
    model.layers = {{"InputLayer", "input", {{"shape", {28, 28, 1}}}, {}},
                    {"Conv2D", "conv", {{"filters", 8}, {"kernel_size", {3, 3}}}, {{"input", 0}}},
                    {"Flatten", "flatten", Json::object(), {{"conv", 0}}},
                    {"Conv2D", "late", {{"filters", 4}, {"kernel_size", {3, 3}}}, {{"flatten", 0}}}};
    return model;
}
} // namespace

class GraphViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyLayerHasANodeAndEveryInputALink();
    void nodesNeverOverlap();
    void linksLeadDownwardsInBranches();
    void aLongChainFitsAsColumns();
    void aFaultStandsOnItsLayerWithWhatToDo();
    void theFaultGoesWhenItIsPutRight();
    void placesOfThePersonAreKept();
    void aNewLayerAmongPlacedOnesOverlapsNothing();
    void draggingANodeTellsWhereAllStand();
    void arrowsWalkTheLinks();
    void homeEndAndTabWalkTheOrder();
    void deleteAsksForTheSelectedLayers();
    void theSelectionOutlivesAnEdit();
    void zoomKeysZoomAndFitShowsAll();
    void fingersZoomAroundWhereTheyAre();
    void aFramedModelComesToRestAtAnySize();
    void scrollBarsGoWhereThereIsRoom();
    void circlesAreDrawn();
    void everyNodeTellsItselfToAScreenReader();

private:
    void show(const ModelSpec& model, const Positions& positions = {})
    {
        m_view->setModel(model, analyse(model), positions);
    }
    const LayerNode* node(const char* name) const { return m_view->graph().node(QString::fromLatin1(name)); }
    void checkNoOverlap() const
    {
        const QStringList& order = m_view->graph().order();
        for (qsizetype i = 0; i < order.size(); ++i)
            for (qsizetype k = i + 1; k < order.size(); ++k) {
                const LayerNode *a = m_view->graph().node(order[i]), *b = m_view->graph().node(order[k]);
                QVERIFY2(!a->mapRectToScene(a->card()).intersects(b->mapRectToScene(b->card())),
                         qPrintable(order[i] + " on " + order[k]));
            }
    }

    std::unique_ptr<GraphView> m_view;
};

void GraphViewTest::init()
{
    m_view = std::make_unique<GraphView>();
    m_view->resize(800, 600);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setFocus();
}

void GraphViewTest::everyLayerHasANodeAndEveryInputALink()
{
    const ModelSpec model = branches();
    show(model);
    std::size_t inputs = 0;
    for (const LayerSpec& layer : model.layers) {
        QVERIFY(node(layer.name.c_str()));
        inputs += layer.inputs.size();
    }
    QCOMPARE(m_view->graph().links().size(), inputs);
    show(chain(2));
    QVERIFY(!node("left"));
    QCOMPARE(m_view->graph().links().size(), std::size_t(1));
}

void GraphViewTest::nodesNeverOverlap()
{
    show(branches());
    checkNoOverlap();
    show(chain(40));
    checkNoOverlap();
    ModelSpec wide = chain(2);
    for (int i = 0; i < 12; ++i)
        wide.layers.push_back({"Activation",
                               named("w", i),
                               {{"activation", "relu"}},
                               {{i % 3 ? named("w", i / 3) : std::string("a1"), 0}}});
    show(wide);
    checkNoOverlap();
}

void GraphViewTest::linksLeadDownwardsInBranches()
{
    show(branches());
    for (const LinkItem* link : m_view->graph().links())
        QVERIFY(link->to()->y() > link->from()->y());
}

void GraphViewTest::aLongChainFitsAsColumns()
{
    show(chain(12));
    m_view->startAfresh();
    const QRectF content = m_view->graph().content();
    const QRectF seen = m_view->mapToScene(m_view->viewport()->rect()).boundingRect();
    QVERIFY(seen.contains(content.adjusted(8, 8, -8, -8)));
    QVERIFY(m_view->zoom() > 0.7);
}

void GraphViewTest::aFaultStandsOnItsLayerWithWhatToDo()
{
    show(picture()); // Conv2D behind Flatten
    QVERIFY(node("late")->hasFault());
    QVERIFY(node("late")->toolTip().contains("Flatten"));
    QVERIFY(!node("conv")->hasFault());
    ModelSpec model = picture();
    model.find("conv")->config["filters"] = 0;
    show(model);
    QVERIFY(node("conv")->hasFault());
    QVERIFY(node("conv")->faultText().contains("filters"));
}

void GraphViewTest::theFaultGoesWhenItIsPutRight()
{
    show(picture());
    ModelSpec model = picture();
    model.layers.erase(model.layers.begin() + 2);
    model.find("late")->inputs = {{"conv", 0}};
    show(model);
    QVERIFY(!node("late")->hasFault());
    QVERIFY(node("late")->spokenText().contains("24"));
}

void GraphViewTest::placesOfThePersonAreKept()
{
    show(chain(2), {{"input", {120, 80}}, {"a1", {400, 320}}});
    QCOMPARE(node("input")->pos(), QPointF(120, 80));
    QCOMPARE(node("a1")->pos(), QPointF(400, 320));
    m_view->resize(500, 900);
    QCOMPARE(node("a1")->pos(), QPointF(400, 320));
}

void GraphViewTest::aNewLayerAmongPlacedOnesOverlapsNothing()
{
    show(chain(4), {{"input", {0, 0}}, {"a1", {0, 100}}, {"a3", {0, 200}}});
    checkNoOverlap();
    QCOMPARE(node("a1")->pos(), QPointF(0, 100));
}

void GraphViewTest::draggingANodeTellsWhereAllStand()
{
    show(chain(3));
    QSignalSpy moved(m_view.get(), &GraphView::layersMoved);
    const QPoint from = m_view->mapFromScene(node("a1")->sceneBoundingRect().center());
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_view->viewport(), from + QPoint(30, 20));
    QTest::mouseMove(m_view->viewport(), from + QPoint(60, 40));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, from + QPoint(60, 40));
    QCOMPARE(moved.count(), 1);
    const auto positions = moved.first().first().value<Positions>();
    QCOMPARE(positions.size(), std::size_t(3));
    QCOMPARE(QPointF(positions.at("a1").x, positions.at("a1").y), node("a1")->pos());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                      m_view->mapFromScene(node("a2")->sceneBoundingRect().center()));
    QCOMPARE(moved.count(), 1); // a click moves nothing
}

void GraphViewTest::arrowsWalkTheLinks()
{
    show(branches());
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->selection(), QStringList{"input"});
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->selection().size(), 1);
    m_view->setSelection({"a2"});
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    const QString reached = m_view->selection().value(0);
    QVERIFY((QStringList{"left", "middle", "right"}).contains(reached));
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->selection(), QStringList{"a2"});
    m_view->setSelection({"middle"});
    const double x = node("middle")->x();
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    if (m_view->selection() == QStringList{"middle"})
        QTest::keyClick(m_view.get(), Qt::Key_Left);
    QVERIFY(m_view->graph().node(m_view->selection().value(0))->x() != x);
}

void GraphViewTest::homeEndAndTabWalkTheOrder()
{
    show(chain(4));
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->selection(), QStringList{"a3"});
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->selection(), QStringList{"input"});
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QCOMPARE(m_view->selection(), QStringList{"a1"});
    QTest::keyClick(m_view.get(), Qt::Key_Backtab);
    QCOMPARE(m_view->selection(), QStringList{"input"});
}

void GraphViewTest::deleteAsksForTheSelectedLayers()
{
    show(chain(4));
    QSignalSpy asked(m_view.get(), &GraphView::removeRequested);
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QVERIFY(asked.isEmpty());
    m_view->setSelection({"a1", "a3"});
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().toStringList(), (QStringList{"a1", "a3"}));
}

void GraphViewTest::theSelectionOutlivesAnEdit()
{
    ModelSpec model = chain(4);
    show(model);
    m_view->setSelection({"a2"});
    QSignalSpy changed(m_view.get(), &GraphView::selectionChanged);
    model.find("a2")->config["activation"] = "tanh";
    show(model);
    QCOMPARE(m_view->selection(), QStringList{"a2"});
    QVERIFY(changed.isEmpty());
    model.layers.pop_back();
    model.layers.pop_back();
    show(model);
    QVERIFY(m_view->selection().isEmpty());
    QCOMPARE(changed.count(), 1);
}

void GraphViewTest::zoomKeysZoomAndFitShowsAll()
{
    show(branches());
    const double before = m_view->zoom();
    QTest::keyClick(m_view.get(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(m_view->zoom() > before);
    QTest::keyClick(m_view.get(), Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(m_view->zoom() < before);
    QTest::keyClick(m_view.get(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_view->zoom(), 1.0);
    QTest::keyClick(m_view.get(), Qt::Key_F);
    const QRectF seen = m_view->mapToScene(m_view->viewport()->rect()).boundingRect();
    QVERIFY(seen.contains(m_view->graph().content().adjusted(8, 8, -8, -8)));
}

void GraphViewTest::fingersZoomAroundWhereTheyAre()
{
    show(chain(40));
    m_view->zoomToFullSize();
    QWidget* canvas = m_view->viewport();
    const QPoint at(500, 220);
    const auto stays = [&, kept = m_view->mapToScene(at)] {
        return QLineF(m_view->mapToScene(at), kept).length() < 2;
    };
    // On a touchpad, by and by.
    for (const double more : {0.2, 0.2, -0.1}) {
        const double before = m_view->zoom();
        QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, at, at,
                                  canvas->mapToGlobal(at), more, {});
        QCoreApplication::sendEvent(canvas, &pinch);
        QVERIFY(std::abs(m_view->zoom() - before * (1 + more)) < 1e-9);
        QVERIFY(stays());
    }
    // On a touch screen.
    const double before = m_view->zoom();
    QPinchGesture pinch;
    pinch.setScaleFactor(1.5);
    pinch.setCenterPoint(canvas->mapToGlobal(at));
    QGestureEvent event({&pinch});
    QCoreApplication::sendEvent(canvas, &event);
    QVERIFY(std::abs(m_view->zoom() - before * 1.5) < 1e-9);
    QVERIFY(stays());
    // Two fingers that move together move the canvas.
    const QPointF middle = m_view->mapToScene(canvas->rect().center());
    QWheelEvent swipe(at, canvas->mapToGlobal(at), {0, -40}, {0, -60}, Qt::NoButton, Qt::NoModifier,
                      Qt::ScrollUpdate, false);
    QCoreApplication::sendEvent(canvas, &swipe);
    QVERIFY(std::abs(m_view->zoom() - before * 1.5) < 1e-9);
    QVERIFY(m_view->mapToScene(canvas->rect().center()).y() > middle.y());
}

// Where the whole model just fits at the least scale that can be read, scroll bars must not chase each other.
void GraphViewTest::aFramedModelComesToRestAtAnySize()
{
    class Resizes final : public QObject {
    public:
        int count = 0;
        bool eventFilter(QObject*, QEvent* event) override
        {
            count += event->type() == QEvent::Resize;
            return false;
        }
    } resizes;
    m_view->viewport()->installEventFilter(&resizes);
    show(chain(8));
    for (int width = 420; width < 620; width += 5) {
        m_view->resize(width, 520);
        resizes.count = 0;
        for (int turn = 0; turn < 30; ++turn)
            QCoreApplication::processEvents();
        QVERIFY2(resizes.count < 8, qPrintable(QString::number(width)));
    }
}

void GraphViewTest::scrollBarsGoWhereThereIsRoom()
{
    show(chain(6));
    m_view->zoomToFullSize(); // no longer framed
    m_view->resize(320, 200);
    QTRY_VERIFY(m_view->verticalScrollBarPolicy() == Qt::ScrollBarAsNeeded);
    m_view->resize(1600, 1400);
    QTRY_VERIFY(m_view->verticalScrollBarPolicy() == Qt::ScrollBarAlwaysOff);
    QVERIFY(m_view->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff);
}

void GraphViewTest::circlesAreDrawn()
{
    ModelSpec model = chain(3);
    model.find("a1")->inputs.push_back({"a2", 0});
    show(model);
    checkNoOverlap();
    QVERIFY(node("a1")->hasFault());
}

void GraphViewTest::everyNodeTellsItselfToAScreenReader()
{
    show(picture());
    m_view->setSelection({"conv"});
    QVERIFY(m_view->accessibleDescription().contains("conv"));
    QVERIFY(m_view->accessibleDescription().contains("26 × 26 × 8"));
    m_view->setSelection({"late"});
    QVERIFY(m_view->accessibleDescription().contains(node("late")->faultText()));
}

LAMINA_TEST(GraphViewTest)
#include "graph_view_test.moc"
