// What a person does on the canvas with mouse, wheel and fingers.
#include "widgets/designer/graph_view.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/link_draft.h"

#include <QApplication>
#include <QGestureEvent>
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
        setZoom(zoom() * std::pow(1.15, notches), event->position().toPoint());
    event->accept();
}

// Two fingers that part or meet: a touchpad tells of them by itself, a touch screen through a gesture.
bool GraphView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            setZoom(zoom() * (1 + gesture->value()), gesture->position().toPoint());
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::Gesture) {
        if (const auto* pinch =
                static_cast<QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture))) {
            setZoom(zoom() * pinch->scaleFactor(), viewport()->mapFromGlobal(pinch->centerPoint().toPoint()));
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::Leave) {
        m_hovered.reset();
        viewport()->update();
    }
    return QGraphicsView::viewportEvent(event);
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
        m_spaceUsed = true;
        m_panFrom = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
        event->accept();
        return;
    }
    hideHint();
    if (m_connecting)
        endLink();
    if (event->button() == Qt::LeftButton && pressPort(event->pos())) {
        event->accept();
        return;
    }
    if (event->button() == Qt::RightButton) { // the menu asks about the selection, a press alone changes none
        event->accept();
        return;
    }
    m_pressed = m_scene->positions();
    m_pressedAt = event->pos();
    m_pressedPreview = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier
        ? previewAt(event->pos())
        : QString();
    if (pressBlock(event))
        return;
    // Shift adds to the selection as Ctrl does.
    QMouseEvent press(event->type(), event->position(), event->globalPosition(), event->button(),
                      event->buttons(),
                      event->modifiers() & Qt::ShiftModifier ? event->modifiers() | Qt::ControlModifier
                                                             : event->modifiers());
    QGraphicsView::mousePressEvent(&press);
}

void GraphView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_panning) {
        pan(event->pos());
        event->accept();
        return;
    }
    if (m_draft && !m_connecting) {
        followLink(event->pos());
        event->accept();
        return;
    }
    QGraphicsView::mouseMoveEvent(event);
    if (event->buttons() & Qt::LeftButton)
        snapDragged(!(event->modifiers() & Qt::AltModifier));
    else
        hover(event->pos());
}

void GraphView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_panning && (event->button() == Qt::MiddleButton || event->button() == Qt::LeftButton)) {
        m_panning = false;
        viewport()->setCursor(m_spaceHeld ? Qt::OpenHandCursor : Qt::ArrowCursor);
        event->accept();
        return;
    }
    if (m_draft && !m_connecting && event->button() == Qt::LeftButton) {
        releaseLink(event->pos());
        event->accept();
        return;
    }
    m_guides.clear();
    if (releaseBlock(event))
        return;
    QMouseEvent release(event->type(), event->position(), event->globalPosition(), event->button(),
                        event->buttons(),
                        event->modifiers() & Qt::ShiftModifier ? event->modifiers() | Qt::ControlModifier
                                                               : event->modifiers());
    QGraphicsView::mouseReleaseEvent(&release);
    const Positions now = m_scene->positions();
    if (event->button() == Qt::LeftButton && !m_pressed.empty() && !(now == m_pressed)) {
        m_framed = false;
        emit layersMoved(now, {}, false);
    } else if (!m_pressedPreview.isEmpty() && previewAt(event->pos()) == m_pressedPreview
               && (event->pos() - m_pressedAt).manhattanLength() < QApplication::startDragDistance()) {
        emit previewOpened(m_pressedPreview);
    }
    m_pressed.clear();
    m_pressedPreview.clear();
}

// The layer whose preview is seen there.
QString GraphView::previewAt(QPoint at) const
{
    const auto* node = qgraphicsitem_cast<LayerNode*>(itemAt(at));
    return node && node->previewRect().contains(node->mapFromScene(mapToScene(at))) ? node->name()
                                                                                    : QString();
}

void GraphView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QString block = blockAt(event->pos());
    QGraphicsView::mouseDoubleClickEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    if (!block.isEmpty())
        emit blocksToggled({block}, m_scene->frame(block) != nullptr);
    else if (!selection().isEmpty())
        emit inspectorRequested();
}

} // namespace lamina
