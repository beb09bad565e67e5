// What a person does on the canvas with the keyboard.
#include "widgets/designer/graph_view.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/link_draft.h"
#include "widgets/designer/link_item.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace lamina {

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
bool GraphView::goAlong(int key, bool extend)
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
    to = to ? to : nearest(from, key);
    if (!extend || !to) {
        go(to);
        return true;
    }
    const QStringList more = selection() + QStringList{to->name()};
    setSelection(more);
    m_current = to->name(); // the selection grows from here
    reveal(m_current);
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

// From a selected link up to what gives, down to what reads, and to its neighbours at both.
bool GraphView::goAlongLink(int key)
{
    const std::optional<LinkEnd> selected = selectedLink();
    LinkItem* link = selected ? m_scene->link(*selected) : nullptr;
    if (!link)
        return false;
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        go(key == Qt::Key_Up ? link->from() : link->to());
        return true;
    }
    std::vector<LinkItem*> beside;
    for (LinkItem* each : m_scene->links())
        if (each->from() == link->from() || each->to() == link->to())
            beside.push_back(each);
    const auto at = std::find(beside.begin(), beside.end(), link) - beside.begin();
    const auto count = static_cast<std::ptrdiff_t>(beside.size());
    const LinkItem* next =
        beside[static_cast<std::size_t>((at + (key == Qt::Key_Right ? 1 : count - 1)) % count)];
    selectLink({next->to()->name().toStdString(), next->input()});
    return true;
}

// The links that come into the layer where the keyboard stands, or go out of it, one after the other.
void GraphView::walkLinks(bool incoming)
{
    std::vector<LinkEnd> ends;
    std::size_t at = 0;
    for (const LinkItem* link : m_scene->links())
        if ((incoming ? link->to() : link->from())->name() == m_current) {
            ends.push_back({link->to()->name().toStdString(), link->input()});
            if (link->isSelected())
                at = ends.size();
        }
    if (!ends.empty())
        selectLink(ends[at % ends.size()]);
}

void GraphView::nudge(int key, bool far)
{
    const QStringList names = selection();
    if (names.isEmpty())
        return;
    const double by = far ? 40 : 8;
    Positions now = m_scene->positions();
    for (const QString& name : names) {
        CanvasPosition& place = now[name.toStdString()];
        place.x += key == Qt::Key_Left ? -by : key == Qt::Key_Right ? by : 0;
        place.y += key == Qt::Key_Up ? -by : key == Qt::Key_Down ? by : 0;
    }
    m_framed = false;
    emit layersMoved(now, {}, true);
    reveal(names.last());
}

void GraphView::arrange(Arrange how)
{
    const QStringList names = selection();
    std::vector<QRectF> cards;
    for (const QString& name : names)
        cards.push_back(m_scene->node(name)->mapRectToScene(m_scene->node(name)->card()));
    const std::vector<QPointF> corners = arranged(cards, how);
    Positions now = m_scene->positions();
    for (std::size_t i = 0; i < corners.size(); ++i)
        now[names[static_cast<qsizetype>(i)].toStdString()] =
            m_scene->arranged({std::round(corners[i].x()), std::round(corners[i].y())});
    if (now == m_scene->positions())
        return;
    m_framed = false;
    const QString what = how == Arrange::Left ? tr("Align left")
        : how == Arrange::Centre              ? tr("Align centres")
        : how == Arrange::Top                 ? tr("Align tops")
        : how == Arrange::DistributeAcross    ? tr("Distribute across")
                                              : tr("Distribute down");
    emit layersMoved(now, what, false);
}

// Copy, paste and the like. True if it was one of them.
bool GraphView::editKey(QKeyEvent* event)
{
    const bool ctrl = event->modifiers() & Qt::ControlModifier;
    const bool arrow = event->key() >= Qt::Key_Left && event->key() <= Qt::Key_Down;
    if (event->matches(QKeySequence::SelectAll))
        selectAllLayers();
    else if (event->matches(QKeySequence::Copy))
        emit copyRequested();
    else if (event->matches(QKeySequence::Cut))
        emit cutRequested();
    else if (event->matches(QKeySequence::Paste))
        emit pasteRequested(std::nullopt);
    else if (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_D)
        emit duplicateRequested();
    else if (ctrl && arrow)
        nudge(event->key(), event->modifiers() & Qt::ShiftModifier);
    else
        return false;
    return true;
}

void GraphView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (connectKey(event) || editKey(event))
        return;
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
        if (goAlongLink(event->key()) || goAlong(event->key(), event->modifiers() & Qt::ShiftModifier))
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
        else if (const auto links = selectedLinks(); !links.empty())
            emit unlinkRequested(links);
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
    case Qt::Key_C:
        return beginConnecting();
    case Qt::Key_I:
    case Qt::Key_O:
        return walkLinks(event->key() == Qt::Key_I);
    case Qt::Key_Slash:
        emit paletteRequested();
        return;
    case Qt::Key_P:
        return setPreviewsShown(!m_scene->showsPreviews());
    case Qt::Key_V:
        if (const QStringList names = selection(); names.size() == 1 && m_scene->showsPreviews())
            emit previewOpened(names.front());
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
    if (m_connecting)
        endLink();
    hideHint();
    viewport()->setCursor(Qt::ArrowCursor);
    viewport()->update();
}

// Tab walks the layers in the order of computation and leaves the canvas behind the last.
bool GraphView::focusNextPrevChild(bool next)
{
    if (m_connecting) { // the next layer that can read
        m_draft->aimNext(next);
        tellLink();
        return true;
    }
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
