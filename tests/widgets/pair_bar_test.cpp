#include "tests/support/run.h"
#include "widgets/common/pair_bar.h"

#include <QTest>

using namespace lamina;

namespace {
class Block final : public QWidget {
public:
    explicit Block(int width) : m_width(width) { }
    QSize sizeHint() const override { return {m_width, 30}; }
    QSize minimumSizeHint() const override { return sizeHint(); }
    void grow(int width)
    {
        m_width = width;
        updateGeometry();
    }

private:
    int m_width;
};
} // namespace

class TestPairBar final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSecondGroupGoesBelowWhereThereIsNoRoom()
    {
        auto* first = new Block(200);
        auto* second = new Block(100);
        QWidget window;
        auto* bar = new PairBar(first, second, &window);
        bar->resize(320, 60);
        window.resize(320, 60);
        window.show();
        QTRY_VERIFY(!bar->isStacked());
        QCOMPARE(first->y(), second->y());
        QCOMPARE(bar->minimumSizeHint().width(), 200); // it may be made narrower than both together
        bar->resize(280, 60);
        QTRY_VERIFY(bar->isStacked());
        QTRY_VERIFY(second->y() >= first->geometry().bottom());
        QVERIFY(first->width() == 200 && second->width() == 100);
        bar->resize(320, 60);
        QTRY_VERIFY(!bar->isStacked());
        second->grow(150); // as with the words of another language
        QTRY_VERIFY(bar->isStacked());
    }
};

LAMINA_TEST(TestPairBar)
#include "pair_bar_test.moc"
