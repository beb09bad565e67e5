// What a person does on the canvas with the mouse.
#include "widgets/designer/graph_view.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/link_draft.h"

#include <QApplication>
#include <QMouseEvent>

namespace lamina {

bool GraphView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave) {
        m_hovered.reset();
        viewport()->update();
    }
    return ZoomView::viewportEvent(event);
}

void GraphView::mousePressEvent(QMouseEvent* event)
{
    if (beginPan(event))
        return;
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
    ZoomView::mousePressEvent(&press);
}

void GraphView::mouseMoveEvent(QMouseEvent* event)
{
    if (continuePan(event))
        return;
    if (m_draft && !m_connecting) {
        followLink(event->pos());
        event->accept();
        return;
    }
    ZoomView::mouseMoveEvent(event);
    if (event->buttons() & Qt::LeftButton)
        snapDragged(!(event->modifiers() & Qt::AltModifier));
    else
        hover(event->pos());
}

void GraphView::mouseReleaseEvent(QMouseEvent* event)
{
    if (endPan(event))
        return;
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
    ZoomView::mouseReleaseEvent(&release);
    const Positions now = m_scene->positions();
    if (event->button() == Qt::LeftButton && !m_pressed.empty() && !(now == m_pressed)) {
        leaveFrame();
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
