// The part of a layer's card that shows what the layer gives for the current sample.
#include "widgets/designer/activation_painter.h"
#include "widgets/designer/layer_node.h"

#include "widgets/common/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace lamina {

namespace {
constexpr double inset = 12;
constexpr double captionHeight = 16;
constexpr double smallestCaption = 0.45; // as the card's other words
} // namespace

void LayerNode::setPreviewShown(bool shown)
{
    if (m_previewShown == shown)
        return;
    prepareGeometryChange();
    m_previewShown = shown;
    m_preview.reset();
    m_previewNote.clear();
    m_previewPixmap = {};
    update();
}

void LayerNode::setPreview(std::shared_ptr<const ActivationPicture> picture, const QString& note)
{
    if (!m_previewShown || (picture == m_preview && note == m_previewNote))
        return;
    m_preview = std::move(picture);
    m_previewNote = note;
    m_previewPixmap = {};
    update(previewRect());
}

QRectF LayerNode::previewRect() const
{
    return m_previewShown ? QRectF(inset, headHeight() - 4, width - 2 * inset, previewHeight - inset + 4)
                          : QRectF();
}

// The picture is kept in a size near the one it is seen in: drawing maps anew in each frame would make
// scrolling slow.
void LayerNode::paintPreview(QPainter* painter, double scale, double ratio)
{
    const ThemeColours& colours = Theme::instance().colours();
    const QRectF whole = previewRect();
    const QRectF room = whole.adjusted(0, 0, 0, -captionHeight);
    const bool readable = scale >= smallestCaption;
    painter->setFont(Theme::instance().font(Theme::Small));
    if (!m_preview) {
        painter->setPen(QPen(colours.line, 1, Qt::DashLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(whole, 4, 4);
        painter->setPen(colours.muted);
        if (readable)
            painter->drawText(whole.adjusted(8, 4, -8, -4), Qt::AlignCenter | Qt::TextWordWrap,
                              m_previewNote);
        return;
    }
    const double fine = std::exp2(std::clamp(std::ceil(std::log2(scale * ratio) - 0.01), -2.0, 2.0));
    const QSize pixels = (room.size() * fine).toSize();
    if (m_previewPixmap.size() != pixels) {
        m_previewPixmap = QPixmap(pixels);
        m_previewPixmap.fill(Qt::transparent);
        QPainter onto(&m_previewPixmap);
        onto.scale(fine, fine);
        paintActivation(onto, {QPointF(), room.size()}, *m_preview);
    }
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawPixmap(room, m_previewPixmap, QRectF(m_previewPixmap.rect()));
    if (!readable)
        return;
    const ActivationCaption caption = captionOf(*m_preview);
    const QRectF line(whole.left(), room.bottom(), whole.width(), captionHeight);
    const QFontMetricsF metrics(painter->font());
    const QString main = metrics.elidedText(caption.main, Qt::ElideRight, line.width());
    const double left = line.width() - metrics.horizontalAdvance(main) - Theme::unit;
    painter->setPen(caption.isWarning ? colours.caution : colours.muted);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, main);
    painter->setPen(colours.muted);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                      metrics.elidedText(caption.more, Qt::ElideRight, std::max(left, 0.0)));
}

} // namespace lamina
