#include "widgets/common/message_bar.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace lamina {
namespace {

constexpr int longestDetails = 200; // pixels; more scrolls

QToolButton* smallButton(const QString& iconName, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setIconSize({18, 18});
    return button;
}

// "what" in the text's colour, "where" and "what to do" muted below it.
QString inMarkup(const Fault& fault)
{
    const QString muted = Theme::instance().colours().muted.name();
    QString markup = QStringLiteral("<p style='margin:0 0 8px 0'>%1").arg(faultTitle(fault).toHtmlEscaped());
    const QString place = faultPlace(fault);
    if (!place.isEmpty())
        markup += QStringLiteral("<br><span style='color:%1'>%2</span>").arg(muted, place.toHtmlEscaped());
    const QString remedy = faultRemedy(fault);
    if (!remedy.isEmpty())
        markup += QStringLiteral("<br>%1").arg(remedy.toHtmlEscaped());
    return markup + QStringLiteral("</p>");
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_title(new QLabel(this)), m_details(new QLabel),
      m_scroll(new QScrollArea(this)), m_actions(new QHBoxLayout), m_expand(new QPushButton(this)),
      m_copy(smallButton(QStringLiteral("copy"), this)), m_close(smallButton(QStringLiteral("close"), this))
{
    setObjectName(QStringLiteral("messageBar"));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setWordWrap(true);
    m_details->setTextFormat(Qt::RichText);
    m_details->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_scroll->setWidget(m_details);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_details->setAutoFillBackground(false);
    m_expand->setProperty("flat", true);

    auto* line = new QHBoxLayout;
    line->setSpacing(Theme::unit);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_title, 1);
    line->addLayout(m_actions);
    line->addWidget(m_expand, 0, Qt::AlignTop);
    line->addWidget(m_copy, 0, Qt::AlignTop);
    line->addWidget(m_close, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::unit, Theme::unit, Theme::unit, Theme::unit);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_scroll);

    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        const QString text = m_detailsText.isEmpty()
            ? m_title->text()
            : m_title->text() + QStringLiteral("\n\n") + m_detailsText;
        QApplication::clipboard()->setText(text);
    });
    connect(m_expand, &QPushButton::clicked, this, [this] { setExpanded(!showsDetails()); });
    connect(&Theme::instance(), &Theme::changed, this, &MessageBar::restyle);
    retranslate();
    restyle();
    hide();
}

void MessageBar::showFaults(const QString& title, const Faults& faults)
{
    m_kind = Kind::Fault;
    m_faults = faults;
    m_detailsText = faultsInOneText(faults);
    QString shown;
    for (const Fault& fault : faults)
        shown += inMarkup(fault);
    present(title, shown);
    setExpanded(true);
}

void MessageBar::showMessage(Kind kind, const QString& title, const QString& details,
                             const QStringList& actions)
{
    m_kind = kind;
    m_faults.clear();
    m_detailsText = details;
    present(title, details.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(details.toHtmlEscaped()),
            actions);
    setExpanded(!details.isEmpty());
}

void MessageBar::present(const QString& title, const QString& shown, const QStringList& actions)
{
    while (const std::unique_ptr<QLayoutItem> item{m_actions->takeAt(0)})
        item->widget()->deleteLater();
    for (int i = 0; i < actions.size(); ++i) {
        auto* button = new QPushButton(actions.at(i), this);
        connect(button, &QPushButton::clicked, this, [this, i] {
            dismiss();
            emit actionChosen(i);
        });
        m_actions->addWidget(button);
    }
    m_title->setText(title);
    m_details->setText(shown);
    m_expand->setVisible(!shown.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(m_detailsText);
    restyle();
    show();
}

void MessageBar::dismiss()
{
    if (isHidden())
        return;
    hide();
    m_faults.clear();
    m_detailsText.clear();
    emit dismissed();
}

QString MessageBar::title() const
{
    return m_title->text();
}

bool MessageBar::showsDetails() const
{
    return !m_scroll->isHidden();
}

void MessageBar::setExpanded(bool expanded)
{
    m_scroll->setVisible(expanded);
    if (expanded) {
        const int width = std::max(this->width() - 6 * Theme::unit, 400);
        m_scroll->setFixedHeight(std::min(m_details->heightForWidth(width) + 4, longestDetails));
    }
    retranslate();
}

void MessageBar::retranslate()
{
    m_expand->setText(showsDetails() ? tr("Hide details") : tr("Show details"));
    m_copy->setToolTip(tr("Copy this message"));
    m_copy->setAccessibleName(tr("Copy this message"));
    m_close->setToolTip(tr("Dismiss (Esc)"));
    m_close->setAccessibleName(tr("Dismiss"));
}

void MessageBar::restyle()
{
    const ThemeColours& c = Theme::instance().colours();
    QColor tone = c.accent;
    QString iconName = QStringLiteral("info");
    switch (m_kind) {
    case Kind::Fault:
        tone = c.fault;
        iconName = QStringLiteral("fault");
        break;
    case Kind::Caution:
        tone = c.caution;
        iconName = QStringLiteral("warning");
        break;
    case Kind::Good:
        tone = c.good;
        iconName = QStringLiteral("good");
        break;
    case Kind::Note:
        break;
    }
    m_icon->setPixmap(icon(iconName, tone).pixmap(QSize(20, 20), devicePixelRatioF()));
    m_icon->setFixedHeight(Theme::controlHeight);
    m_title->setMinimumHeight(Theme::controlHeight);
    setStyleSheet(QStringLiteral("#messageBar { background: %1; border: 0; border-left: 4px solid %2; "
                                 "border-bottom: 1px solid %3; }")
                      .arg(mixed(c.surface, tone, c.dark ? 0.12 : 0.06).name(), tone.name(), c.line.name()));
    m_title->setFont(Theme::instance().font(Theme::Body, true));
}

void MessageBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (!m_faults.empty() && !isHidden()) {
            const Faults faults = m_faults;
            showFaults(m_title->text(), faults);
        }
    }
    QFrame::changeEvent(event);
}

void MessageBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

} // namespace lamina
