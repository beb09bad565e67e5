#include "tests/support/run.h"
#include "widgets/designer/graph_view.h"
#include "widgets/designer/minimap.h"

#include <QSignalSpy>
#include <QTest>

using namespace lamina;

class MinimapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<GraphView>();
        m_map = new Minimap(m_view.get());
        m_view->resize(600, 400);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->setFocus();
    }
    void itIsThereWhileTheModelIsLargerThanTheView()
    {
        show(2);
        QTest::qWait(20);
        QVERIFY(!m_map->isVisible());
        show(80);
        QTRY_VERIFY(m_map->isVisible());
        QVERIFY(m_view->viewport()->geometry().contains(m_map->geometry()));
        m_view->fit();
        QTRY_VERIFY(!m_map->isVisible());
    }
    void aPressAndADragMoveTheView()
    {
        show(80);
        QTRY_VERIFY(m_map->isVisible());
        const QPointF before = centre();
        QTest::mousePress(m_map, Qt::LeftButton, {}, QPoint(m_map->width() - 8, m_map->height() - 8));
        const QPointF pressed = centre();
        QVERIFY(pressed.x() > before.x() && pressed.y() > before.y());
        QMouseEvent move(QEvent::MouseMove, QPointF(8, 8), m_map->mapToGlobal(QPointF(8, 8)), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_map, &move);
        QVERIFY(centre().x() < pressed.x() && centre().y() < pressed.y());
    }
    void theArrowKeysMoveTheView()
    {
        show(80);
        QTRY_VERIFY(m_map->isVisible());
        const QPointF before = centre();
        QTest::keyClick(m_map, Qt::Key_Right);
        QVERIFY(centre().x() > before.x());
    }
    void mHidesAndShowsIt()
    {
        show(80);
        QTRY_VERIFY(m_map->isVisible());
        QSignalSpy wanted(m_map, &Minimap::wantedChanged);
        QTest::keyClick(m_view.get(), Qt::Key_M);
        QTRY_VERIFY(!m_map->isVisible());
        QTest::keyClick(m_view.get(), Qt::Key_M);
        QTRY_VERIFY(m_map->isVisible());
        QCOMPARE(wanted.count(), 2);
    }

private:
    void show(int layers)
    {
        ModelSpec model;
        for (int i = 0; i < layers; ++i)
            model.layers.push_back(
                {"Activation", "a" + std::to_string(i), Json::object(),
                 i ? std::vector<TensorRef>{{model.layers.back().name, 0}} : std::vector<TensorRef>{}});
        m_view->setModel(model, analyse(model), {});
    }
    QPointF centre() const { return m_view->mapToScene(m_view->viewport()->rect().center()); }

    std::unique_ptr<GraphView> m_view;
    Minimap* m_map = nullptr;
};

LAMINA_TEST(MinimapTest)
#include "minimap_test.moc"
