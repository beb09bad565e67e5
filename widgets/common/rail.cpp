#include "widgets/common/rail.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

#include <QButtonGroup>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace lamina {
namespace {

constexpr int railWidth = 76;
constexpr int buttonHeight = 62;
constexpr int railIconSide = 24;

} // namespace

RailButton::RailButton(const QString& iconName, QWidget* parent)
    : QAbstractButton(parent), m_iconName(iconName)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void RailButton::setWork(bool working, double fraction)
{
    // A step changes the ring by less than a pixel most of the time.
    if (working == m_working && std::abs(fraction - m_fraction) < 0.004)
        return;
    m_working = working;
    m_fraction = fraction;
    update();
}

QSize RailButton::sizeHint() const
{
    return {railWidth, buttonHeight};
}

void RailButton::enterEvent(QEnterEvent*)
{
    update();
}

void RailButton::leaveEvent(QEvent*)
{
    update();
}

// A window that opens begins here; a ring around it would point at nothing that was pressed.
void RailButton::focusInEvent(QFocusEvent* event)
{
    m_reachedByKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QAbstractButton::focusInEvent(event);
}

void RailButton::paintEvent(QPaintEvent*)
{
    const ThemeColours& c = Theme::instance().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plate = QRectF(rect()).adjusted(6, 3, -6, -3);
    if (isChecked() || underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? c.selection : mixed(c.surface, c.muted, c.dark ? 0.16 : 0.09));
        painter.drawRoundedRect(plate, Theme::radius, Theme::radius);
    }
    if (hasFocus() && m_reachedByKey) {
        painter.setPen(QPen(c.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(plate.adjusted(1, 1, -1, -1), Theme::radius, Theme::radius);
    }
    const QRect iconPlace((width() - railIconSide) / 2, 10, railIconSide, railIconSide);
    const QColor ink = isChecked() ? (c.dark ? c.text : c.accent) : c.muted;
    lamina::icon(m_iconName, isEnabled() ? ink : mixed(c.muted, c.surface, 0.5)).paint(&painter, iconPlace);
    if (m_working)
        paintRing(painter, QRectF(iconPlace.right() - 4, iconPlace.top() - 5, 13, 13));

    painter.setFont(Theme::instance().font(Theme::Small, isChecked()));
    painter.setPen(isChecked() ? c.text : c.muted);
    painter.drawText(QRect(0, 36, width(), 18), Qt::AlignCenter, text());
}

// A dot with the share that is done around it.
void RailButton::paintRing(QPainter& painter, const QRectF& ring) const
{
    const ThemeColours& c = Theme::instance().colours();
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? c.selection : c.surface);
    painter.drawEllipse(ring.adjusted(-2, -2, 2, 2));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(c.line, 2.5));
    painter.drawEllipse(ring.adjusted(1, 1, -1, -1));
    painter.setPen(QPen(c.good, 2.5, Qt::SolidLine, Qt::FlatCap));
    if (m_fraction > 0)
        painter.drawArc(ring.adjusted(1, 1, -1, -1), 90 * 16,
                        -static_cast<int>(std::clamp(m_fraction, 0.0, 1.0) * 360 * 16));
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.good);
    painter.drawEllipse(ring.center(), 2.2, 2.2);
}

Rail::Rail(QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_layout(new QVBoxLayout(this))
{
    setFixedWidth(railWidth);
    m_layout->setContentsMargins(0, Theme::unit, 1, Theme::unit);
    m_layout->setSpacing(2);
    m_layout->addStretch(1);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, &Rail::modeChosen);
}

int Rail::addMode(const QString& iconName)
{
    auto* button = new RailButton(iconName, this);
    const int mode = static_cast<int>(m_buttons.size());
    m_layout->insertWidget(mode, button);
    m_group->addButton(button, mode);
    m_buttons << button;
    return mode;
}

void Rail::setWords(int mode, const QString& label, const QString& tip)
{
    RailButton* button = m_buttons.at(mode);
    button->setText(label);
    button->setToolTip(tip);
    button->setAccessibleName(label);
    button->setAccessibleDescription(tip);
}

void Rail::setCurrent(int mode)
{
    m_buttons.at(mode)->setChecked(true);
}

int Rail::current() const
{
    return m_group->checkedId();
}

void Rail::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const int next = current() + step;
    if (step == 0 || next < 0 || next >= m_buttons.size()) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_buttons.at(next)->setFocus(Qt::TabFocusReason);
    m_buttons.at(next)->click();
}

void Rail::paintEvent(QPaintEvent*)
{
    const ThemeColours& c = Theme::instance().colours();
    QPainter painter(this);
    painter.fillRect(rect(), c.surface);
    painter.fillRect(width() - 1, 0, 1, height(), c.line);
}

} // namespace lamina
