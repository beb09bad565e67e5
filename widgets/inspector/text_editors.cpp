#include "widgets/inspector/text_editors.h"

#include "widgets/common/icons.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace lamina {

namespace {
Json textOrNull(const QString& text, bool nullable)
{
    return nullable && text.isEmpty() ? Json() : Json(text.toStdString());
}

void showText(QLineEdit* line, const Json& value)
{
    const QString text = value.is_null() ? QString() : shownJson(value);
    if (line->text() != text)
        line->setText(text);
}
} // namespace

WordsEditor::WordsEditor(const Field& field, QWidget* parent)
    : FieldEditor(parent), m_line(new QLineEdit(this)), m_nullable(takesNull(field))
{
    rowLayout(this)->addWidget(m_line);
    if (m_nullable)
        m_line->setPlaceholderText(tr("none"));
    connect(m_line, &QLineEdit::textEdited, this,
            [this](const QString& text) { emit edited(textOrNull(text, m_nullable)); });
    connect(m_line, &QLineEdit::editingFinished, this, &FieldEditor::editingFinished);
}

void WordsEditor::setValue(const Json& value)
{
    showText(m_line, value);
}

QWidget* WordsEditor::control() const
{
    return m_line;
}

PathEditor::PathEditor(const Field& field, QWidget* parent)
    : FieldEditor(parent), m_line(new QLineEdit(this)), m_nullable(takesNull(field))
{
    QHBoxLayout* layout = rowLayout(this);
    layout->addWidget(m_line, 1);
    m_line->setPlaceholderText(m_nullable ? tr("none") : tr("file or folder"));
    // The field does not tell a file from a folder: both are offered.
    auto* button = new QToolButton(this);
    button->setIcon(icon(QStringLiteral("folder")));
    button->setToolTip(tr("Choose a file or folder…"));
    button->setAccessibleName(tr("Choose a file or folder"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    connect(menu->addAction(tr("File…")), &QAction::triggered, this, [this] { browse(false); });
    connect(menu->addAction(tr("Folder…")), &QAction::triggered, this, [this] { browse(true); });
    button->setMenu(menu);
    layout->addWidget(button);
    connect(m_line, &QLineEdit::textEdited, this,
            [this](const QString& text) { emit edited(textOrNull(text, m_nullable)); });
    connect(m_line, &QLineEdit::editingFinished, this, &FieldEditor::editingFinished);
}

void PathEditor::browse(bool folder)
{
    const QString start = QFileInfo(m_line->text()).isAbsolute() ? m_line->text() : QString();
    const QString path = folder ? QFileDialog::getExistingDirectory(this, tr("Choose a folder"), start)
                                : QFileDialog::getOpenFileName(this, tr("Choose a file"), start);
    if (path.isEmpty())
        return;
    m_line->setText(path);
    emit edited(Json(path.toStdString()));
    emit editingFinished();
}

void PathEditor::setValue(const Json& value)
{
    showText(m_line, value);
}

QWidget* PathEditor::control() const
{
    return m_line;
}

PartEditor::PartEditor(const Field& field, QWidget* parent)
    : FieldEditor(parent), m_box(new QComboBox(this)), m_nullable(takesNull(field))
{
    rowLayout(this)->addWidget(m_box);
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(8);
    for (const char* choice : field.choices)
        m_box->addItem(QString::fromUtf8(choice));
    m_box->lineEdit()->setPlaceholderText(m_nullable ? tr("none") : tr("name"));
    connect(m_box->lineEdit(), &QLineEdit::textEdited, this, &PartEditor::typed);
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        typed(m_box->itemText(index));
        emit editingFinished();
    });
    connect(m_box->lineEdit(), &QLineEdit::editingFinished, this, &FieldEditor::editingFinished);
}

void PartEditor::typed(const QString& text)
{
    const QString plain = text.trimmed();
    Json value = plain.isEmpty() && m_nullable ? Json() : Json(plain.toStdString());
    if (plain.startsWith(QLatin1Char('{'))) {
        value = Json::parse(plain.toStdString(), nullptr, false);
        if (value.is_discarded()) {
            emit problemChanged(tr("The object is not complete: {\"class_name\": …, \"config\": {…}}."));
            return;
        }
    }
    emit problemChanged({});
    if (value == m_value)
        return;
    m_value = value;
    emit edited(value);
}

void PartEditor::setValue(const Json& value)
{
    const bool same = m_box->lineEdit()->hasFocus() && m_value == value;
    m_value = value;
    if (same)
        return;
    const QString text = value.is_null() ? QString() : shownJson(value);
    m_box->setCurrentIndex(m_box->findText(text));
    m_box->setEditText(text);
    m_box->lineEdit()->setCursorPosition(0);
}

QWidget* PartEditor::control() const
{
    return m_box;
}

} // namespace lamina
