#include "widgets/designer/layered_canvas.h"

#include "widgets/common/theme.h"
#include "widgets/designer/block_item.h"

#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace lamina {

namespace {
constexpr double smallest = 0.05, largest = 6;
constexpr double largestFit = 1.5; // a small model is not blown up beyond this
constexpr double step = 1.2;
constexpr int margin = 24; // around the model, in view pixels
} // namespace

LayeredCanvas::LayeredCanvas(QWidget* parent) : QGraphicsView(parent), m_scene(new LayeredScene(this))
{
    setScene(m_scene);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setDragMode(RubberBandDrag);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(NoAnchor);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 120);
    viewport()->grabGesture(Qt::PinchGesture);
    connect(m_scene, &QGraphicsScene::selectionChanged, this, [this] {
        const QStringList names = m_scene->selection();
        if (!names.isEmpty() && !names.contains(m_current))
            m_current = names.last();
        say();
        emit selectionChanged(names);
    });
    const auto restyle = [this] {
        setBackgroundBrush(Theme::instance().colours().window);
        viewport()->update();
    };
    connect(&Theme::instance(), &Theme::changed, this, restyle);
    restyle();
    say();
}

LayeredCanvas::~LayeredCanvas()
{
    m_scene->disconnect(this); // it clears its selection while it goes
}

QSizeF LayeredCanvas::room() const
{
    return QSizeF(maximumViewportSize()) - QSizeF(2 * margin, 2 * margin);
}

void LayeredCanvas::setModel(const ModelSpec& model, const ModelAnalysis& analysis)
{
    m_scene->setModel(model, analysis, room());
    if (!m_scene->block(m_current))
        m_current.clear();
    if (m_framed)
        fit();
    else
        followContent();
    say();
}

void LayeredCanvas::setNamesWanted(bool wanted)
{
    m_scene->setNamesWanted(wanted);
    fit();
}

void LayeredCanvas::setSelection(const QStringList& names)
{
    if (names == m_scene->selection())
        return;
    m_scene->select(names);
    if (!names.isEmpty()) {
        m_current = names.last();
        reveal(m_current);
    }
    say();
    viewport()->update();
}

// Around the model there is room to move it to any corner.
void LayeredCanvas::followContent()
{
    const double around = std::max(margin / zoom(), 160.0);
    setSceneRect(m_scene->content().adjusted(-around, -around, around, around));
}

void LayeredCanvas::fit()
{
    m_framed = true;
    m_scene->setRoom(room());
    const QRectF content = m_scene->content();
    const QSizeF space = room();
    const double factor = content.isEmpty()
        ? 1
        : std::clamp(std::min(space.width() / content.width(), space.height() / content.height()), smallest,
                     largestFit);
    setTransform(QTransform::fromScale(factor, factor));
    QRectF seen(QPointF(), room() / factor); // no more than that: nothing to scroll
    seen.moveCenter(content.center());
    setSceneRect(seen);
    emit zoomChanged(zoom());
}

void LayeredCanvas::leaveFrame()
{
    if (!m_framed)
        return;
    m_framed = false;
    const QPointF centre = mapToScene(viewport()->rect().center());
    followContent();
    centerOn(centre);
}

void LayeredCanvas::setZoom(double wanted, std::optional<QPoint> stays)
{
    const double factor = std::clamp(wanted, smallest, largest);
    const QPoint anchor = stays.value_or(viewport()->rect().center());
    const QPointF kept = mapToScene(anchor);
    m_framed = false;
    setTransform(QTransform::fromScale(factor, factor));
    followContent();
    const QPointF moved = mapToScene(anchor) - kept;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - qRound(moved.x() * factor));
    verticalScrollBar()->setValue(verticalScrollBar()->value() - qRound(moved.y() * factor));
    emit zoomChanged(zoom());
}

void LayeredCanvas::zoomIn()
{
    setZoom(zoom() * step);
}

void LayeredCanvas::zoomOut()
{
    setZoom(zoom() / step);
}

void LayeredCanvas::zoomToFullSize()
{
    setZoom(1);
}

void LayeredCanvas::reveal(const QString& name)
{
    if (const BlockItem* item = m_scene->block(name))
        ensureVisible(item->sceneBoundingRect(), margin, margin);
}

void LayeredCanvas::go(const QString& name)
{
    m_current = name;
    setSelection({name});
    emit selectionChanged({name});
}

// Left and right follow the links, up and down go to the neighbour on that side.
bool LayeredCanvas::goAlong(int key)
{
    if (m_scene->order().isEmpty())
        return false;
    const BlockItem* from = m_scene->block(m_current);
    if (!from || !from->isSelected()) {
        go(from ? m_current : m_scene->order().front());
        return true;
    }
    const QRectF its = from->block().bounds();
    const bool along = key == Qt::Key_Left || key == Qt::Key_Right;
    const QStringList candidates = !along ? m_scene->order()
        : key == Qt::Key_Right            ? m_scene->followers(m_current)
                                          : m_scene->inputs(m_current);
    QString best;
    double least = 0;
    for (const QString& name : candidates) {
        const BlockItem* each = m_scene->block(name);
        const QPointF by = each->block().bounds().center() - its.center();
        const double ahead = key == Qt::Key_Down ? by.y() : -by.y();
        if (each == from || (!along && ahead < its.height() / 2))
            continue;
        const double distance = along ? std::abs(by.y()) : ahead + 3 * std::abs(by.x());
        if (best.isEmpty() || distance < least) {
            best = name;
            least = distance;
        }
    }
    if (!best.isEmpty())
        go(best);
    return true;
}

