#include "tests/support/run.h"
#include "widgets/common/tab_order.h"

#include <QComboBox>
#include <QFloat16>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QTest>

using namespace lamina;

class TabOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLayoutDecidesAndNotWhenAWidgetWasMade();
    void whatIsHiddenDisabledOrPartOfAnotherIsNoStop();
    void splittersStacksAndScrollAreasAreEntered();
    void atTheEndItBeginsAnewAndScrollsThere();
};

void TabOrderTest::theLayoutDecidesAndNotWhenAWidgetWasMade()
{
    QWidget window;
    auto* last = new QLineEdit(&window);
    auto* inner = new QHBoxLayout;
    auto* layout = new QVBoxLayout(&window);
    layout->addLayout(inner);
    layout->addWidget(last);
    auto* second = new QPushButton(&window);
    auto* first = new QComboBox(&window);
    inner->addWidget(first);
    inner->addWidget(second);
    window.show();
    QCOMPARE(tabStops(&window), (QWidgetList{first, second, last}));
    auto* between = new QLineEdit; // a row that comes later
    layout->insertWidget(1, between);
    between->show();
    QCOMPARE(tabStops(&window), (QWidgetList{first, second, between, last}));
}

void TabOrderTest::whatIsHiddenDisabledOrPartOfAnotherIsNoStop()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* number = new QSpinBox; // its line belongs to it
    auto* names = new QComboBox;
    names->setEditable(true);
    auto* hidden = new QLineEdit;
    auto* disabled = new QLineEdit;
    for (QWidget* each :
         {static_cast<QWidget*>(number), static_cast<QWidget*>(names), static_cast<QWidget*>(hidden),
          static_cast<QWidget*>(disabled), static_cast<QWidget*>(new QLabel("words"))})
        layout->addWidget(each);
    disabled->setEnabled(false);
    hidden->hide();
    window.show();
    QCOMPARE(tabStops(&window), (QWidgetList{number, names}));
}

void TabOrderTest::splittersStacksAndScrollAreasAreEntered()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* right = new QPushButton;
    auto* left = new QPushButton;
    auto* splitter = new QSplitter;
    splitter->addWidget(right);
    splitter->insertWidget(0, left);
    layout->addWidget(splitter);
    auto* stack = new QStackedWidget;
    auto* behind = new QPushButton;
    auto* front = new QPushButton;
    stack->addWidget(behind);
    stack->addWidget(front);
    stack->setCurrentWidget(front);
    layout->addWidget(stack);
    auto* scroll = new QScrollArea;
    auto* scrolled = new QPushButton;
    scroll->setWidget(scrolled);
    layout->addWidget(scroll);
    window.show();
    QCOMPARE(tabStops(&window), (QWidgetList{left, right, front, scrolled}));
}

void TabOrderTest::atTheEndItBeginsAnewAndScrollsThere()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* first = new QPushButton;
    layout->addWidget(first);
    auto* page = new QWidget;
    page->setFixedSize(60, 900);
    auto* far = new QPushButton(page);
    far->move(0, 800);
    auto* scroll = new QScrollArea;
    scroll->setWidget(page);
    layout->addWidget(scroll);
    window.resize(200, 200);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    first->setFocus();
    QVERIFY(focusNextStop(&window, true));
    QVERIFY(far->hasFocus());
    QVERIFY(scroll->viewport()->rect().contains(far->mapTo(scroll->viewport(), far->rect().center())));
    QVERIFY(focusNextStop(&window, true));
    QVERIFY(first->hasFocus());
    QVERIFY(focusNextStop(&window, false));
    QVERIFY(far->hasFocus());
    QWidget nothing;
    nothing.show();
    QVERIFY(!focusNextStop(&nothing, true));
}

LAMINA_TEST(TabOrderTest)
#include "tab_order_test.moc"
