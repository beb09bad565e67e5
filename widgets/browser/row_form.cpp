#include "widgets/browser/row_form.h"

#include "widgets/common/theme.h"
#include "widgets/inspector/number_box.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace lamina {
namespace {

constexpr int longestName = 180; // pixels; a longer one is cut and stands in the tool tip
constexpr double anything = 1e30;

} // namespace

RowForm::RowForm(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, Theme::unit, 0);
    m_grid->setHorizontalSpacing(2 * Theme::unit);
    m_grid->setVerticalSpacing(Theme::unit);
    m_grid->setColumnStretch(1, 1);
}

void RowForm::setCells(const std::vector<RowCell>& cells)
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_editors.clear();
    m_cells = cells;
    int row = 0;
    for (const RowCell& cell : m_cells) {
        const QString name = QString::fromStdString(cell.name);
        auto* label = new QLabel(this);
        label->setText(label->fontMetrics().elidedText(name, Qt::ElideMiddle, longestName));
        label->setToolTip(name);
        QWidget* editor = makeEditor(cell);
        editor->setAccessibleName(name);
        editor->setToolTip(name);
        label->setBuddy(editor);
        m_grid->addWidget(label, row, 0);
        m_grid->addWidget(editor, row, 1);
        m_editors.push_back(editor);
        ++row;
    }
    m_grid->setRowStretch(row, 1);
}

QWidget* RowForm::makeEditor(const RowCell& cell)
{
    const auto say = [this] {
        if (!m_filling)
            emit edited();
    };
    switch (cell.kind) {
    case RowCell::Kind::Number: {
        auto* box = new NumberBox(NumberBox::Numbers::Real, -anything, anything, false, this);
        box->setValue(0);
        box->setMaximumWidth(160);
        connect(box, &NumberBox::edited, this, say);
        return box;
    }
    case RowCell::Kind::Choice: {
        auto* list = new QComboBox(this);
        for (const std::string& choice : cell.choices)
            list->addItem(choice.empty() ? QStringLiteral("–") : QString::fromStdString(choice));
        list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        list->setMinimumContentsLength(8);
        connect(list, &QComboBox::currentIndexChanged, this, say);
        return list;
    }
    case RowCell::Kind::Letters:
    case RowCell::Kind::Words:
        break;
    }
    auto* line = new QLineEdit(this);
    connect(line, &QLineEdit::textEdited, this, say);
    return line;
}

void RowForm::setValues(const std::vector<CellValue>& values)
{
    Q_ASSERT(values.size() == m_cells.size());
    m_filling = true;
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

std::optional<std::vector<CellValue>> RowForm::values() const
{
    std::vector<CellValue> values(m_cells.size());
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        if (const auto* box = qobject_cast<NumberBox*>(m_editors[i])) {
            if (!box->value())
                return std::nullopt;
            values[i].number = *box->value();
        } else if (const auto* list = qobject_cast<QComboBox*>(m_editors[i])) {
            values[i].number = list->currentIndex();
        } else if (const auto* line = qobject_cast<QLineEdit*>(m_editors[i])) {
            values[i].text = line->text().toStdString();
        }
    }
    return values;
}

} // namespace lamina
