#include "widgets/inspector/list_editors.h"

#include "engine/core/shape.h"
#include "widgets/inspector/number_box.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>

#include <algorithm>

namespace lamina {

namespace {
} // namespace

WholeListEditor::WholeListEditor(const Field& field, QWidget* parent) : FieldEditor(parent), m_field(field)
{
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    const int count = std::max(field.listLength, 1);
    const int inLine = field.inPairs ? 2 : count;
    for (int i = 0; i < (field.inPairs ? 2 * count : count); ++i) {
        const int line = i / inLine;
        const int place = i % inLine;
        if (place > 0)
            layout->addWidget(new QLabel(field.inPairs ? QStringLiteral("+") : QStringLiteral("×"), this),
                              line, 2 * place - 1);
        auto* box = new NumberBox(NumberBox::Numbers::Whole, field.minimum, field.maximum,
                                  field.minimumExcluded, this);
        if (takesNull(field))
            box->setNullText(tr("auto"));
        layout->addWidget(box, line, 2 * place);
        layout->setColumnStretch(2 * place, 1);
        m_boxes.push_back(box);
        connect(box, &NumberBox::edited, this, [this, box] { boxEdited(box); });
        connect(box, &NumberBox::editingFinished, this, &FieldEditor::editingFinished);
        connect(box, &NumberBox::problemChanged, this, [this](bool problem) {
            emit problemChanged(problem ? tr("This needs a whole number, such as 3.") : QString());
        });
    }
}

// Null is a value of the whole list: one box that becomes a number takes the others along, and back.
void WholeListEditor::boxEdited(NumberBox* box)
{
    for (NumberBox* other : m_boxes)
        if (other != box && other->value().has_value() != box->value().has_value())
            other->setValue(box->value());
    if (!box->value()) {
        emit edited(Json());
        return;
    }
    Json list = Json::array();
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        if (!m_field.inPairs)
            list.push_back(m_boxes[i]->json());
        else if (i % 2 == 1)
            list.push_back(Json::array({m_boxes[i - 1]->json(), m_boxes[i]->json()}));
    }
    emit edited(list);
}

void WholeListEditor::setValue(const Json& value)
{
    const Json list = spelledOut(m_field, value);
    const auto at = [](const Json& items, std::size_t i) {
        return items.is_array() && i < items.size() ? items[i] : Json();
    };
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const Json item = m_field.inPairs ? at(at(list, i / 2), i % 2) : at(list, i);
        m_boxes[i]->setValue(item.is_number() ? std::optional(item.get<double>()) : std::nullopt);
    }
}

QWidget* WholeListEditor::control() const
{
    return m_boxes.front();
}

void WholeListEditor::setAccessibleWords(const QString& name, const QString& description)
{
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        m_boxes[i]->setAccessibleName(m_boxes.size() == 1 ? name : tr("%1, number %2").arg(name).arg(i + 1));
        m_boxes[i]->setAccessibleDescription(description);
    }
}

ShapeEditor::ShapeEditor(const Field& field, QWidget* parent)
    : FieldEditor(parent), m_line(new QLineEdit(this)), m_nullable(takesNull(field))
{
    rowLayout(this)->addWidget(m_line);
    m_line->setPlaceholderText(m_nullable ? tr("none") : tr("28 × 28 × 1"));
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString& typed) {
        const Json value = sizes(typed);
        const bool null = m_nullable && typed.trimmed().isEmpty();
        emit problemChanged(value.is_null() && !null
                                ? tr("Write the sizes with × or spaces between: 28 × 28 × 1.")
                                : QString());
        if ((value.is_null() && !null) || value == m_value)
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

QString ShapeEditor::text(const Json& sizes)
{
    if (sizes.is_null())
        return {};
    if (!sizes.is_array())
        return shownJson(sizes);
    QStringList items;
    for (const Json& size : sizes)
        items += shownJson(size);
    return items.join(QStringLiteral(" × "));
}

Json ShapeEditor::sizes(const QString& text)
{
    static const QRegularExpression brackets(QStringLiteral("^[\\[(]|[\\])]$"));
    static const QRegularExpression separators(QStringLiteral("[\\s,;xX×*]+"));
    const QStringList parts = text.trimmed().remove(brackets).split(separators, Qt::SkipEmptyParts);
    Json list = Json::array();
    for (const QString& part : parts) {
        bool ok = false;
        const qint64 size = part.toLongLong(&ok);
        if (!ok)
            return {};
        list.push_back(static_cast<Index>(size));
    }
    return list.empty() ? Json() : list;
}

void ShapeEditor::setValue(const Json& value)
{
    const bool same = m_line->hasFocus() && sizes(m_line->text()) == value;
    m_value = value;
    if (!same)
        m_line->setText(text(value));
}

QWidget* ShapeEditor::control() const
{
    return m_line;
}

TextListEditor::TextListEditor(const Field& field, QWidget* parent)
    : FieldEditor(parent), m_line(new QLineEdit(this)), m_nullable(takesNull(field))
{
    rowLayout(this)->addWidget(m_line);
    m_line->setPlaceholderText(tr("names with commas between"));
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString& typed) {
        const Json value = m_nullable && typed.trimmed().isEmpty() ? Json() : list(typed);
        if (value == m_value)
            return;
        m_value = value;
        emit edited(value);
    });
    connect(m_line, &QLineEdit::editingFinished, this, &FieldEditor::editingFinished);
}

QString TextListEditor::text(const Json& list)
{
    if (list.is_null())
        return {};
    if (!list.is_array())
        return list.is_string() ? text(Json::array({list})) : shownJson(list);
    QStringList items;
    for (const Json& item : list) {
        QString words = shownJson(item);
        if (words.contains(QLatin1Char(',')) || words.contains(QLatin1Char('"')) || words != words.trimmed())
            words =
                QLatin1Char('"') + words.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
        items += words;
    }
    return items.join(QStringLiteral(", "));
}

Json TextListEditor::list(const QString& text)
{
    Json found = Json::array();
    QString item;
    bool quoted = false, wasQuoted = false;
    const auto finish = [&] {
        const QString words = wasQuoted ? item : item.trimmed();
        if (!words.isEmpty())
            found.push_back(words.toStdString());
        item.clear();
        wasQuoted = false;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text[i];
        if (letter == QLatin1Char('"') && quoted && i + 1 < text.size() && text[i + 1] == QLatin1Char('"')) {
            item += letter;
            ++i;
        } else if (letter == QLatin1Char('"') && (quoted || item.trimmed().isEmpty())) {
            quoted = !quoted;
            if (quoted)
                item.clear();
            wasQuoted = true;
        } else if (letter == QLatin1Char(',') && !quoted) {
            finish();
        } else if (!(wasQuoted && !quoted)) { // between a closing mark and the comma stand only spaces
            item += letter;
        }
    }
    finish();
    return found;
}

void TextListEditor::setValue(const Json& value)
{
    const bool same = m_line->hasFocus()
        && (list(m_line->text()) == value || (value.is_null() && m_line->text().isEmpty()));
    m_value = value;
    if (!same)
        m_line->setText(text(value));
}

QWidget* TextListEditor::control() const
{
    return m_line;
}

} // namespace lamina
