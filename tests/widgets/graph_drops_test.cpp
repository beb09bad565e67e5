// Where a layer that is dragged onto the canvas is let go.
#include "tests/support/run.h"
#include "widgets/designer/graph_view.h"
#include "widgets/designer/layer_node.h"

#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace lamina;

class GraphDropsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<GraphView>();
        m_view->resize(800, 600);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        ModelSpec model;
        model.layers.push_back({"InputLayer", "input", {{"shape", {28, 28, 1}}}, {}});
        m_view->setModel(model, analyse(model), {});
    }

    void aNewLayerComesIntoLineWithOneNearby()
    {
        const QRectF card = m_view->graph().node("input")->sceneCard();
        const QPointF below = card.center() + QPointF(9, 150);
        QCOMPARE(drop(below).corner.x(), card.left());
        const QPointF aside = card.center() + QPointF(150, 150);
        const double wanted = aside.x() - card.width() / 2;
        QVERIFY(std::abs(drop(aside).corner.x() - wanted) <= 4); // where it was let go
    }

    void onALayerItComesAfterIt()
    {
        const QRectF card = m_view->graph().node("input")->sceneCard();
        QCOMPARE(drop(card.center()).after, QString("input"));
    }

    void atAPortItIsConnected()
    {
        const DropPlace place = drop(m_view->graph().node("input")->outputPort());
        QVERIFY(place.port);
        QCOMPARE(place.port->layer, QString("input"));
    }

private:
    DropPlace drop(QPointF scene)
    {
        QSignalSpy dropped(m_view.get(), &GraphView::layerDropped);
        QMimeData data;
        data.setData(QLatin1String(GraphView::layerMime), "Dense");
        const QPoint place = m_view->mapFromScene(scene);
        QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_view->viewport(), &enter);
        QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_view->viewport(), &event);
        return dropped.size() == 1 ? dropped[0][1].value<DropPlace>() : DropPlace();
    }

    std::unique_ptr<GraphView> m_view;
};

LAMINA_TEST(GraphDropsTest)
#include "graph_drops_test.moc"
