#include "widgets/inspector/layer_name_row.h"

#include "widgets/common/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace lamina {

LayerNameRow::LayerNameRow(QWidget* parent)
    : QWidget(parent), m_label(new QLabel(this)), m_line(new QLineEdit(this)), m_fault(new QLabel(this))
{
    m_line->setObjectName(QStringLiteral("layerName"));
    m_label->setBuddy(m_line);
    m_label->setMinimumWidth(96);
    m_fault->setWordWrap(true);
    m_fault->setProperty("role", QStringLiteral("fault"));
    m_fault->hide();
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, Theme::unit, 0);
    layout->setHorizontalSpacing(4);
    layout->setVerticalSpacing(Theme::unit);
    layout->addWidget(m_label, 0, 0);
    layout->addWidget(m_line, 0, 1);
    layout->addWidget(m_fault, 1, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    connect(m_line, &QLineEdit::textEdited, this, &LayerNameRow::check);
    connect(m_line, &QLineEdit::editingFinished, this, &LayerNameRow::finish);
}

void LayerNameRow::setLayer(const QString& name)
{
    if (name == m_layer)
        return;
    m_layer = name;
    m_line->setText(name);
    check();
}

void LayerNameRow::check()
{
    const QString fault =
        m_check && !m_layer.isEmpty() ? m_check(m_layer, m_line->text().trimmed()) : QString();
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    setStyleProperty(m_line, "invalid", !fault.isEmpty());
}

void LayerNameRow::finish()
{
    const QString wanted = m_line->text().trimmed();
    if (m_layer.isEmpty() || wanted == m_layer)
        return;
    check();
    if (m_fault->text().isEmpty()) {
        emit renameRequested(m_layer, wanted);
        return;
    }
    m_line->setText(m_layer);
    check();
}

void LayerNameRow::edit()
{
    m_line->setFocus(Qt::OtherFocusReason);
    m_line->selectAll();
}

void LayerNameRow::retranslate()
{
    m_label->setText(tr("Name"));
    m_line->setAccessibleName(tr("Name of the layer"));
    m_line->setToolTip(tr("How other layers and saved weights call this layer."));
}

} // namespace lamina
