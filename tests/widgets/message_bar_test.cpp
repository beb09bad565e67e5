#include "tests/support/run.h"
#include "widgets/common/message_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lamina;

class TestMessageBar final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void faultsSayWhatWhereAndWhatToDo();
    void aMessageIsDismissedByKeyAndByButton();
    void aMessageIsCopiedWhole();
    void aMessageWithoutDetailsIsOneLine();
    void whatCanBeDoneIsChosenOnce();

private:
    static Faults twoFaults()
    {
        Fault first;
        first.what = Text(LAMINA_TEXT("Test", "%1 is below 1"), "epochs");
        first.where = Place{"digits.lamina", "training.epochs", {}};
        first.remedy = LAMINA_TEXT("Test", "give a whole number of 1 or more");
        Fault second;
        second.what = LAMINA_TEXT("Test", "Dense reads flat rows");
        second.where.layer = "digit";
        return {first, second};
    }
    static QToolButton* button(const MessageBar& bar, const QString& name)
    {
        for (QToolButton* one : bar.findChildren<QToolButton*>()) {
            if (one->accessibleName() == name)
                return one;
        }
        return nullptr;
    }
};

void TestMessageBar::faultsSayWhatWhereAndWhatToDo()
{
    MessageBar bar;
    QVERIFY(bar.isHidden());
    bar.showFaults(QStringLiteral("The project could not be opened"), twoFaults());
    QVERIFY(!bar.isHidden());
    QVERIFY(bar.showsDetails());
    QCOMPARE(bar.title(), QStringLiteral("The project could not be opened"));
    for (const char* part : {"epochs is below 1", "digits.lamina", "training.epochs", "give a whole number",
                             "Dense reads", "digit"})
        QVERIFY2(bar.details().contains(QLatin1String(part)), part);
}

void TestMessageBar::aMessageIsDismissedByKeyAndByButton()
{
    MessageBar bar;
    QSignalSpy dismissed(&bar, &MessageBar::dismissed);
    bar.showMessage(MessageBar::Kind::Note, QStringLiteral("Saved"));
    QTest::keyClick(&bar, Qt::Key_Escape);
    QVERIFY(bar.isHidden());
    bar.showMessage(MessageBar::Kind::Note, QStringLiteral("Saved again"));
    QToolButton* close = button(bar, QStringLiteral("Dismiss"));
    QVERIFY(close);
    QTest::mouseClick(close, Qt::LeftButton);
    QVERIFY(bar.isHidden());
    QCOMPARE(dismissed.count(), 2);
}

void TestMessageBar::aMessageIsCopiedWhole()
{
    MessageBar bar;
    bar.showFaults(QStringLiteral("Two things"), twoFaults());
    QToolButton* copy = button(bar, QStringLiteral("Copy this message"));
    QVERIFY(copy);
    QTest::mouseClick(copy, Qt::LeftButton);
    const QString copied = QApplication::clipboard()->text();
    QVERIFY(copied.startsWith(QLatin1String("Two things")));
    QVERIFY(copied.contains(bar.details()));
}

void TestMessageBar::aMessageWithoutDetailsIsOneLine()
{
    MessageBar bar;
    bar.showMessage(MessageBar::Kind::Good, QStringLiteral("Done"));
    QVERIFY(!bar.showsDetails());
    QVERIFY(bar.details().isEmpty());
}

void TestMessageBar::whatCanBeDoneIsChosenOnce()
{
    MessageBar bar;
    QSignalSpy chosen(&bar, &MessageBar::actionChosen);
    bar.showMessage(MessageBar::Kind::Caution, QStringLiteral("Two ways"), {},
                    {QStringLiteral("One"), QStringLiteral("Two")});
    const auto named = [&](const QString& text) -> QPushButton* {
        for (QPushButton* each : bar.findChildren<QPushButton*>())
            if (each->text() == text)
                return each;
        return nullptr;
    };
    QVERIFY(named("One") && named("Two"));
    QTest::mouseClick(named("Two"), Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toInt(), 1);
    QVERIFY(bar.isHidden());
    bar.showMessage(MessageBar::Kind::Note, QStringLiteral("Saved"));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!named("One")); // they belonged to the message before
}

LAMINA_TEST(TestMessageBar)
#include "message_bar_test.moc"
