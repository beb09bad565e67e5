#include "tests/support/run.h"
#include "widgets/common/button_keys.h"
#include "widgets/common/rail.h"

#include <QCheckBox>
#include <QDialog>
#include <QFloat16>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace lamina;

class ButtonKeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ButtonKeys::installOn(*QCoreApplication::instance()); }
    void returnPressesTheButtonWithTheKeyboard();
    void returnOpensAButtonsMenu();
    void boxesAndDialogsAreLeftAlone();
};

void ButtonKeysTest::returnPressesTheButtonWithTheKeyboard()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* push = new QPushButton("Go");
    auto* rail = new RailButton("train");
    layout->addWidget(push);
    layout->addWidget(rail);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    for (QAbstractButton* button :
         {static_cast<QAbstractButton*>(push), static_cast<QAbstractButton*>(rail)}) {
        QSignalSpy clicked(button, &QAbstractButton::clicked);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Return);
        QTest::keyClick(button, Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(clicked.count(), 2);
        QTest::keyClick(button, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(clicked.count(), 2);
    }
}

void ButtonKeysTest::returnOpensAButtonsMenu()
{
    QPushButton button("More");
    QMenu menu;
    menu.addAction("One");
    button.setMenu(&menu);
    button.show();
    QVERIFY(QTest::qWaitForWindowActive(&button));
    bool seen = false;
    connect(&menu, &QMenu::aboutToShow, this, [&] {
        seen = true;
        QMetaObject::invokeMethod(&menu, &QWidget::close, Qt::QueuedConnection);
    });
    QTest::keyClick(&button, Qt::Key_Return);
    QVERIFY(seen);
}

void ButtonKeysTest::boxesAndDialogsAreLeftAlone()
{
    QCheckBox box("On");
    QTest::keyClick(&box, Qt::Key_Return);
    QVERIFY(!box.isChecked());
    QDialog dialog;
    auto* cancel = new QPushButton("Cancel", &dialog);
    auto* fine = new QPushButton("Fine", &dialog);
    cancel->setAutoDefault(false);
    fine->setDefault(true);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QSignalSpy wrong(cancel, &QPushButton::clicked), right(fine, &QPushButton::clicked);
    cancel->setFocus();
    QTest::keyClick(cancel, Qt::Key_Return); // the default one, as everywhere
    QCOMPARE(wrong.count(), 0);
    QCOMPARE(right.count(), 1);
}

LAMINA_TEST(ButtonKeysTest)
#include "button_keys_test.moc"
