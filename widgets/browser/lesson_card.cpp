#include "widgets/browser/lesson_card.h"

#include "engine/model/layer_type.h"
#include "widgets/common/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace lamina {
namespace {

constexpr int lessonPictureHeight = 116;
constexpr int networkHeight = 30;
constexpr int tile = 36; // of one sample
const QColor pictureGround(0x0B0D10); // the same in both themes: the digits stand on black

} // namespace

LessonCard::LessonCard(QWidget* parent) : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(230);
    setMaximumWidth(400);
}

void LessonCard::setWords(const QString& title, const QString& line, const QString& facts)
{
    setText(title);
    m_line = line;
    m_facts = facts;
    setAccessibleName(title);
    setAccessibleDescription(line + QLatin1Char(' ') + facts);
    update();
}

void LessonCard::setPictures(const std::vector<QImage>& pictures)
{
    m_pictures = pictures;
    update();
}

void LessonCard::setSamples(const QStringList& samples)
{
    m_samples = samples;
    update();
}

void LessonCard::setNetwork(const std::vector<Layer>& layers)
{
    m_layers = layers;
    update();
}

QSize LessonCard::sizeHint() const
{
    return {300, lessonPictureHeight + networkHeight + 142};
}

void LessonCard::enterEvent(QEnterEvent*)
{
    update();
}

void LessonCard::leaveEvent(QEvent*)
{
    update();
}

void LessonCard::paintEvent(QPaintEvent*)
{
    const ThemeColours& c = Theme::instance().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPainterPath shape;
    shape.addRoundedRect(frame, 8, 8);
    painter.fillPath(shape, isDown() ? mixed(c.raised, c.muted, 0.1) : c.raised);
    painter.save();
    painter.setClipPath(shape);
    painter.setClipRect(QRect(0, 0, width(), lessonPictureHeight), Qt::IntersectClip);
    paintPictures(painter, QRect(0, 0, width(), lessonPictureHeight));
    painter.restore();
    paintNetwork(painter, QRect(16, lessonPictureHeight + 10, width() - 32, networkHeight));

    const bool strong = underMouse() || hasFocus();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(strong ? c.accent : c.line, strong ? 2 : 1));
    painter.drawPath(shape);

    const int left = 16;
    const int room = width() - 2 * left;
    int top = lessonPictureHeight + networkHeight + 18;
    painter.setFont(Theme::instance().font(Theme::Section, true));
    painter.setPen(c.text);
    const bool wraps = painter.fontMetrics().horizontalAdvance(text()) > room;
    const int titleHeight = wraps ? 2 * painter.fontMetrics().height() : 24;
    painter.drawText(QRect(left, top, room, titleHeight), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                     text());
    top += titleHeight + 2;
    const int bottom = height() - 28;
    painter.setFont(Theme::instance().font(Theme::Body));
    painter.setPen(c.muted);
    painter.drawText(QRect(left, top, room, bottom - 8 - top),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_line);
    painter.setFont(Theme::instance().font(Theme::Small));
    painter.drawText(QRect(left, bottom, room, 18), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_facts, Qt::ElideRight, room));
}

void LessonCard::paintPictures(QPainter& painter, const QRect& place) const
{
    painter.fillRect(place, pictureGround);
    if (m_pictures.empty())
        return paintSamples(painter, place);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int columns = place.width() / tile + 1;
    const int rows = place.height() / tile + 1;
    const int left = (place.width() - columns * tile) / 2;
    const int top = (place.height() - rows * tile) / 2;
    std::size_t at = 0;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const QImage& picture = m_pictures[at++ % m_pictures.size()];
            painter.drawImage(QRect(left + column * tile + 2, top + row * tile + 2, tile - 4, tile - 4),
                              picture);
        }
    }
}

// Fading downwards: there are more of them.
void LessonCard::paintSamples(QPainter& painter, const QRect& place) const
{
    painter.setFont(Theme::instance().font(Theme::Body));
    constexpr int line = 22;
    const int count = std::min<int>(static_cast<int>(m_samples.size()), place.height() / line);
    for (int i = 0; i < count; ++i) {
        painter.setPen(QColor(255, 255, 255, 230 - 150 * i / std::max(count, 1)));
        painter.drawText(
            QRect(place.left() + 16, place.top() + 6 + i * line, place.width() - 32, line),
            Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(m_samples.at(i), Qt::ElideRight, place.width() - 32));
    }
}

// The layers as bars in their families' hues, as high as what comes out of them.
void LessonCard::paintNetwork(QPainter& painter, const QRect& place) const
{
    if (m_layers.empty())
        return;
    constexpr int width = 10;
    const int count = static_cast<int>(m_layers.size());
    const double step = std::min(26.0, static_cast<double>(place.width() - width) / std::max(count - 1, 1));
    painter.setPen(QPen(Theme::instance().colours().line, 1.5));
    const double middle = place.top() + place.height() / 2.0;
    painter.drawLine(QPointF(place.left(), middle),
                     QPointF(place.left() + step * (count - 1) + width, middle));
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < count; ++i) {
        const Layer& layer = m_layers[static_cast<std::size_t>(i)];
        const double height = 6 + layer.size * (place.height() - 6);
        painter.setBrush(Theme::instance().family(layer.family));
        painter.drawRoundedRect(QRectF(place.left() + i * step, middle - height / 2, width, height), 3, 3);
    }
}

} // namespace lamina