// What a screen reader tells of the view: the layer where the keyboard stands.
void LayeredCanvas::say()
{
    const BlockItem* item = m_scene->block(m_current);
    setAccessibleName(tr("Layers of the model in perspective"));
    setAccessibleDescription(item ? item->spokenText()
                                  : tr("%n layers", nullptr, static_cast<int>(m_scene->order().size())));
}

void LayeredCanvas::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    if (m_framed)
        fit();
}

void LayeredCanvas::changeEvent(QEvent* event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        say();
}

void LayeredCanvas::wheelEvent(QWheelEvent* event)
{
    // As on the graph's canvas: two fingers move, a wheel zooms, Shift turns the wheel sideways.
    const bool touchpad = !event->pixelDelta().isNull() && !(event->modifiers() & Qt::ControlModifier);
    if (touchpad || event->modifiers() & (Qt::ShiftModifier | Qt::AltModifier)) {
        leaveFrame();
        QGraphicsView::wheelEvent(event);
        return;
    }
    if (const double notches = event->angleDelta().y() / 120.0; notches != 0)
        setZoom(zoom() * std::pow(1.15, notches), event->position().toPoint());
    event->accept();
}

bool LayeredCanvas::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            setZoom(zoom() * (1 + gesture->value()), gesture->position().toPoint());
            return true;
        }
    } else if (event->type() == QEvent::Gesture) {
        if (const auto* pinch =
                static_cast<QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture))) {
            setZoom(zoom() * pinch->scaleFactor(), viewport()->mapFromGlobal(pinch->centerPoint().toPoint()));
            return true;
        }
    }
    return QGraphicsView::viewportEvent(event);
}

void LayeredCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceHeld)) {
        leaveFrame();
        m_panning = true;
        m_panFrom = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    QGraphicsView::mousePressEvent(event);
}

void LayeredCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_panning)
        return QGraphicsView::mouseMoveEvent(event);
    const QPoint by = event->pos() - m_panFrom;
    m_panFrom = event->pos();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
}

void LayeredCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_panning)
        return QGraphicsView::mouseReleaseEvent(event);
    m_panning = false;
    viewport()->setCursor(m_spaceHeld ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

void LayeredCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    QGraphicsView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton && !m_scene->selection().isEmpty())
        emit inspectorRequested();
}

void LayeredCanvas::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool ctrl = event->modifiers() & Qt::ControlModifier;
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    const QStringList selected = m_scene->selection();
    if (ctrl && (key == Qt::Key_Plus || key == Qt::Key_Equal))
        return zoomIn();
    if (ctrl && key == Qt::Key_Minus)
        return zoomOut();
    if (ctrl && key == Qt::Key_0)
        return zoomToFullSize();
    if (plain && key == Qt::Key_F)
        return fit();
    if (plain && key >= Qt::Key_Left && key <= Qt::Key_Down && goAlong(key))
        return;
    if (plain && (key == Qt::Key_Home || key == Qt::Key_End) && !m_scene->order().isEmpty())
        return go(key == Qt::Key_Home ? m_scene->order().front() : m_scene->order().back());
    if (plain && (key == Qt::Key_Return || key == Qt::Key_Enter) && !selected.isEmpty()) {
        emit inspectorRequested();
        return;
    }
    if (plain && key == Qt::Key_F2 && selected.size() == 1) {
        emit renameRequested();
        return;
    }
    if (plain && key == Qt::Key_Escape && !selected.isEmpty())
        return m_scene->clearSelection();
    if (plain && key == Qt::Key_Space) {
        m_spaceHeld = true;
        viewport()->setCursor(m_panning ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
        return;
    }
    event->ignore(); // so that the page sees undo and the rest
}

void LayeredCanvas::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat())
        return QGraphicsView::keyReleaseEvent(event);
    m_spaceHeld = false;
    if (!m_panning)
        viewport()->setCursor(Qt::ArrowCursor);
}

void LayeredCanvas::focusInEvent(QFocusEvent* event)
{
    QGraphicsView::focusInEvent(event);
    // Coming by Tab one stands on a layer at once.
    const bool forward = event->reason() == Qt::TabFocusReason;
    if ((forward || event->reason() == Qt::BacktabFocusReason) && m_scene->selection().isEmpty()
        && !m_scene->order().isEmpty())
        go(forward ? m_scene->order().front() : m_scene->order().back());
    viewport()->update();
}

void LayeredCanvas::focusOutEvent(QFocusEvent* event)
{
    QGraphicsView::focusOutEvent(event);
    m_spaceHeld = false;
    viewport()->setCursor(Qt::ArrowCursor);
    viewport()->update();
}

// Tab walks the layers in the order of computation and leaves the view behind the last.
bool LayeredCanvas::focusNextPrevChild(bool next)
{
    const QStringList& order = m_scene->order();
    const qsizetype at = order.indexOf(m_current);
    const qsizetype to = at + (next ? 1 : -1);
    if (!hasFocus() || at < 0 || to < 0 || to >= order.size())
        return QGraphicsView::focusNextPrevChild(next);
    go(order[to]);
    return true;
}

} // namespace lamina
