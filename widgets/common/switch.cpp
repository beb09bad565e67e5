#include "widgets/common/switch.h"

#include "widgets/common/theme.h"

#include <QPainter>

namespace lamina {

namespace {
constexpr QSize track(36, 20);
constexpr int ring = 3; // around the track, while it has the keyboard
} // namespace

Switch::Switch(QWidget* parent) : QCheckBox(parent)
{
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize Switch::sizeHint() const
{
    const int words = text().isEmpty() ? 0 : Theme::unit + fontMetrics().horizontalAdvance(text());
    return {track.width() + 2 * ring + words, Theme::controlHeight};
}

void Switch::paintEvent(QPaintEvent*)
{
    const ThemeColours& colours = Theme::instance().colours();
    const Qt::CheckState state = checkState();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isEnabled())
        painter.setOpacity(0.45);
    QRectF box(ring, (height() - track.height()) / 2.0, track.width(), track.height());
    if (layoutDirection() == Qt::RightToLeft)
        box.moveRight(width() - ring);
    const double round = box.height() / 2;
    if (hasFocus()) {
        painter.setPen(QPen(colours.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), round + 2, round + 2);
    }
    const bool off = state == Qt::Unchecked;
    painter.setPen(off ? QPen(colours.muted, 1) : QPen(Qt::NoPen));
    painter.setBrush(off                        ? mixed(colours.surface, colours.muted, 0.12)
                         : state == Qt::Checked ? colours.accent
                                                : mixed(colours.surface, colours.accent, 0.55));
    painter.drawRoundedRect(off ? box.adjusted(0.5, 0.5, -0.5, -0.5) : box, round, round);
    const double share = off ? 0 : state == Qt::Checked ? 1 : 0.5;
    const double side = box.height() - 6;
    painter.setPen(Qt::NoPen);
    painter.setBrush(off ? colours.muted : colours.onAccent);
    painter.drawEllipse(QRectF(box.left() + 3 + share * (box.width() - 6 - side), box.top() + 3, side, side));
    painter.setPen(colours.text);
    painter.drawText(rect().adjusted(track.width() + 2 * ring + Theme::unit, 0, 0, 0),
                     static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, text());
}

} // namespace lamina
