#include "widgets/designer/link_item.h"

#include "widgets/common/theme.h"
#include "widgets/designer/layer_node.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace lamina {

namespace {
constexpr double arrowHalfWidth = 4;
constexpr double corner = 12;

// Down, with upright ends.
void curve(QPainterPath& path, QPointF to)
{
    const QPointF from = path.currentPosition();
    const double pull = std::max(12.0, std::abs(to.y() - from.y()) * 0.5);
    path.cubicTo(from + QPointF(0, pull), to - QPointF(0, pull), to);
}

// Down to the height of `low`, across to the gutter, and up.
void climb(QPainterPath& path, QPointF low, QPointF high)
{
    const QPointF from = path.currentPosition();
    const double side = low.x() > from.x() ? corner : -corner;
    path.lineTo(from.x(), std::max(from.y(), low.y() - corner));
    path.quadTo({from.x(), low.y()}, {from.x() + side, low.y()});
    path.lineTo(low.x() - side, low.y());
    path.quadTo(low, {low.x(), low.y() - corner});
    path.lineTo(high.x(), high.y() + corner);
}

// From the gutter across to a target below its upper end, and in from above.
void enter(QPainterPath& path, QPointF high, QPointF to)
{
    const double side = to.x() > high.x() ? corner : -corner;
    path.quadTo(high, {high.x() + side, high.y()});
    path.lineTo(to.x() - side, high.y());
    path.quadTo({to.x(), high.y()}, {to.x(), high.y() + std::min(corner, to.y() - high.y())});
    path.lineTo(to);
}

// To a target that stands higher, by the gutter beside the source.
void aroundTo(QPainterPath& path, QPointF to, double sourceRight, double targetLeft)
{
    const double gutter = targetLeft > sourceRight ? (sourceRight + targetLeft) / 2 : sourceRight + 24;
    const QPointF high(gutter, to.y() - 20);
    climb(path, {gutter, path.currentPosition().y() + 16}, high);
    enter(path, high, to);
}
} // namespace

LinkItem::LinkItem(LayerNode* from, std::size_t output, LayerNode* to, std::size_t input)
    : m_from(from), m_to(to), m_firstCard(from), m_lastCard(to), m_output(output), m_input(input)
{
    setFlag(ItemIsSelectable);
    setAcceptHoverEvents(true);
    showTip();
}

void LinkItem::showTip()
{
    setToolTip(
        QCoreApplication::translate("LinkItem", "%1 → %2. Select it and choose a layer to put one here.")
            .arg(m_from->name(), m_to->name()));
}

LinkEnd LinkItem::end() const
{
    return {m_to->name().toStdString(), m_input};
}

void LinkItem::setCards(const GraphNode* first, const GraphNode* last)
{
    m_firstCard = first;
    m_lastCard = last;
    setVisible(first != last);
}

QPointF LinkItem::start() const
{
    return m_firstCard->placeOf({m_from->name(), true, m_output});
}

QPointF LinkItem::tip() const
{
    return m_lastCard->placeOf({m_to->name(), false, m_input});
}

void LinkItem::setBends(std::vector<QPointF> bends)
{
    m_bends = std::move(bends);
}

void LinkItem::route()
{
    const QPointF from = start();
    const QPointF to = tip() - QPointF(0, arrowLength - 1);
    Way way{from, to, m_firstCard->sceneBoundingRect().right(), m_lastCard->sceneBoundingRect().left(),
            m_bends};
    if (m_way == way)
        return;
    m_way = std::move(way);
    prepareGeometryChange();
    m_path = QPainterPath(from);
    if (to.y() < from.y() + 4 && m_bends.empty()) {
        aroundTo(m_path, to, m_way->sourceRight, m_way->targetLeft);
        return;
    }
    const QPointF* gutter = nullptr; // the upper end of that in which the link has climbed
    const auto reach = [&](QPointF point) {
        if (gutter)
            enter(m_path, *gutter, point);
        else
            curve(m_path, point);
        gutter = nullptr;
    };
    for (std::size_t i = 0; i + 1 < m_bends.size(); i += 2) {
        if (m_bends[i + 1].y() < m_bends[i].y()) {
            climb(m_path, m_bends[i], m_bends[i + 1]);
            gutter = &m_bends[i + 1];
        } else {
            reach(m_bends[i]);
            m_path.lineTo(m_bends[i + 1]);
        }
    }
    reach(to);
}

QString LinkItem::spokenText() const
{
    return QCoreApplication::translate("LinkItem", "Link from %1 to %2").arg(m_from->name(), m_to->name());
}

QPainterPath LinkItem::loosePath(QPointF from, QPointF to)
{
    QPainterPath path(from);
    curve(path, to);
    return path;
}

QRectF LinkItem::boundingRect() const
{
    return m_path.controlPointRect().adjusted(-8, -8, 8, 8 + arrowLength);
}

QPainterPath LinkItem::shape() const
{
    QPainterPathStroker stroker;
    stroker.setWidth(12);
    return stroker.createStroke(m_path);
}

void LinkItem::hoverEnterEvent(QGraphicsSceneHoverEvent*)
{
    m_hovered = true;
    update();
}

void LinkItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*)
{
    m_hovered = false;
    update();
}

void LinkItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*)
{
    const ThemeColours& colours = Theme::instance().colours();
    const bool selected = option->state & QStyle::State_Selected;
    const QColor colour = selected ? colours.accent
        : m_hovered                ? colours.text
                                   : mixed(colours.line, colours.muted, 0.7);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, selected ? 2.25 : 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(m_path);
    const QPointF tip = m_path.currentPosition() + QPointF(0, arrowLength - 1);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    const QPointF head[] = {tip, tip + QPointF(-arrowHalfWidth, -arrowLength),
                            tip + QPointF(arrowHalfWidth, -arrowLength)};
    painter->drawConvexPolygon(head, 3);
}

} // namespace lamina
