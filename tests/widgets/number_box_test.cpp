// Where a number is seen and taken by the mouse, in the program's own style.
#include "widgets/inspector/number_box.h"

#include "tests/support/run.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QSpinBox>
#include <QStyle>
#include <QStyleOptionSpinBox>
#include <QTest>

using namespace lamina;

namespace {
// Left of the arrows of a box.
int arrowsOf(const QAbstractSpinBox& box)
{
    QStyleOptionSpinBox option;
    option.initFrom(&box);
    option.subControls = QStyle::SC_All;
    return box.style()->subControlRect(QStyle::CC_SpinBox, &option, QStyle::SC_SpinBoxUp, &box).left();
}
} // namespace

class NumberBoxTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().setDark(false); }

    // Else a click beside the digits gives the box the keyboard, and no place to write at.
    void theWholeBoxUpToItsArrowsTakesTheCaret()
    {
        QSpinBox spin;
        NumberBox number(NumberBox::Numbers::Whole, 1, 4096, false);
        for (QAbstractSpinBox* box : std::initializer_list<QAbstractSpinBox*>{&spin, &number}) {
            box->resize(80, box->sizeHint().height());
            box->show();
            auto* line = box->findChild<QLineEdit*>();
            QVERIFY(line);
            QVERIFY2(arrowsOf(*box) - line->geometry().right() <= 3,
                     qPrintable(QStringLiteral("the text ends at %1, the arrows begin at %2")
                                    .arg(line->geometry().right())
                                    .arg(arrowsOf(*box))));
        }
    }

    void threeClicksSelectTheNumber()
    {
        NumberBox box(NumberBox::Numbers::Whole, 1, 4096, false);
        box.setValue(256);
        box.resize(80, box.sizeHint().height());
        box.show();
        QVERIFY(QTest::qWaitForWindowActive(&box));
        QWidget* hit = box.childAt(box.rect().center());
        QVERIFY(hit);
        const QPoint at = hit->mapFrom(&box, box.rect().center());
        QTest::mouseDClick(hit, Qt::LeftButton, {}, at);
        QTest::mouseClick(hit, Qt::LeftButton, {}, at);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("150"));
        QCOMPARE(box.value(), std::optional<double>(150));
    }

    void theLeastWidthShowsFiveDigitsAndTheWordForNone()
    {
        NumberBox box(NumberBox::Numbers::Whole, 1, 65536, false);
        for (const QString& word : {QString(), QStringLiteral("auto"), QStringLiteral("gemischt, mixed")}) {
            box.setNullText(word);
            box.resize(box.minimumSizeHint());
            box.show();
            auto* line = box.findChild<QLineEdit*>();
            const QFontMetrics metrics = line->fontMetrics();
            const int needed =
                std::max(metrics.horizontalAdvance(QStringLiteral("65536")), metrics.horizontalAdvance(word));
            // A line keeps two pixels free at each side.
            QVERIFY2(line->width() - 4 >= needed,
                     qPrintable(QStringLiteral("%1: %2 of %3").arg(word).arg(line->width()).arg(needed)));
        }
    }
};

LAMINA_TEST(NumberBoxTest)
#include "number_box_test.moc"
