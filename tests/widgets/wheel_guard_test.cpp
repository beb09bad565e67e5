// The wheel passes by boxes without changing them, on to the page that scrolls.
#include "tests/support/run.h"
#include "widgets/common/wheel_guard.h"

#include <QApplication>
#include <QComboBox>
#include <QSpinBox>
#include <QTest>
#include <QWheelEvent>

using namespace lamina;

class WheelGuardTest final : public QObject {
    Q_OBJECT

private:
    // Whether the widget took it. What nobody takes goes on to the parent.
    static bool turnWheelOver(QWidget& widget)
    {
        const QPointF at = widget.rect().center();
        QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&widget, &event);
        return event.isAccepted();
    }

private Q_SLOTS:
    void initTestCase() { WheelGuard::installOn(*qApp); }

    void leavesAComboBoxAsItIs()
    {
        QComboBox combo;
        combo.addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        combo.show();
        QVERIFY(QTest::qWaitForWindowActive(&combo));
        QVERIFY(!turnWheelOver(combo));
        combo.setFocus();
        QVERIFY(!turnWheelOver(combo));
        QCOMPARE(combo.currentIndex(), 0);
    }

    void aNumberFollowsItOnlyWhileItIsEdited()
    {
        QSpinBox number;
        number.setValue(50);
        number.show();
        QVERIFY(QTest::qWaitForWindowActive(&number));
        number.clearFocus();
        QVERIFY(!turnWheelOver(number));
        QCOMPARE(number.value(), 50);
        QCOMPARE(number.focusPolicy(), Qt::StrongFocus); // the wheel gives no focus
        number.setFocus();
        QVERIFY(turnWheelOver(number));
        QCOMPARE(number.value(), 49);
    }
};

LAMINA_TEST(WheelGuardTest)
#include "wheel_guard_test.moc"
