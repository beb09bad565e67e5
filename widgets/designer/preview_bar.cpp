#include "widgets/designer/preview_bar.h"

#include "widgets/common/icons.h"
#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <limits>

namespace lamina {

namespace {
constexpr int leastLabel = 120; // pixels of what is said of the sample

QToolButton* barTool(const char* iconName, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon(QString::fromLatin1(iconName)));
    button->setIconSize(QSize(16, 16));
    return button;
}

// Gives way where there is little room, down to so many pixels, and tells all of it when pointed at.
class YieldingLabel final : public QLabel {
public:
    YieldingLabel(int least, QWidget* parent) : QLabel(parent), m_least(least) { }
    QSize minimumSizeHint() const override
    {
        return {std::min(m_least, sizeHint().width()), QLabel::minimumSizeHint().height()};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        style()->drawItemText(&painter, contentsRect(), Qt::AlignLeft | Qt::AlignVCenter, palette(),
                              isEnabled(), fontMetrics().elidedText(text(), Qt::ElideRight, width()),
                              foregroundRole());
    }

private:
    int m_least;
};
} // namespace

PreviewBar::PreviewBar(QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_of(new QLabel(this)),
      m_label(new YieldingLabel(leastLabel, this)), m_weights(new YieldingLabel(0, this)),
      m_sample(new QSpinBox(this)), m_previous(barTool("chevron-left", this)),
      m_next(barTool("chevron-right", this)), m_anyOther(barTool("shuffle", this))
{
    setObjectName(QStringLiteral("previewBar"));
    setProperty("bar", true);
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * Theme::unit, 4, 2 * Theme::unit, 4);
    layout->setSpacing(4);
    m_sample->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_sample->setKeyboardTracking(false);
    m_sample->setAlignment(Qt::AlignRight);
    m_sample->setFixedWidth(72);
    m_title->setBuddy(m_sample);
    m_of->setProperty("role", QStringLiteral("muted"));
    m_label->setTextFormat(Qt::PlainText);
    m_weights->setProperty("role", QStringLiteral("muted"));
    for (QWidget* each : std::initializer_list<QWidget*>{m_title, m_previous, m_sample, m_next, m_of})
        layout->addWidget(each);
    layout->addWidget(m_anyOther);
    layout->addSpacing(Theme::unit);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_weights);
    connect(m_previous, &QToolButton::clicked, this, &PreviewBar::previous);
    connect(m_next, &QToolButton::clicked, this, &PreviewBar::next);
    connect(m_anyOther, &QToolButton::clicked, this, &PreviewBar::anyOther);
    connect(m_sample, &QSpinBox::valueChanged, this, [this](int value) { want(value); });
    retranslate();
}

QSize PreviewBar::minimumSizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    int width = margins.left() + margins.right();
    for (const QWidget* tool : std::initializer_list<QWidget*>{m_previous, m_sample, m_next, m_anyOther})
        width += roomFor(tool);
    return {width, layout()->minimumSize().height()};
}

int PreviewBar::roomFor(const QWidget* part) const
{
    return std::clamp(part->sizeHint().width(), part->minimumWidth(), part->maximumWidth())
        + layout()->spacing();
}

// Where room is short, words go before buttons do: what is said of the sample last.
void PreviewBar::fitParts()
{
    int left = width() - minimumSizeHint().width();
    left -= std::min(m_label->sizeHint().width(), leastLabel) + 2 * Theme::unit;
    m_label->setVisible(left >= 0);
    left -= roomFor(m_of);
    m_of->setVisible(left >= 0);
    left -= roomFor(m_title);
    m_title->setVisible(left >= 0);
    left -= std::min(roomFor(m_weights), leastLabel);
    m_weights->setVisible(left >= 0);
}

void PreviewBar::setState(const State& state)
{
    m_state = state;
    retranslate();
}

void PreviewBar::want(qint64 sample)
{
    if (sample == m_state.sample)
        return;
    m_state.sample = sample; // pressed again, the next one is meant, also before this one is shown
    const QSignalBlocker quiet(m_sample);
    m_sample->setValue(static_cast<int>(sample));
    emit sampleWanted(sample);
}

void PreviewBar::previous()
{
    if (m_state.samples > 0)
        want(m_state.sample > 0 ? m_state.sample - 1 : m_state.samples - 1);
}

void PreviewBar::next()
{
    if (m_state.samples > 0)
        want((m_state.sample + 1) % m_state.samples);
}

void PreviewBar::anyOther()
{
    if (m_state.samples > 1)
        want((m_state.sample + 1 + QRandomGenerator::global()->bounded(m_state.samples - 1))
             % m_state.samples);
}

void PreviewBar::retranslate()
{
    const QSignalBlocker quiet(m_sample);
    m_sample->setRange(
        0, static_cast<int>(std::clamp<qint64>(m_state.samples - 1, 0, std::numeric_limits<int>::max())));
    if (!m_sample->hasFocus() || m_state.samples > 0)
        m_sample->setValue(static_cast<int>(m_state.sample));
    for (QWidget* each : std::initializer_list<QWidget*>{m_sample, m_previous, m_next, m_anyOther})
        each->setEnabled(m_state.samples > 1);
    m_title->setText(tr("Sample"));
    m_of->setText(m_state.samples > 0 ? tr("of %1").arg(number::full(m_state.samples)) : QString());
    const bool fault = !m_state.fault.isEmpty();
    const QString label = fault   ? m_state.fault
        : m_state.label.isEmpty() ? QString()
                                  : tr("It is: %1").arg(m_state.label);
    setStyleProperty(m_label, "role", fault ? QStringLiteral("fault") : QString());
    m_label->setText(label);
    m_label->setToolTip(label);
    m_weights->setText(fault ? QString() : m_state.weights);
    m_weights->setToolTip(m_weights->text());
    fitParts();
    const auto say = [](QWidget* control, const QString& text, const char* key) {
        control->setToolTip(key ? QStringLiteral("%1 (%2)").arg(text, QLatin1String(key)) : text);
        control->setAccessibleName(text);
    };
    say(m_previous, tr("The sample before"), "[");
    say(m_next, tr("The next sample"), "]");
    say(m_anyOther, tr("Any other sample"), "A");
    say(m_sample, tr("Sample of the training part that the layers show"), nullptr);
}

void PreviewBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitParts();
}

void PreviewBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace lamina
