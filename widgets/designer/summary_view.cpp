#include "widgets/designer/summary_view.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/designer/fixed_pitch.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace lamina {

SummaryView::SummaryView(QWidget* parent)
    : QWidget(parent), m_note(new QLabel), m_table(new QPlainTextEdit), m_copy(new QPushButton)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::unit, Theme::unit, 2 * Theme::unit, Theme::unit);
    layout->setSpacing(Theme::unit);
    auto* head = new QHBoxLayout;
    m_note->setWordWrap(true);
    m_note->setProperty("role", QStringLiteral("muted"));
    m_copy->setIcon(icon(QStringLiteral("copy")));
    head->addWidget(m_note, 1);
    head->addWidget(m_copy);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    m_table->setReadOnly(true);
    m_table->setLineWrapMode(QPlainTextEdit::NoWrap);
    setFixedPitch(*m_table, Theme::unit);
    m_table->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_table->toPlainText()); });
    retranslate();
}

void SummaryView::showSummary(const QString& table)
{
    m_hasTable = true;
    retranslate();
    if (m_table->toPlainText() != table)
        m_table->setPlainText(table);
    m_copy->setEnabled(true);
}

void SummaryView::showFaults(const Faults& faults)
{
    m_hasTable = false;
    retranslate();
    m_table->setPlainText(faultsInOneText(faults));
    m_copy->setEnabled(false);
}

QString SummaryView::text() const
{
    return m_table->toPlainText();
}

void SummaryView::retranslate()
{
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the table as text"));
    m_table->setAccessibleName(tr("Summary of the model"));
    m_note->setText(m_hasTable ? tr("As Keras prints it. None stands for the batch.")
                               : tr("The summary appears as soon as these are put right:"));
}

void SummaryView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace lamina
