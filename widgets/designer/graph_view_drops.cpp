// Layers that are dragged onto the canvas, and what lies over it while something is dragged.
#include "widgets/common/theme.h"
#include "widgets/designer/graph_view.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/link_draft.h"
#include "widgets/designer/link_item.h"

#include <QCursor>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPainterPathStroker>
#include <QScrollBar>
#include <QTimerEvent>

#include <cmath>

namespace lamina {

namespace {
constexpr int edge = 24; // view pixels at the border in which the canvas scrolls along
constexpr int scrollStep = 12;
constexpr double linkReach = 14; // how far from a link a layer is still dropped on it
constexpr double alignReach = 6; // how far a card is moved into line with another
constexpr double dropAlignReach = 16; // a new one, which is held less exactly

QString classIn(const QMimeData* data)
{
    return data->hasFormat(QLatin1String(GraphView::layerMime))
        ? QString::fromUtf8(data->data(QLatin1String(GraphView::layerMime)))
        : QString();
}
} // namespace

DropPlace GraphView::placeAt(QPoint at, const QString& className) const
{
    const QPointF point = mapToScene(at);
    const LayerType* type = layers::find(className.toStdString());
    const bool reads = !type || type->maximumInputs > 0;
    DropPlace place;
    const QPointF corner = point - QPointF(LayerNode::width / 2, LayerNode::height / 2);
    place.corner = {std::round(corner.x() / 4) * 4, std::round(corner.y() / 4) * 4};
    if (const std::optional<Port> port = portAt(*m_scene, point, 1.5 * reach())) {
        const bool free = !port->isOutput && port->index >= m_scene->node(port->layer)->inputCount();
        if (free || (port->isOutput && reads)) {
            place.port = port;
            // Under the output or over the input, with the room of a link between.
            const double away = LayerNode::height / 2 + 40;
            const QPointF middle = placeOf(*m_scene, *port) + QPointF(0, port->isOutput ? away : -away);
            place.corner = middle - QPointF(LayerNode::width / 2, LayerNode::height / 2);
            return place;
        }
        if (!port->isOutput && reads && m_scene->link(port->end())) {
            place.link = port->end();
            return place;
        }
    }
    if (!reads) {
        place.corner += snapOf(place.corner).by;
        return place;
    }
    for (const GraphNode* node : m_scene->shownNodes())
        if (node->sceneCard().contains(point)) {
            for (const Port& port : node->ports()) // of a closed block: what leads out of it
                if (port.isOutput)
                    place.after = port.layer;
            return place;
        }
    QPainterPathStroker wide;
    wide.setWidth(2 * linkReach / zoom());
    for (const LinkItem* link : m_scene->links())
        if (link->isVisible() && wide.createStroke(link->path()).contains(point)) {
            place.link = link->end();
            return place;
        }
    place.corner += snapOf(place.corner).by;
    return place;
}

// What brings a new layer's card into line with those that are seen.
Snap GraphView::snapOf(QPointF corner) const
{
    std::vector<QRectF> others;
    const QRectF seen = mapToScene(viewport()->rect()).boundingRect();
    for (const GraphNode* node : m_scene->shownNodes())
        if (const QRectF card = node->sceneCard(); card.intersects(seen))
            others.push_back(card);
    return snapTo({corner, QSizeF(LayerNode::width, LayerNode::height)}, others, dropAlignReach / zoom());
}

std::optional<QPointF> GraphView::pointedAt() const
{
    const QPoint local = viewport()->mapFromGlobal(QCursor::pos());
    return viewport()->underMouse() && viewport()->rect().contains(local) ? std::optional(mapToScene(local))
                                                                          : std::nullopt;
}

void GraphView::dragEnterEvent(QDragEnterEvent* event)
{
    m_dropped = classIn(event->mimeData());
    if (m_dropped.isEmpty())
        return event->ignore();
    showDrop(event->position().toPoint());
    event->acceptProposedAction();
}

void GraphView::dragMoveEvent(QDragMoveEvent* event)
{
    if (m_dropped.isEmpty())
        return event->ignore();
    showDrop(event->position().toPoint());
    scrollAtEdge(event->position().toPoint());
    event->acceptProposedAction();
}

void GraphView::dragLeaveEvent(QDragLeaveEvent*)
{
    endDrop();
}

void GraphView::dropEvent(QDropEvent* event)
{
    const QString className = classIn(event->mimeData());
    if (className.isEmpty())
        return event->ignore();
    const DropPlace place = placeAt(event->position().toPoint(), className);
    endDrop();
    event->acceptProposedAction();
    if (!place.link && place.after.isEmpty())
        leaveFrame();
    setFocus(Qt::OtherFocusReason);
    emit layerDropped(className, place);
}

// Says what would become of the layer: a line beside the pointer, and its place drawn.
void GraphView::showDrop(QPoint at)
{
    m_drop = placeAt(at, m_dropped);
    const LinkItem* link = m_drop->link ? m_scene->link(*m_drop->link) : nullptr;
    const QString text = link ? tr("Between %1 and %2").arg(link->from()->name(), link->to()->name())
        : m_drop->port ? (m_drop->port->isOutput ? tr("Reads %1") : tr("Feeds %1")).arg(m_drop->port->layer)
        : m_drop->after.isEmpty() ? QString()
                                  : tr("After %1").arg(m_drop->after);
    if (text.isEmpty())
        hideHint();
    else
        showHint(text, at, false);
    m_guides = text.isEmpty() ? snapOf(m_drop->corner).lines : std::vector<QLineF>();
    viewport()->update();
}

void GraphView::endDrop()
{
    m_drop.reset();
    m_guides.clear();
    m_dropped.clear();
    m_scrollTimer.stop();
    hideHint();
    viewport()->update();
}

void GraphView::paintDrop(QPainter* painter) const
{
    if (!m_drop)
        return;
    const ThemeColours& colours = Theme::instance().colours();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    if (const LinkItem* link = m_drop->link ? m_scene->link(*m_drop->link) : nullptr) {
        painter->setPen(QPen(colours.accent, 4, Qt::SolidLine, Qt::RoundCap));
        painter->drawPath(link->path());
        return;
    }
    painter->setPen(QPen(colours.accent, 2));
    if (const GraphNode* node = m_scene->shown(m_drop->after)) {
        painter->drawRoundedRect(node->sceneCard().adjusted(-2, -2, 2, 2), Theme::radius + 2,
                                 Theme::radius + 2);
        return;
    }
    const QRectF ghost(m_drop->corner, QSizeF(LayerNode::width, LayerNode::height));
    if (m_drop->port) {
        const QPointF port = placeOf(*m_scene, *m_drop->port);
        const bool output = m_drop->port->isOutput;
        painter->drawPath(output ? LinkItem::loosePath(port, {ghost.center().x(), ghost.top()})
                                 : LinkItem::loosePath({ghost.center().x(), ghost.bottom()}, port));
        painter->setBrush(colours.accent);
        painter->drawEllipse(port, 6, 6);
    }
    QColor fill = colours.accent;
    fill.setAlphaF(0.08F);
    painter->setBrush(fill);
    painter->setPen(QPen(colours.accent, 1.5, Qt::DashLine));
    painter->drawRoundedRect(ghost, Theme::radius, Theme::radius);
}

void GraphView::drawForeground(QPainter* painter, const QRectF& rect)
{
    paintPorts(painter, rect);
    paintDrop(painter);
    painter->setPen(QPen(Theme::instance().colours().accent, 1 / zoom(), Qt::DashLine));
    for (const QLineF& line : m_guides)
        painter->drawLine(line);
    // The keyboard is here and on no layer or link yet.
    if (hasFocus() && m_scene->selectedItems().isEmpty()) {
        painter->resetTransform();
        painter->setPen(QPen(Theme::instance().colours().accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

// A card that is dragged comes into line with one that is seen.
void GraphView::snapDragged(bool snaps)
{
    const bool drew = !m_guides.empty();
    m_guides.clear();
    QRectF box;
    std::vector<GraphNode*> dragged;
    std::vector<QRectF> others;
    const QRectF seen = mapToScene(viewport()->rect()).boundingRect();
    for (GraphNode* node : m_scene->shownNodes()) {
        const QRectF card = node->sceneCard();
        const QString layer = node->layers().front();
        const auto pressed = m_pressed.find(layer.toStdString());
        if (pressed != m_pressed.end()
            && !(m_scene->arranged(m_scene->node(layer)->pos()) == pressed->second)) {
            dragged.push_back(node);
            box |= card;
        } else if (!node->isSelected() && card.intersects(seen)) {
            others.push_back(card);
        }
    }
    if (snaps && !dragged.empty()) {
        const Snap snap = snapTo(box, others, alignReach / zoom());
        for (GraphNode* node : dragged)
            node->setPos(node->pos() + snap.by);
        m_guides = snap.lines;
    }
    if (drew || !m_guides.empty())
        viewport()->update();
}

void GraphView::scrollAtEdge(QPoint at)
{
    m_scrollAt = at;
    if (viewport()->rect().adjusted(edge, edge, -edge, -edge).contains(at))
        m_scrollTimer.stop();
    else if (!m_scrollTimer.isActive())
        m_scrollTimer.start(30, this);
}

void GraphView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_hintTimer.timerId())
        return hideHint();
    if (event->timerId() != m_scrollTimer.timerId())
        return QGraphicsView::timerEvent(event);
    leaveFrame();
    const QRect inner = viewport()->rect().adjusted(edge, edge, -edge, -edge);
    const auto by = [](int at, int low, int high) {
        return at < low ? -scrollStep : at > high ? scrollStep : 0;
    };
    QScrollBar *across = horizontalScrollBar(), *down = verticalScrollBar();
    across->setValue(across->value() + by(m_scrollAt.x(), inner.left(), inner.right()));
    down->setValue(down->value() + by(m_scrollAt.y(), inner.top(), inner.bottom()));
    if (m_draft)
        followLink(m_scrollAt);
    else if (m_drop)
        showDrop(m_scrollAt);
    else
        m_scrollTimer.stop();
}

} // namespace lamina
