// What a person does on the canvas with mouse, wheel and keys.
#include "widgets/designer/graph_view.h"
#include "widgets/designer/layer_node.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace lamina {

void GraphView::wheelEvent(QWheelEvent* event)
{
    // A touchpad's two fingers move the canvas, a wheel zooms; Shift turns the wheel sideways.
    const bool touchpad = !event->pixelDelta().isNull() && !(event->modifiers() & Qt::ControlModifier);
    if (touchpad || event->modifiers() & (Qt::ShiftModifier | Qt::AltModifier)) {
        m_framed = false;
        QGraphicsView::wheelEvent(event);
        return;
    }
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0)
        setZoom(zoom() * std::pow(1.15, notches));
    event->accept();
}

void GraphView::pan(QPoint to)
{
    const QPoint by = to - m_panFrom;
    m_panFrom = to;
    m_framed = false;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
}

void GraphView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceHeld)) {
        m_panning = true;
        m_panFrom = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
        event->accept();
        return;
    }
    m_pressed = m_scene->positions();
    QGraphicsView::mousePressEvent(event);
}

void GraphView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_panning) {
        pan(event->pos());
        event->accept();
        return;
    }
    QGraphicsView::mouseMoveEvent(event);
}

void GraphView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_panning && (event->button() == Qt::MiddleButton || event->button() == Qt::LeftButton)) {
        m_panning = false;
        viewport()->setCursor(m_spaceHeld ? Qt::OpenHandCursor : Qt::ArrowCursor);
        event->accept();
        return;
    }
    QGraphicsView::mouseReleaseEvent(event);
    const Positions now = m_scene->positions();
    if (event->button() == Qt::LeftButton && !m_pressed.empty() && !(now == m_pressed)) {
        m_framed = false;
        emit layersMoved(now);
    }
    m_pressed.clear();
}

void GraphView::mouseDoubleClickEvent(QMouseEvent* event)
{
    QGraphicsView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton && !selection().isEmpty())
        emit inspectorRequested();
}

LayerNode* GraphView::currentNode() const
{
    return m_scene->node(m_current);
}

void GraphView::go(LayerNode* to)
{
    if (!to)
        return;
    setSelection({to->name()});
    reveal(to->name());
}

// Up and down follow the links, left and right go to the neighbour on that side.
bool GraphView::goAlong(int key)
{
    if (m_scene->order().isEmpty())
        return false;
    LayerNode* from = currentNode();
    if (!from || !from->isSelected()) {
        go(from ? from : m_scene->node(m_scene->order().front()));
        return true;
    }
    LayerNode* to = nullptr;
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        const QList<LayerNode*> next = key == Qt::Key_Down ? m_scene->followers(from) : m_scene->inputs(from);
        // Of several, the one that is straight ahead.
        for (LayerNode* each : next)
            if (!to || std::abs(each->x() - from->x()) < std::abs(to->x() - from->x()))
                to = each;
    }
    go(to ? to : nearest(from, key));
    return true;
}

LayerNode* GraphView::nearest(const LayerNode* from, int key) const
{
    LayerNode* best = nullptr;
    double least = 0;
    for (const QString& name : m_scene->order()) {
        LayerNode* each = m_scene->node(name);
        const QPointF by = each->pos() - from->pos();
        const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
        const double ahead = key == Qt::Key_Left ? -by.x()
            : key == Qt::Key_Right               ? by.x()
            : key == Qt::Key_Up                  ? -by.y()
                                                 : by.y();
        const double aside = std::abs(across ? by.y() : by.x());
        if (each == from || ahead < (across ? LayerNode::width : LayerNode::height) / 2)
            continue;
        const double distance = ahead + 3 * aside;
        if (!best || distance < least) {
            best = each;
            least = distance;
        }
    }
    return best;
}

void GraphView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (event->matches(QKeySequence::SelectAll))
        return selectAllLayers();
    if (event->modifiers() & Qt::ControlModifier) {
        switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoomIn();
        case Qt::Key_Minus:
            return zoomOut();
        case Qt::Key_0:
            return zoomToFullSize();
        default:
            break;
        }
    }
    switch (plain ? event->key() : 0) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (goAlong(event->key()))
            return;
        break;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (!m_scene->order().isEmpty())
            go(m_scene->node(event->key() == Qt::Key_Home ? m_scene->order().front()
                                                          : m_scene->order().back()));
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (const QStringList names = selection(); !names.isEmpty())
            emit removeRequested(names);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!selection().isEmpty()) {
            emit inspectorRequested();
            return;
        }
        break;
    case Qt::Key_F2:
        if (const QStringList names = selection(); names.size() == 1)
            emit renameRequested(names.front());
        return;
    case Qt::Key_F:
        return fit();
    case Qt::Key_L:
        emit layoutRequested();
        return;
    case Qt::Key_Slash:
        emit paletteRequested();
        return;
    case Qt::Key_Escape:
        if (!m_scene->selectedItems().isEmpty()) {
            m_scene->clearSelection();
            return;
        }
        break;
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            m_spaceHeld = true;
            viewport()->setCursor(Qt::OpenHandCursor);
        }
        return;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event); // not the scene's: the items take no keys
    event->ignore(); // so that the page sees undo and the rest
}

void GraphView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = false;
        if (!m_panning)
            viewport()->setCursor(Qt::ArrowCursor);
        return;
    }
    QGraphicsView::keyReleaseEvent(event);
}

void GraphView::focusInEvent(QFocusEvent* event)
{
    QGraphicsView::focusInEvent(event);
    // Coming by Tab one stands on a layer at once.
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        if (selection().isEmpty() && !m_scene->order().isEmpty())
            go(m_scene->node(event->reason() == Qt::TabFocusReason ? m_scene->order().front()
                                                                   : m_scene->order().back()));
    viewport()->update();
}

void GraphView::focusOutEvent(QFocusEvent* event)
{
    QGraphicsView::focusOutEvent(event);
    m_spaceHeld = false;
    viewport()->setCursor(Qt::ArrowCursor);
    viewport()->update();
}

// Tab walks the layers in the order of computation and leaves the canvas behind the last.
bool GraphView::focusNextPrevChild(bool next)
{
    const QStringList& order = m_scene->order();
    const qsizetype at = order.indexOf(m_current);
    const qsizetype to = at + (next ? 1 : -1);
    if (hasFocus() && at >= 0 && to >= 0 && to < order.size()) {
        go(m_scene->node(order[to]));
        return true;
    }
    return QGraphicsView::focusNextPrevChild(next);
}

} // namespace lamina
