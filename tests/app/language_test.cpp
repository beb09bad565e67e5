// In Korean, Qt's own buttons are Korean, too.
#include "app/language.h"
#include "tests/support/run.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace lamina;

namespace {
bool isKorean(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Hangul; });
}
} // namespace

class TestLanguage final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("LaminaTest"));
        QCoreApplication::setApplicationName(QStringLiteral("language"));
    }
    void cleanup() { language::apply(QStringLiteral("en")); }

    void buttonsOfQtFollowTheLanguage()
    {
        if (!QFileInfo::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath)
                               + QStringLiteral("/qtbase_ko.qm")))
            QSKIP("Qt's Korean words are not installed (qt6-translations-l10n)");
        // A box that stands while the language changes, and one that is opened then.
        QDialogButtonBox standing(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
        language::apply(QStringLiteral("ko"));
        QCoreApplication::processEvents();
        QMessageBox box(QMessageBox::Warning, {}, {},
                        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
        QList<QAbstractButton*> buttons = box.buttons();
        QCOMPARE(buttons.size(), 3);
        buttons += standing.buttons();
        for (const QAbstractButton* button : buttons)
            QVERIFY2(isKorean(button->text()), qPrintable(button->text()));
        QCOMPARE(box.button(QMessageBox::Cancel)->text().remove(QLatin1Char('&')), QString::fromUtf8("취소"));
        language::apply(QStringLiteral("en"));
        QCoreApplication::processEvents();
        for (const QAbstractButton* button : standing.buttons())
            QVERIFY2(!isKorean(button->text()), qPrintable(button->text()));
    }

    void datesFollowTheLanguage()
    {
        const QDate day(2026, 11, 30);
        language::apply(QStringLiteral("ko"));
        QVERIFY(isKorean(QLocale().toString(day, QLocale::LongFormat)));
        language::apply(QStringLiteral("en"));
        QVERIFY(!isKorean(QLocale().toString(day, QLocale::LongFormat)));
    }
};

LAMINA_TEST(TestLanguage)
#include "language_test.moc"
