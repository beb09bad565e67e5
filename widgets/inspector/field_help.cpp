#include "widgets/inspector/field_help.h"

#include "widgets/common/words.h"
#include "widgets/inspector/field_editor.h"
#include "widgets/inspector/field_form.h"

#include <cmath>

namespace lamina {

namespace {
QString code(const QString& text)
{
    return QStringLiteral("<code>%1</code>").arg(text.toHtmlEscaped());
}

// "1 or more", or nothing where any number goes.
QString rangeText(const Field& field)
{
    const bool below = std::isfinite(field.minimum), above = std::isfinite(field.maximum);
    const QString least = code(shownJson(field.minimum)), most = code(shownJson(field.maximum));
    if (below && above)
        return (field.minimumExcluded ? FieldForm::tr("more than %1, up to %2") : FieldForm::tr("%1 to %2"))
            .arg(least, most);
    if (below)
        return (field.minimumExcluded ? FieldForm::tr("more than %1") : FieldForm::tr("%1 or more"))
            .arg(least);
    return above ? FieldForm::tr("%1 or less").arg(most) : QString();
}

} // namespace

QString fieldHelp(const Field& field, const FieldState* state)
{
    const QString name = code(QString::fromUtf8(field.name));
    QStringList facts{
        field.defaultJson
            ? FieldForm::tr("%1, default %2").arg(name, code(QString::fromUtf8(field.defaultJson)))
            : state && state->ownDefaults ? FieldForm::tr("%1, each with a default of its own").arg(name)
                                          : FieldForm::tr("%1, must be given").arg(name)};
    if (const QString range = rangeText(field); !range.isEmpty())
        facts += range;
    if (state && state->values.size() > 1) {
        constexpr std::size_t mostTold = 8;
        QStringList values;
        for (std::size_t i = 0; i < state->values.size(); ++i)
            values += i < mostTold ? code(shownJson(state->values[i])) : QStringLiteral("…");
        facts +=
            FieldForm::tr("different values: %1").arg(values.mid(0, mostTold + 1).join(QStringLiteral(", ")));
    }
    return QStringLiteral("<p>%1</p><p>%2</p>")
        .arg(words(field.help).toHtmlEscaped(), facts.join(QStringLiteral("<br/>")));
}

} // namespace lamina
