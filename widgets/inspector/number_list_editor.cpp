#include "widgets/inspector/number_list_editor.h"

#include "engine/core/numbers.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>

#include <cmath>

namespace lamina {

NumberListEditor::NumberListEditor(const Field& field, QWidget* parent)
    : FieldEditor(parent), m_line(new QLineEdit(this)), m_whole(field.kind == FieldKind::WholeList),
      m_single(field.kind == FieldKind::RealList && field.listLength > 0),
      m_nullable(field.orNull || (field.defaultJson && std::string_view(field.defaultJson) == "null"))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    m_line->setPlaceholderText(tr("numbers with commas between"));
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString& typed) {
        const Json value = valueOf(typed);
        const bool problem = value.is_null() && !(m_nullable && typed.trimmed().isEmpty());
        emit problemChanged(problem ? tr("Write numbers with commas between: 0.1, 0.05, 0.01.") : QString());
        if (problem || value == m_value)
            return;
        m_value = value;
        emit edited(value);
    });
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        m_line->setText(text(m_value));
        emit problemChanged({});
        emit editingFinished();
    });
}

Json NumberListEditor::valueOf(const QString& typed) const
{
    const Json found = list(typed, m_whole);
    if (found.is_array() && found.empty() && (m_nullable || m_single))
        return {};
    return found.is_array() && found.size() == 1 && m_single ? found[0] : found;
}

QString NumberListEditor::text(const Json& list)
{
    if (list.is_null())
        return {};
    if (!list.is_array())
        return shownJson(list);
    QStringList items;
    for (const Json& item : list)
        items += shownJson(item);
    return items.join(QStringLiteral(", "));
}

Json NumberListEditor::list(const QString& text, bool whole)
{
    static const QRegularExpression brackets(QStringLiteral("^[\\[(]|[\\])]$"));
    static const QRegularExpression separators(QStringLiteral("[\\s,;]+"));
    Json found = Json::array();
    for (const QString& part : text.trimmed().remove(brackets).split(separators, Qt::SkipEmptyParts)) {
        const std::optional<double> number = toNumber(part.toStdString());
        if (!number || !std::isfinite(*number) || (whole && std::floor(*number) != *number))
            return {};
        // As people write them: 3 and not 3.0.
        if (std::floor(*number) == *number && std::abs(*number) < 9e15)
            found.push_back(static_cast<std::int64_t>(*number));
        else
            found.push_back(*number);
    }
    return found;
}

void NumberListEditor::setValue(const Json& value)
{
    const bool same = m_line->hasFocus() && valueOf(m_line->text()) == value;
    m_value = value;
    if (!same)
        m_line->setText(text(value));
}

QWidget* NumberListEditor::control() const
{
    return m_line;
}

} // namespace lamina
