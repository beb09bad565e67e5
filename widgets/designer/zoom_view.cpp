#include "widgets/designer/zoom_view.h"

#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace lamina {

namespace {
constexpr double zoomStep = 1.2;
constexpr double notchStep = 1.15; // of a wheel
} // namespace

ZoomView::ZoomView(QGraphicsScene* scene, Limits limits, QWidget* parent)
    : QGraphicsView(scene, parent), m_limits(limits)
{
    viewport()->grabGesture(Qt::PinchGesture);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setDragMode(RubberBandDrag);
    setTransformationAnchor(NoAnchor); // setZoom() keeps the point under the pointer itself
    setResizeAnchor(NoAnchor);
    setFocusPolicy(Qt::StrongFocus);
}

void ZoomView::lookAt(QPointF place)
{
    leaveFrame();
    centerOn(place);
}

void ZoomView::setZoom(double wanted, std::optional<QPoint> stays)
{
    const double factor = std::clamp(wanted, m_limits.smallest, m_limits.largest);
    const QPoint local = viewport()->mapFromGlobal(QCursor::pos());
    const QPoint anchor = stays                              ? *stays
        : underMouse() && viewport()->rect().contains(local) ? local
                                                             : viewport()->rect().center();
    const QPointF kept = mapToScene(anchor);
    m_framed = false;
    setTransform(QTransform::fromScale(factor, factor));
    followContent();
    const QPointF moved = mapToScene(anchor) - kept;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - qRound(moved.x() * factor));
    verticalScrollBar()->setValue(verticalScrollBar()->value() - qRound(moved.y() * factor));
    emit zoomChanged(zoom());
}

void ZoomView::zoomIn()
{
    setZoom(zoom() * zoomStep);
}

void ZoomView::zoomOut()
{
    setZoom(zoom() / zoomStep);
}

void ZoomView::zoomToFullSize()
{
    setZoom(1);
}

void ZoomView::wheelEvent(QWheelEvent* event)
{
    // A touchpad's two fingers move the view, a wheel zooms; Shift turns the wheel sideways.
    const bool touchpad = !event->pixelDelta().isNull() && !(event->modifiers() & Qt::ControlModifier);
    if (touchpad || event->modifiers() & (Qt::ShiftModifier | Qt::AltModifier)) {
        leaveFrame();
        QGraphicsView::wheelEvent(event);
        return;
    }
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0)
        setZoom(zoom() * std::pow(notchStep, notches), event->position().toPoint());
    event->accept();
}

// Two fingers that part or meet: a touchpad tells of them by itself, a touch screen through a gesture.
bool ZoomView::viewportEvent(QEvent* event)
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
    }
    return QGraphicsView::viewportEvent(event);
}

bool ZoomView::beginPan(QMouseEvent* event)
{
    if (event->button() != Qt::MiddleButton && !(event->button() == Qt::LeftButton && m_spaceHeld))
        return false;
    leaveFrame();
    m_panning = true;
    m_spaceUsed = true;
    m_panFrom = event->pos();
    viewport()->setCursor(Qt::ClosedHandCursor);
    event->accept();
    return true;
}

bool ZoomView::continuePan(QMouseEvent* event)
{
    if (!m_panning)
        return false;
    const QPoint by = event->pos() - m_panFrom;
    m_panFrom = event->pos();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
    event->accept();
    return true;
}

bool ZoomView::endPan(QMouseEvent* event)
{
    if (!m_panning || (event->button() != Qt::MiddleButton && event->button() != Qt::LeftButton))
        return false;
    m_panning = false;
    viewport()->setCursor(restingCursor());
    event->accept();
    return true;
}

void ZoomView::mousePressEvent(QMouseEvent* event)
{
    if (!beginPan(event))
        QGraphicsView::mousePressEvent(event);
}

void ZoomView::mouseMoveEvent(QMouseEvent* event)
{
    if (!continuePan(event))
        QGraphicsView::mouseMoveEvent(event);
}

void ZoomView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!endPan(event))
        QGraphicsView::mouseReleaseEvent(event);
}

bool ZoomView::zoomKey(QKeyEvent* event)
{
    const int key = event->key();
    const bool ctrl = event->modifiers() & Qt::ControlModifier;
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (ctrl && (key == Qt::Key_Plus || key == Qt::Key_Equal)) {
        zoomIn();
    } else if (ctrl && key == Qt::Key_Minus) {
        zoomOut();
    } else if (ctrl && key == Qt::Key_0) {
        zoomToFullSize();
    } else if (plain && key == Qt::Key_F) {
        fit();
    } else if (plain && key == Qt::Key_Space) {
        m_spaceUsed = event->isAutoRepeat();
        if (!event->isAutoRepeat()) {
            m_spaceHeld = true;
            viewport()->setCursor(m_panning ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
        }
    } else {
        return false;
    }
    return true;
}

void ZoomView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat())
        return QGraphicsView::keyReleaseEvent(event);
    m_spaceHeld = false;
    if (!m_panning)
        viewport()->setCursor(Qt::ArrowCursor);
    if (!m_spaceUsed)
        spaceTapped();
}

void ZoomView::focusInEvent(QFocusEvent* event)
{
    QGraphicsView::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        goToEnd(event->reason() == Qt::TabFocusReason);
    viewport()->update();
}

void ZoomView::focusOutEvent(QFocusEvent* event)
{
    QGraphicsView::focusOutEvent(event);
    m_spaceHeld = false;
    viewport()->setCursor(Qt::ArrowCursor);
    viewport()->update();
}

void ZoomView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    if (m_framed)
        frameAgain();
    else
        followContent();
}

} // namespace lamina
