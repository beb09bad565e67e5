// What a person does on the canvas with the keyboard.
#include "widgets/designer/graph_view.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/link_draft.h"
#include "widgets/designer/link_item.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace lamina {

GraphNode* GraphView::currentNode() const
{
    return m_scene->shown(m_current);
}

void GraphView::go(const GraphNode* to)
{
    if (!to)
        return;
    setSelection(to->layers());
    reveal(m_current);
}

// Up and down follow the links, left and right go to the neighbour on that side.
bool GraphView::goAlong(int key, bool extend)
{
    if (m_scene->shownNodes().empty())
        return false;
    GraphNode* from = currentNode();
    if (!from || !from->isSelected()) {
        go(from ? from : m_scene->shownNodes().front());
        return true;
    }
    GraphNode* to = nullptr;
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        const QList<GraphNode*> next = key == Qt::Key_Down ? m_scene->followers(from) : m_scene->inputs(from);
        // Of several, the one that is straight ahead.
        const auto aside = [&](const GraphNode* each) {
            return std::abs(each->sceneCard().center().x() - from->sceneCard().center().x());
        };
        for (GraphNode* each : next)
            if (!to || aside(each) < aside(to))
                to = each;
    }
    to = to ? to : nearest(from, key);
    if (!extend || !to) {
        go(to);
        return true;
    }
    setSelection(selection() + to->layers());
    m_current = to->layers().last(); // the selection grows from here
    reveal(m_current);
    return true;
}

GraphNode* GraphView::nearest(const GraphNode* from, int key) const
{
    GraphNode* best = nullptr;
    double least = 0;
    for (GraphNode* each : m_scene->shownNodes()) {
        const QPointF by(each->sceneCard().center().x() - from->sceneCard().center().x(),
                         each->y() - from->y());
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
        go(key == Qt::Key_Up ? link->firstCard() : link->lastCard());
        return true;
    }
    std::vector<LinkItem*> beside;
    for (LinkItem* each : m_scene->links())
        if (each->isVisible()
            && (each->firstCard() == link->firstCard() || each->lastCard() == link->lastCard()))
            beside.push_back(each);
    const auto at = std::find(beside.begin(), beside.end(), link) - beside.begin();
    const auto count = static_cast<std::ptrdiff_t>(beside.size());
    const LinkItem* next =
        beside[static_cast<std::size_t>((at + (key == Qt::Key_Right ? 1 : count - 1)) % count)];
    selectLink(next->end());
    return true;
}

// The links that come into the layer where the keyboard stands, or go out of it, one after the other.
void GraphView::walkLinks(bool incoming)
{
    std::vector<LinkEnd> ends;
    std::size_t at = 0;
    for (const LinkItem* link : m_scene->links())
        if (link->isVisible() && (incoming ? link->lastCard() : link->firstCard()) == currentNode()) {
            ends.push_back(link->end());
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
    leaveFrame();
    emit layersMoved(now, {}, true);
    reveal(names.last());
}

void GraphView::arrange(Arrange how)
{
    std::vector<const GraphNode*> nodes;
    std::vector<QRectF> cards;
    for (const GraphNode* node : m_scene->shownNodes())
        if (node->isSelected()) {
            nodes.push_back(node);
            cards.push_back(node->sceneCard());
        }
    const std::vector<QPointF> corners = arranged(cards, how);
    Positions now = m_scene->positions();
    for (std::size_t i = 0; i < corners.size(); ++i)
        for (const QString& name : nodes[i]->layers()) {
            const QPointF place = m_scene->node(name)->pos() + corners[i] - cards[i].topLeft();
            now[name.toStdString()] = m_scene->arranged({std::round(place.x()), std::round(place.y())});
        }
    if (now == m_scene->positions())
        return;
    leaveFrame();
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
    if (connectKey(event) || editKey(event) || zoomKey(event))
        return;
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
        if (const auto& nodes = m_scene->shownNodes(); !nodes.empty())
            go(event->key() == Qt::Key_Home ? nodes.front() : nodes.back());
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
        if (const QString block = selectedBlock(); !block.isEmpty())
            renameBlock(block);
        else if (const QStringList names = selection(); names.size() == 1)
            emit renameRequested(names.front());
        return;
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
    default:
        break;
    }
    // Not the scene's: the items take no keys.
    QAbstractScrollArea::keyPressEvent(event); // NOLINT(bugprone-parent-virtual-call)
    event->ignore(); // so that the page sees undo and the rest
}

void GraphView::goToEnd(bool first)
{
    if (const auto& nodes = m_scene->shownNodes(); selection().isEmpty() && !nodes.empty())
        go(first ? nodes.front() : nodes.back());
}

void GraphView::focusOutEvent(QFocusEvent* event)
{
    if (m_connecting)
        endLink();
    hideHint();
    ZoomView::focusOutEvent(event);
}

// Tab walks the layers in the order of computation and leaves the canvas behind the last.
bool GraphView::focusNextPrevChild(bool next)
{
    if (m_connecting) { // the next layer that can read
        m_draft->aimNext(next);
        tellLink();
        return true;
    }
    const auto& nodes = m_scene->shownNodes();
    const auto at = std::find(nodes.begin(), nodes.end(), currentNode());
    if (hasFocus() && at != nodes.end() && (next ? at + 1 != nodes.end() : at != nodes.begin())) {
        go(next ? *std::next(at) : *std::prev(at));
        return true;
    }
    return ZoomView::focusNextPrevChild(next);
}

} // namespace lamina
