#include "widgets/designer/repeat_dialog.h"

#include "widgets/common/theme.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <utility>

namespace lamina {

namespace {
constexpr int mostCopies = 99;
} // namespace

RepeatDialog::RepeatDialog(const QString& what, LookAhead lookAhead, QWidget* parent)
    : QDialog(parent), m_lookAhead(std::move(lookAhead)), m_copies(new QSpinBox(this)),
      m_outlook(new QLabel(this)), m_problem(new QLabel(this))
{
    setWindowTitle(tr("Repeat %1").arg(what));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::unit, 2 * Theme::unit, 2 * Theme::unit, 2 * Theme::unit);
    layout->setSpacing(Theme::unit);
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(tr("Copies to put behind it"), this);
    label->setBuddy(m_copies);
    m_copies->setRange(1, mostCopies);
    m_copies->setAccessibleName(label->text());
    m_copies->setToolTip(tr("Each copy reads what the one before it gives"));
    row->addWidget(label);
    row->addWidget(m_copies);
    row->addStretch(1);
    layout->addLayout(row);
    m_problem->setProperty("role", QStringLiteral("fault"));
    for (QLabel* text : {m_outlook, m_problem}) {
        text->setWordWrap(true);
        text->setMinimumWidth(360);
        layout->addWidget(text);
    }
    layout->addStretch(1);
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* repeat = buttons->addButton(tr("Repeat"), QDialogButtonBox::AcceptRole);
    setStyleProperty(repeat, "accent", true);
    repeat->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copies, &QSpinBox::valueChanged, this, &RepeatDialog::lookAt);
    lookAt(m_copies->value());
    m_copies->selectAll();
}

int RepeatDialog::copies() const
{
    return m_copies->value();
}

void RepeatDialog::lookAt(int copies)
{
    const Outlook outlook = m_lookAhead(copies);
    m_outlook->setText(outlook.text);
    m_problem->setText(outlook.problem);
    m_problem->setVisible(!outlook.problem.isEmpty());
    m_copies->setAccessibleDescription(outlook.text + QLatin1Char(' ') + outlook.problem);
}

} // namespace lamina
