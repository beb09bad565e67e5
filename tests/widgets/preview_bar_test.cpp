// The bar over the previews keeps its controls whole in any room.
#include "tests/support/run.h"
#include "widgets/designer/preview_bar.h"

#include <QLabel>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace lamina;

class PreviewBarTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<QWidget>();
        m_page->resize(900, 60);
        m_bar = new PreviewBar(m_page.get());
        m_bar->setState(
            {.sample = 12, .samples = 9600, .label = "a horse", .weights = "Initial weights", .fault = {}});
        m_page->show();
    }

    void inAWideBarEverythingIsSeen()
    {
        m_bar->resize(800, m_bar->sizeHint().height());
        for (const QLabel* label : m_bar->findChildren<QLabel*>())
            QVERIFY2(label->isVisible(), qPrintable(label->text()));
    }

    void whereRoomIsShortWordsGoBeforeControls()
    {
        int seen = 4;
        for (int width = 800; width >= m_bar->minimumSizeHint().width(); width -= 20) {
            m_bar->resize(width, m_bar->sizeHint().height());
            QCoreApplication::processEvents();
            QCOMPARE(m_bar->width(), width);
            QVERIFY(m_bar->findChild<QSpinBox*>()->isVisible());
            int labels = 0, end = 0;
            std::vector<QWidget*> parts;
            for (auto* part : m_bar->findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
                if (part->isVisible())
                    parts.push_back(part);
            std::ranges::sort(parts, {}, &QWidget::x);
            for (const QWidget* part : parts) {
                labels += qobject_cast<const QLabel*>(part) != nullptr;
                QVERIFY2(part->x() >= end, qPrintable(QString::number(width)));
                end = part->geometry().right() + 1;
            }
            QVERIFY(end <= width);
            QVERIFY(labels <= seen);
            seen = labels;
        }
        QCOMPARE(seen, 0);
    }

private:
    std::unique_ptr<QWidget> m_page;
    PreviewBar* m_bar = nullptr;
};

LAMINA_TEST(PreviewBarTest)
#include "preview_bar_test.moc"
