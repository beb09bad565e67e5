#include "widgets/designer/block_item.h"

#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/designer/layer_node.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

#include <algorithm>

namespace lamina {

namespace {
constexpr double captionLine = 15;
constexpr double smallestWithCaption = 0.6; // below this scale words are not drawn

QString shapeText(const LayerAnalysis& analysis)
{
    return analysis.outputs.empty() ? QString() : LayerNode::shapeText(analysis.outputs.front());
}
} // namespace

BlockItem::BlockItem(const LayerBlock& block, const LayerSpec& spec, const LayerAnalysis& analysis)
    : m_block(block), m_kind(LayerKind::of(spec)), m_name(QString::fromStdString(spec.name)),
      m_shape(shapeText(analysis)), m_faulty(!analysis.faults.empty())
{
    setFlag(ItemIsSelectable);
    setAcceptHoverEvents(true);
    QStringList lines{layerTypeText(spec)};
    if (!m_shape.isEmpty())
        lines += QCoreApplication::translate("LayerNode", "output %1").arg(m_shape);
    if (analysis.parameters > 0)
        lines +=
            QCoreApplication::translate("LayerNode", "%1 parameters").arg(number::full(analysis.parameters));
    for (const Fault& fault : analysis.faults)
        lines += faultTitle(fault);
    m_spoken = (QStringList{m_name} + lines).join(QStringLiteral(", "));
    QString tip = QStringLiteral("<p style='white-space:nowrap'><b>%1</b>").arg(m_name.toHtmlEscaped());
    for (const QString& line : std::as_const(lines))
        tip += QStringLiteral("<br/>") + line.toHtmlEscaped();
    setToolTip(tip + QStringLiteral("</p>"));
}

QSizeF BlockItem::wordsSize(const LayerSpec& spec, const LayerAnalysis& analysis)
{
    const QFontMetricsF metrics(Theme::instance().font(Theme::Small));
    return {std::max(metrics.horizontalAdvance(QString::fromStdString(spec.name)),
                     metrics.horizontalAdvance(shapeText(analysis)))
                + 1,
            2 * captionLine};
}

QRectF BlockItem::boundingRect() const
{
    return (m_block.bounds() | m_block.words).adjusted(-4, -4, 4, 4);
}

QPainterPath BlockItem::shape() const
{
    QPainterPath path;
    path.addPolygon(m_block.outline());
    path.closeSubpath();
    path.addRect(m_block.words);
    return path;
}

void BlockItem::hoverEnterEvent(QGraphicsSceneHoverEvent*)
{
    m_hovered = true;
    update();
}

void BlockItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*)
{
    m_hovered = false;
    update();
}

void BlockItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget)
{
    const ThemeColours& colours = Theme::instance().colours();
    const bool selected = option->state & QStyle::State_Selected;
    const bool focused = widget && widget->parentWidget() && widget->parentWidget()->hasFocus();
    const QColor hue = m_kind.colour();
    const QColor light = colours.dark ? colours.text : QColor(Qt::white);
    const QColor shade = colours.dark ? colours.window : colours.text;
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    painter->setRenderHint(QPainter::Antialiasing);
    QPen edge(mixed(hue, shade, 0.45), 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (m_block.known) {
        painter->setPen(edge);
        painter->setBrush(mixed(hue, light, 0.25));
        painter->drawRect(m_block.front);
        painter->setBrush(mixed(hue, light, 0.5));
        painter->drawPolygon(m_block.top());
        painter->setBrush(mixed(hue, shade, 0.12));
        painter->drawPolygon(m_block.side());
    }
    if (!m_block.known || m_faulty || selected || m_hovered) {
        edge.setColor(selected        ? colours.accent
                          : m_faulty  ? colours.fault
                          : m_hovered ? colours.text
                                      : colours.muted);
        // Seen from afar the selection is as wide as from near.
        edge.setWidthF((selected ? (focused ? 3 : 2.25) : 1.5) / std::clamp(scale, 0.4, 1.0));
        if (!m_block.known)
            edge.setStyle(Qt::DashLine);
        painter->setPen(edge);
        painter->setBrush(Qt::NoBrush);
        painter->drawPolygon(m_block.outline());
    }
    if (!m_block.words.isEmpty() && scale >= smallestWithCaption)
        paintWords(*painter, selected);
}

void BlockItem::paintWords(QPainter& painter, bool selected) const
{
    const ThemeColours& colours = Theme::instance().colours();
    const QFont font = Theme::instance().font(Theme::Small, selected);
    const QFontMetricsF metrics(font);
    QRectF line = m_block.words;
    line.setHeight(captionLine);
    painter.setFont(font);
    const auto write = [&](const QString& text, const QColor& colour) {
        painter.setPen(colour);
        // Wider by little than what is measured: a selected name is bold.
        painter.drawText(line.adjusted(-4, 0, 4, 0), static_cast<int>(Qt::AlignCenter) | Qt::TextSingleLine,
                         metrics.elidedText(text, Qt::ElideMiddle, line.width() + 8));
        line.translate(0, captionLine);
    };
    write(m_name, selected ? colours.accent : m_faulty ? colours.fault : colours.text);
    write(m_shape, colours.muted);
}

} // namespace lamina
