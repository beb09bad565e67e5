#include "widgets/inspector/block_panel.h"

#include "widgets/common/labels.h"
#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"
#include "widgets/inspector/advice_list.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lamina {

namespace {
enum Fact { Input, Output, Reads, ReadBy, Parameters };

QString namesOf(const std::vector<TensorRef>& tensors)
{
    QStringList names;
    for (const TensorRef& tensor : tensors)
        if (const QString name = QString::fromStdString(tensor.layer); !names.contains(name))
            names += name;
    return names.isEmpty() ? QStringLiteral("–") : names.join(QStringLiteral(", "));
}

QString orDash(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("–") : text;
}
} // namespace

BlockPanel::BlockPanel(QWidget* parent) : QWidget(parent)
{
    setProperty("side", true);
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::unit, 12, Theme::unit, Theme::unit);
    layout->setSpacing(Theme::unit);
    m_title = wrappedLabel("section", this);
    layout->addWidget(m_title);

    m_nameLabel = new QLabel(this);
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("blockPanelName"));
    m_nameLabel->setBuddy(m_name);
    m_nameFault = wrappedLabel("fault", this);
    m_nameFault->hide();
    auto* facts = new QGridLayout;
    facts->setHorizontalSpacing(Theme::unit);
    facts->setVerticalSpacing(4);
    facts->setColumnStretch(1, 1);
    facts->setColumnMinimumWidth(0, 96);
    facts->addWidget(m_nameLabel, 0, 0);
    facts->addWidget(m_name, 0, 1);
    facts->addWidget(m_nameFault, 1, 0, 1, 2);
    for (int i = 0; i < 5; ++i) {
        m_factLabels[i] = new QLabel(this);
        m_factLabels[i]->setProperty("role", QStringLiteral("muted"));
        m_factTexts[i] = wrappedLabel("", this);
        m_factTexts[i]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        facts->addWidget(m_factLabels[i], 2 + i, 0, Qt::AlignTop);
        facts->addWidget(m_factTexts[i], 2 + i, 1);
    }
    layout->addLayout(facts);
    m_problems = new AdviceList(this);
    layout->addWidget(m_problems);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(4);
    layout->addLayout(m_buttons);

    connect(m_name, &QLineEdit::textEdited, this, &BlockPanel::checkName);
    connect(m_name, &QLineEdit::editingFinished, this, &BlockPanel::finishName);
    connect(m_problems, &AdviceList::fixRequested, this, &BlockPanel::fixRequested);
    connect(m_problems, &AdviceList::layerRequested, this, &BlockPanel::layerRequested);
    retranslate();
}

void BlockPanel::addActions(const QList<QAction*>& actions)
{
    for (QAction* action : actions) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch(1);
}

void BlockPanel::showBlock(const QString& name, const BlockFacts& facts, const std::vector<Advice>& advice)
{
    const bool another = m_block != name;
    m_block = name;
    m_facts = facts;
    m_advice.clear();
    for (const Advice& each : advice)
        if (facts.layers.contains(QString::fromStdString(each.fault.where.layer)))
            m_advice.push_back(each);
    if (another) {
        m_name->setText(name);
        checkName();
    }
    m_title->setText(tr("Block of %n layers", nullptr, static_cast<int>(facts.layers.size())));
    m_title->setToolTip(facts.layers.join(QStringLiteral(", ")));
    QString parameters = number::full(facts.parameters);
    if (facts.trainableParameters != facts.parameters)
        parameters = tr("%1, of them trained %2").arg(parameters, number::full(facts.trainableParameters));
    m_factTexts[Input]->setText(orDash(facts.input));
    m_factTexts[Output]->setText(orDash(facts.output));
    m_factTexts[Reads]->setText(namesOf(facts.ends.inputs));
    m_factTexts[ReadBy]->setText(namesOf(facts.ends.outputs));
    m_factTexts[Parameters]->setText(parameters);
    m_problems->setVisible(!m_advice.empty());
    m_problems->setAdvice(m_advice, true);
}

void BlockPanel::checkName()
{
    const QString fault =
        m_nameCheck && !m_block.isEmpty() ? m_nameCheck(m_block, m_name->text().trimmed()) : QString();
    m_nameFault->setText(fault);
    m_nameFault->setVisible(!fault.isEmpty());
    setStyleProperty(m_name, "invalid", !fault.isEmpty());
}

void BlockPanel::finishName()
{
    const QString wanted = m_name->text().trimmed();
    if (m_block.isEmpty() || wanted == m_block)
        return;
    checkName();
    if (m_nameFault->text().isEmpty()) {
        emit renameRequested(m_block, wanted);
        return;
    }
    m_name->setText(m_block);
    checkName();
}

void BlockPanel::retranslate()
{
    m_nameLabel->setText(tr("Name"));
    m_name->setAccessibleName(tr("Name of the block"));
    m_name->setToolTip(tr("What the canvas calls these layers together (F2 on the canvas)"));
    const QString labels[] = {tr("Input"), tr("Output"), tr("Reads"), tr("Leads out"), tr("Parameters")};
    const QString tips[] = {tr("The size of one sample before the block, without the batch"),
                            tr("The size of one sample behind the block, without the batch"),
                            tr("The layers outside that layers of the block read"),
                            tr("The layers of the block that others read, or nobody"),
                            tr("The numbers that the layers of the block hold together")};
    for (int i = 0; i < 5; ++i) {
        m_factLabels[i]->setText(labels[i]);
        m_factTexts[i]->setToolTip(tips[i]);
    }
}

void BlockPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    showBlock(QString(m_block), BlockFacts(m_facts), std::vector<Advice>(m_advice));
}

} // namespace lamina
