#include "tests/support/run.h"
#include "widgets/common/brief_button.h"

#include <QHBoxLayout>
#include <QTest>

using namespace lamina;

class BriefButtonTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsLeftOutWhereThereIsNoRoomIsStillSaid()
    {
        QWidget window;
        auto* layout = new QHBoxLayout(&window);
        auto* button = new BriefButton(&window);
        button->setTexts(QStringLiteral("Training  9 600"), QStringLiteral("Training"));
        layout->addWidget(button);
        window.resize(400, 60);
        window.show();
        QVERIFY(!button->isBrief());
        const QImage whole = button->grab().toImage();

        const int between = (button->minimumSizeHint().width() + button->sizeHint().width()) / 2;
        QVERIFY(button->minimumSizeHint().width() < button->sizeHint().width());
        layout->setContentsMargins(0, 0, 0, 0);
        window.setFixedWidth(between); // the layout goes below the size hint, not below the least
        QTRY_COMPARE(button->width(), between);
        QVERIFY(button->isBrief());
        QCOMPARE(button->text(), QStringLiteral("Training  9 600")); // a screen reader's
        const QImage brief = button->grab().toImage();
        BriefButton alone(&window);
        alone.setTexts(QStringLiteral("Training"), QStringLiteral("Training"));
        alone.setGeometry(button->geometry());
        QCOMPARE(brief, alone.grab().toImage());
        QVERIFY(brief != whole.copy(brief.rect()));
    }
};

LAMINA_TEST(BriefButtonTest)
#include "brief_button_test.moc"
