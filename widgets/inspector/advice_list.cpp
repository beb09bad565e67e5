#include "widgets/inspector/advice_list.h"

#include "widgets/common/theme.h"
#include "widgets/common/words.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace lamina {

AdviceList::AdviceList(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Theme::unit);
    connect(&Theme::instance(), &Theme::changed, this, &AdviceList::restyle);
    restyle();
    hide();
}

void AdviceList::setAdvice(const std::vector<Advice>& advice, bool named)
{
    if (advice == m_advice && named == m_named)
        return; // a button keeps the keyboard
    m_advice = advice;
    m_named = named;
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its button may be what asked for this
        delete item;
    }
    for (const Advice& each : advice)
        m_layout->addWidget(entryFor(each));
    setVisible(!advice.empty());
}

QWidget* AdviceList::entryFor(const Advice& advice)
{
    auto* entry = new QFrame(this);
    entry->setObjectName(advice.blocks ? QStringLiteral("adviceFault") : QStringLiteral("adviceCaution"));
    auto* layout = new QVBoxLayout(entry);
    layout->setContentsMargins(12, Theme::unit, Theme::unit, Theme::unit);
    layout->setSpacing(4);
    QString text = QStringLiteral("<b>%1</b>").arg(faultTitle(advice.fault).toHtmlEscaped());
    const QString layer = QString::fromStdString(advice.fault.where.layer);
    if (m_named && !layer.isEmpty())
        text = QStringLiteral("<a href=\"%1\" style=\"color: %2\">%1</a><br/>")
                   .arg(layer.toHtmlEscaped(), Theme::instance().colours().accent.name())
            + text;
    if (const QString remedy = faultRemedy(advice.fault); !remedy.isEmpty())
        text += QStringLiteral("<br/>%1").arg(remedy.toHtmlEscaped());
    auto* label = new QLabel(text, entry);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse
                                   | Qt::LinksAccessibleByKeyboard);
    connect(label, &QLabel::linkActivated, this, [this, layer] { emit layerRequested(layer); });
    layout->addWidget(label);
    for (const Fix& fix : advice.fixes) {
        auto* button = new QPushButton(words(fix.label), entry);
        button->setAccessibleDescription(faultTitle(advice.fault));
        connect(button, &QPushButton::clicked, this, [this, fix] { emit fixRequested(fix); });
        layout->addWidget(button, 0, Qt::AlignLeft);
    }
    return entry;
}

void AdviceList::restyle()
{
    const ThemeColours& colours = Theme::instance().colours();
    const auto box = [&](const char* name, const QColor& colour) {
        return QStringLiteral(
                   "#%1 { background: %2; border: 0; border-left: 3px solid %3; border-radius: 3px; }"
                   "#%1 QLabel { color: %4; }")
            .arg(QString::fromLatin1(name), mixed(colours.surface, colour, 0.1).name(), colour.name(),
                 colours.text.name());
    };
    setStyleSheet(box("adviceFault", colours.fault) + box("adviceCaution", colours.caution));
}

} // namespace lamina
