#include "app/language.h"

#include "app/settings.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace lamina::language {
namespace {

void install(const QString& code)
{
    // Dates as the language writes them, in the system's own way if it speaks that language.
    const QLocale system = QLocale::system();
    const QLocale wanted(code);
    QLocale::setDefault(system.language() == wanted.language() ? system : wanted);
    static QTranslator own;
    static QTranslator qt;
    QCoreApplication::removeTranslator(&own);
    QCoreApplication::removeTranslator(&qt);
    if (qt.load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt);
    // The sources are English: its own file holds the plurals alone.
    if (own.load(QStringLiteral(":/translations/lamina_%1.qm").arg(code)))
        QCoreApplication::installTranslator(&own);
}

} // namespace

QString current()
{
    QString chosen = settings::language.value();
    if (!chosen.isEmpty())
        return chosen;
    return QLocale::system().language() == QLocale::Korean ? QStringLiteral("ko") : QStringLiteral("en");
}

void apply(const QString& code)
{
    settings::language.set(code);
    install(code);
}

void applyCurrent()
{
    install(current());
}

} // namespace lamina::language
