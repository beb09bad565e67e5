#include "widgets/browser/row_form.h"

#include "widgets/common/theme.h"
#include "widgets/inspector/number_box.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lamina {
namespace {

constexpr int longestName = 180; // pixels; a longer one is cut and stands in the tool tip
constexpr double anything = 1e30;
constexpr int editorWidth = 128; // at least
constexpr int mostColumns = 3;
constexpr int manyCells = 12; // fewer stand in one column

} // namespace

RowForm::RowForm(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, Theme::unit, 0);
    m_grid->setHorizontalSpacing(2 * Theme::unit);
    m_grid->setVerticalSpacing(Theme::unit);
}

void RowForm::setCells(const std::vector<RowCell>& cells)
{
    for (QWidget* old : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        old->hide();
        old->deleteLater();
    }
    m_labels.clear();
    m_editors.clear();
    m_unreadable.clear();
    m_cells = cells;
    m_cellWidth = 0;
    for (const RowCell& cell : m_cells) {
        const QString name = QString::fromStdString(cell.name);
        auto* label = new QLabel(this);
        label->setText(label->fontMetrics().elidedText(name, Qt::ElideMiddle, longestName));
        label->setToolTip(name);
        QWidget* editor = makeEditor(cell);
        editor->setAccessibleName(name);
        editor->setToolTip(name);
        label->setBuddy(editor);
        m_cellWidth = std::max(m_cellWidth, label->sizeHint().width() + editorWidth + 4 * Theme::unit);
        m_labels.push_back(label);
        m_editors.push_back(editor);
    }
    nameMissing();
    m_columns = 0;
    place();
}

// Down the first column, then down the next.
void RowForm::place()
{
    const int cells = static_cast<int>(m_cells.size());
    const int columns = cells < manyCells ? 1 : std::clamp(width() / m_cellWidth, 1, mostColumns);
    if (columns == m_columns)
        return;
    m_columns = columns;
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item;
    const int rows = (cells + columns - 1) / columns;
    for (int i = 0; i < cells; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const int column = i / rows * 3;
        m_grid->addWidget(m_labels[at], i % rows, column);
        const bool isText =
            m_cells[at].kind == RowCell::Kind::Letters || m_cells[at].kind == RowCell::Kind::Words;
        m_grid->addWidget(m_editors[at], i % rows, column + 1, 1, isText ? 2 : 1);
    }
    for (int column = 0; column < mostColumns; ++column)
        m_grid->setColumnStretch(column * 3 + 2, column < columns ? 1 : 0);
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, 0);
    m_grid->setRowStretch(rows, 1);
}

// Of one column: what is narrower than those that stand now gets fewer.
QSize RowForm::minimumSizeHint() const
{
    return {m_cellWidth, QWidget::minimumSizeHint().height()};
}

void RowForm::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

QWidget* RowForm::makeEditor(const RowCell& cell)
{
    switch (cell.kind) {
    case RowCell::Kind::Number:
        return makeNumber();
    case RowCell::Kind::Choice: {
        auto* list = new QComboBox(this);
        for (const std::string& choice : cell.choices)
            list->addItem(choice.empty() ? QStringLiteral("–") : QString::fromStdString(choice));
        if (cell.missing)
            list->addItem({});
        list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        list->setMinimumContentsLength(8);
        connect(list, &QComboBox::currentIndexChanged, this, &RowForm::say);
        return list;
    }
    case RowCell::Kind::Letters:
    case RowCell::Kind::Words:
        break;
    }
    auto* line = new QLineEdit(this);
    connect(line, &QLineEdit::textEdited, this, &RowForm::say);
    return line;
}

QWidget* RowForm::makeNumber()
{
    auto* box = new NumberBox(NumberBox::Numbers::Real, -anything, anything, false, this);
    box->setValue(0);
    box->setMaximumWidth(160);
    connect(box, &NumberBox::edited, this, &RowForm::say);
    connect(box, &NumberBox::problemChanged, this, [this, box](bool notANumber) {
        const bool was = m_unreadable.erase(box) > 0;
        if (notANumber)
            m_unreadable.insert(box);
        if (was != notANumber)
            say();
    });
    return box;
}

void RowForm::say()
{
    if (!m_filling)
        emit edited();
}

void RowForm::nameMissing()
{
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        if (!m_cells[i].missing)
            continue;
        if (auto* box = qobject_cast<NumberBox*>(m_editors[i]))
            box->setNullText(tr("no value"));
        else if (auto* list = qobject_cast<QComboBox*>(m_editors[i]))
            list->setItemText(list->count() - 1, tr("no value"));
    }
}

void RowForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        nameMissing();
    QWidget::changeEvent(event);
}

void RowForm::setValues(const std::vector<CellValue>& values)
{
    Q_ASSERT(values.size() == m_cells.size());
    m_filling = true;
    m_unreadable.clear();
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (auto* box = qobject_cast<NumberBox*>(m_editors[i]))
            box->setValue(values[i].number);
        else if (auto* list = qobject_cast<QComboBox*>(m_editors[i]))
            list->setCurrentIndex(static_cast<int>(values[i].number));
        else if (auto* line = qobject_cast<QLineEdit*>(m_editors[i]))
            line->setText(QString::fromStdString(values[i].text));
    }
    m_filling = false;
}

bool RowForm::isProblem(std::size_t cell) const
{
    const auto* box = qobject_cast<NumberBox*>(m_editors[cell]);
    return box
        && (m_unreadable.contains(box) || (!box->value() && !m_cells[cell].missing)
            || std::abs(box->value().value_or(0)) > static_cast<double>(std::numeric_limits<float>::max()));
}

QString RowForm::problem() const
{
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        if (isProblem(i))
            return tr("“%1” takes a number, such as 12.5 or -3e4.")
                .arg(QString::fromStdString(m_cells[i].name));
    return {};
}

std::optional<std::vector<CellValue>> RowForm::values() const
{
    std::vector<CellValue> values(m_cells.size());
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        if (isProblem(i))
            return std::nullopt;
        if (const auto* box = qobject_cast<NumberBox*>(m_editors[i])) {
            values[i].number = box->value() ? *box->value() : *m_cells[i].missing;
        } else if (const auto* list = qobject_cast<QComboBox*>(m_editors[i])) {
            values[i].number = list->currentIndex();
        } else if (const auto* line = qobject_cast<QLineEdit*>(m_editors[i])) {
            values[i].text = line->text().toStdString();
        }
    }
    return values;
}

} // namespace lamina
