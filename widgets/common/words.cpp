#include "widgets/common/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace lamina {
namespace {

std::string translated(TextId text)
{
    return QCoreApplication::translate(text.context, text.source).toStdString();
}

} // namespace

QString words(const Text& text)
{
    return text.empty() ? QString() : QString::fromStdString(render(text, translated));
}

QString words(TextId text)
{
    return text.empty() ? QString() : QCoreApplication::translate(text.context, text.source);
}

QString faultTitle(const Fault& fault)
{
    return words(fault.what);
}

QString faultPlace(const Fault& fault)
{
    QStringList parts;
    if (!fault.where.file.empty())
        parts << QString::fromStdString(fault.where.file);
    if (!fault.where.path.empty())
        parts << QString::fromStdString(fault.where.path);
    if (!fault.where.layer.empty())
        parts << QCoreApplication::translate("Faults", "layer “%1”")
                     .arg(QString::fromStdString(fault.where.layer));
    return parts.join(QStringLiteral(" · "));
}

QString faultRemedy(const Fault& fault)
{
    return words(fault.remedy);
}

QString faultsInOneText(const Faults& faults)
{
    QStringList lines;
    for (const Fault& fault : faults) {
        QStringList parts{faultTitle(fault)};
        const QString place = faultPlace(fault);
        if (!place.isEmpty())
            parts << place;
        const QString remedy = faultRemedy(fault);
        if (!remedy.isEmpty())
            parts << remedy;
        lines << parts.join(QLatin1Char('\n'));
    }
    return lines.join(QStringLiteral("\n\n"));
}

} // namespace lamina
