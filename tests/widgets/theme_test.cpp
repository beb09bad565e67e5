#include "engine/model/layer_type.h"
#include "tests/support/run.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace lamina;

class TestTheme final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTextCanBeReadOnEveryGround_data();
    void everyTextCanBeReadOnEveryGround();
    void seriesStandOutInTheDark();
    void contrastIsThatOfTheStandard();
    void theSequentialRampGetsSteadilyLighter();
    void theDivergingRampIsNeutralInTheMiddleAndDiffersAtItsEnds();
    void familiesHaveHuesOfTheirOwn();
    void noNameOfTheTableIsLeftInTheStyleSheet();
    void figuresAreEquallyWide();
    void aChangeOfThemeRestylesTheApplication();
};

void TestTheme::everyTextCanBeReadOnEveryGround_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTheme::everyTextCanBeReadOnEveryGround()
{
    QFETCH(bool, dark);
    const ThemeColours c = themeColours(dark);
    const std::pair<const char*, QColor> texts[] = {{"text", c.text},       {"muted", c.muted},
                                                    {"accent", c.accent},   {"good", c.good},
                                                    {"caution", c.caution}, {"fault", c.fault}};
    const std::pair<const char*, QColor> grounds[] = {
        {"window", c.window},
        {"surface", c.surface},
        {"raised", c.raised},
        {"hover", mixed(c.surface, c.muted, dark ? 0.16 : 0.09)}};
    for (const auto& [textName, text] : texts) {
        for (const auto& [groundName, ground] : grounds) {
            QVERIFY2(contrast(text, ground) >= 4.5
                         || (ground != c.window && ground != c.surface && ground != c.raised && text != c.text
                             && text != c.muted),
                     qPrintable(QStringLiteral("%1 on %2: %3")
                                    .arg(QLatin1String(textName), QLatin1String(groundName))
                                    .arg(contrast(text, ground))));
        }
    }
    QVERIFY(contrast(c.onAccent, c.accent) >= 4.5);
    QVERIFY(contrast(c.text, c.selection) >= 4.5);
}

void TestTheme::seriesStandOutInTheDark()
{
    const ThemeColours c = themeColours(true);
    for (const QColor& series : {c.training, c.validation, c.test})
        QVERIFY(contrast(series, c.surface) >= 4.5);
    QCOMPARE(themeColours(false).training, QColor(0x00, 0x72, 0xB2));
}

void TestTheme::contrastIsThatOfTheStandard()
{
    QVERIFY(qAbs(contrast(Qt::black, Qt::white) - 21) < 1e-6);
    QVERIFY(qAbs(contrast(QColor(0x767676), Qt::white) - 4.54) < 0.01);
    QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
}

void TestTheme::theSequentialRampGetsSteadilyLighter()
{
    const Theme& theme = Theme::instance();
    double before = 0;
    for (int i = 0; i <= 20; ++i) {
        const double lightness = 21 / contrast(theme.sequential(i / 20.0), Qt::white);
        QVERIFY2(lightness > before, qPrintable(QString::number(i)));
        before = lightness;
    }
    QCOMPARE(theme.sequential(-3), theme.sequential(0));
    QCOMPARE(theme.sequential(7), theme.sequential(1));
    QCOMPARE(theme.sequential(std::nan("")), theme.sequential(0));
}

void TestTheme::theDivergingRampIsNeutralInTheMiddleAndDiffersAtItsEnds()
{
    const Theme& theme = Theme::instance();
    QVERIFY(theme.diverging(0).hslSaturationF() < 0.2 || theme.diverging(0).lightnessF() > 0.97);
    QVERIFY(theme.diverging(-1).blue() > theme.diverging(-1).red());
    QVERIFY(theme.diverging(1).red() > theme.diverging(1).blue());
}

void TestTheme::familiesHaveHuesOfTheirOwn()
{
    QList<QRgb> seen;
    for (int i = 0; i <= static_cast<int>(Family::Augmentation); ++i) {
        const QRgb colour = Theme::instance().family(static_cast<Family>(i)).rgb();
        QVERIFY2(!seen.contains(colour), qPrintable(QString::number(i)));
        seen << colour;
    }
}

void TestTheme::noNameOfTheTableIsLeftInTheStyleSheet()
{
    for (const bool dark : {false, true}) {
        const QString sheet = styleSheetFor(themeColours(dark), QStringLiteral("/images/"));
        QVERIFY(sheet.contains(QLatin1String("/images/check.png")));
        QVERIFY2(!sheet.contains(QLatin1Char('@')),
                 qPrintable(sheet.mid(sheet.indexOf(QLatin1Char('@')), 30)));
    }
}

void TestTheme::figuresAreEquallyWide()
{
    const QFontMetrics metrics(Theme::instance().font(Theme::Body));
    for (char figure = '1'; figure <= '9'; ++figure)
        QCOMPARE(metrics.horizontalAdvance(QLatin1Char(figure)), metrics.horizontalAdvance(QLatin1Char('0')));
}

void TestTheme::aChangeOfThemeRestylesTheApplication()
{
    Theme& theme = Theme::instance();
    theme.setDark(false);
    QSignalSpy changed(&theme, &Theme::changed);
    QPushButton button(QStringLiteral("Train"));
    button.ensurePolished();
    const int height = button.sizeHint().height();
    QVERIFY2(height >= Theme::controlHeight && height <= Theme::controlHeight + 2,
             qPrintable(QString::number(height)));
    theme.setDark(true);
    QCOMPARE(changed.count(), 1);
    QVERIFY(theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme.colours().window);
    theme.setDark(false);
}

LAMINA_TEST(TestTheme)
#include "theme_test.moc"
