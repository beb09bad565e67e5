// Links drawn on the canvas, from port to port by mouse or with the keyboard.
#include "widgets/common/theme.h"
#include "widgets/designer/graph_view.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/link_draft.h"
#include "widgets/designer/link_item.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace lamina {

namespace {
constexpr double portReach = 10; // view pixels in which a press means the port
constexpr double snapReach = 28; // and in which a loose end finds one
constexpr double smallestWithPorts = 0.4;
constexpr int hintTime = 4000; // ms that a refusal stays to be read
} // namespace

double GraphView::reach() const
{
    return portReach / zoom();
}

bool GraphView::pressPort(QPoint at)
{
    const QPointF point = mapToScene(at);
    if (zoom() < smallestWithPorts)
        return false;
    const std::optional<Port> port = portAt(*m_scene, point, reach());
    if (!port)
        return false;
    m_pressedAt = at;
    m_drawn = false;
    const std::optional<LinkEnd> selected = selectedLink();
    const LinkItem* link = selected ? m_scene->link(*selected) : nullptr;
    if (port->isOutput && link && link->from()->name() == port->layer && link->output() == port->index)
        beginLink({QString::fromStdString(selected->layer), false, selected->input}, selected);
    else if (const LinkItem* held = port->isOutput ? nullptr : m_scene->link(port->end()))
        beginLink({held->from()->name(), true, held->output()}, port->end());
    else if (port->isOutput || port->index == m_scene->node(port->layer)->inputCount())
        beginLink(*port, {});
    else
        return false; // it reads a layer that is not there
    return true;
}

void GraphView::beginLink(const Port& fixed, const std::optional<LinkEnd>& moved)
{
    m_draft = std::make_unique<LinkDraft>(*m_scene, fixed, moved);
    m_hovered.reset();
    viewport()->setCursor(Qt::CrossCursor);
}

void GraphView::followLink(QPoint to)
{
    if (!m_drawn && (to - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_drawn && m_draft->moved())
        if (LinkItem* link = m_scene->link(*m_draft->moved()))
            link->hide(); // the draft is drawn in its place
    m_drawn = true;
    m_draft->follow(mapToScene(to), snapReach / zoom());
    scrollAtEdge(to);
    if (m_draft->target() && !m_draft->fits() && !m_draft->isBack())
        showHint(m_draft->target()->fault, to, true);
    else
        hideHint();
    viewport()->update();
}

void GraphView::releaseLink(QPoint at)
{
    const std::unique_ptr<LinkDraft> draft = std::move(m_draft);
    const QString refusal = draft->target() && !draft->fits() ? draft->target()->fault : QString();
    m_draft.reset();
    endLink();
    const std::optional<LinkEnd> moved = draft->moved();
    if (moved)
        if (LinkItem* link = m_scene->link(*moved))
            link->show();
    if (!m_drawn) {
        // A click: what stands under the port.
        if (moved)
            selectLink(*moved);
        else
            setSelection({draft->fixed().layer});
        return;
    }
    if (draft->isBack())
        return;
    if (draft->fits())
        emit linkRequested(draft->from(), draft->to(), moved);
    else if (!refusal.isEmpty())
        showHint(refusal, at, true);
    else if (m_scene->shown(draft->fixed().layer)->sceneCard().contains(mapToScene(at)))
        return; // brought back to where it came from
    else if (moved)
        emit unlinkRequested({*moved});
    else {
        const QPointF point = mapToScene(at);
        const QPointF hangs(LayerNode::width / 2, draft->fixed().isOutput ? 0 : LayerNode::height);
        emit layerWanted({point - hangs, {}, draft->fixed(), {}}, viewport()->mapToGlobal(at));
    }
}

// Nothing is being drawn any more.
void GraphView::endLink()
{
    if (m_draft && m_draft->moved())
        if (LinkItem* link = m_scene->link(*m_draft->moved()))
            link->show();
    m_draft.reset();
    m_connecting = false;
    m_scrollTimer.stop();
    hideHint();
    viewport()->setCursor(Qt::ArrowCursor);
    viewport()->update();
}

void GraphView::beginConnecting()
{
    hideHint();
    if (const std::optional<LinkEnd> end = selectedLink()) {
        const LinkItem* link = m_scene->link(*end);
        beginLink({link->from()->name(), true, link->output()}, end);
    } else if (const QStringList ends = selectedEnds(); ends.size() == 1) {
        beginLink({ends.front(), true, 0}, {});
    } else {
        return;
    }
    m_connecting = true;
    viewport()->setCursor(Qt::ArrowCursor);
    m_draft->aimNext(true);
    tellLink();
}

// True if a link is being drawn with the keyboard: then all keys are its.
bool GraphView::connectKey(QKeyEvent* event)
{
    if (!m_draft)
        return false;
    if (event->key() == Qt::Key_Escape) {
        endLink();
        return true;
    }
    if (!m_connecting)
        return false;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        if (!m_draft->fits())
            return true; // why, stands beside it
        const std::unique_ptr<LinkDraft> draft = std::move(m_draft);
        endLink();
        if (!draft->isBack())
            emit linkRequested(draft->from(), draft->to(), draft->moved());
        return true;
    }
    case Qt::Key_C: {
        // A layer with several outputs: from the next one.
        const Port fixed = m_draft->fixed();
        if (m_draft->moved())
            break;
        const std::size_t outputs = m_scene->node(fixed.layer)->outputCount();
        beginLink({fixed.layer, true, (fixed.index + 1) % outputs}, {});
        viewport()->setCursor(Qt::ArrowCursor);
        m_draft->aimNext(true);
        break;
    }
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const GraphNode* home = m_scene->shown(m_draft->fixed().layer);
        const GraphNode* at = m_draft->target() ? m_scene->shown(m_draft->target()->port.layer) : home;
        const GraphNode* next = nearest(at, event->key());
        if (next == home)
            next = nearest(next, event->key());
        if (next)
            m_draft->aim(next);
        break;
    }
    default:
        return true;
    }
    tellLink();
    return true;
}

void GraphView::tellLink()
{
    viewport()->update();
    const LinkDraft::Candidate* target = m_draft->target();
    const QString from = m_draft->fixed().layer;
    if (target)
        reveal(target->port.layer);
    const QPointF at = target ? target->place : placeOf(*m_scene, m_draft->fixed());
    QString text = !target
        ? tr("No layer can read %1. Arrows look at each and tell why, Escape leaves.").arg(from)
        : !target->fault.isEmpty()
        ? target->fault
        : tr("%1 → %2: Return connects, arrows choose, Escape leaves").arg(from, target->port.layer);
    showHint(text, mapFromScene(at), target && !target->fault.isEmpty());
    m_hintTimer.stop(); // it stays while the keyboard is here
    setAccessibleDescription(text);
}

void GraphView::hover(QPoint at)
{
    const std::optional<Port> port =
        zoom() < smallestWithPorts ? std::nullopt : portAt(*m_scene, mapToScene(at), reach());
    if (port == m_hovered)
        return;
    m_hovered = port;
    viewport()->setCursor(port ? Qt::CrossCursor : restingCursor());
    viewport()->update();
}

QString GraphView::hint() const
{
    return m_hint->isHidden() ? QString() : m_hint->text();
}

void GraphView::showHint(const QString& text, QPoint at, bool refused)
{
    const ThemeColours& colours = Theme::instance().colours();
    m_hint->setStyleSheet(
        QStringLiteral("QLabel#canvasHint { background: %1; color: %2; border: 1px solid %3; "
                       "border-radius: %4px; }")
            .arg(colours.raised.name(), colours.text.name(),
                 (refused ? colours.fault : colours.accent).name())
            .arg(Theme::radius));
    m_hint->setWordWrap(false);
    m_hint->setText(text);
    m_hint->setFixedWidth(QWIDGETSIZE_MAX);
    m_hint->setMinimumWidth(0);
    const int widest = std::max(160, std::min(420, viewport()->width() - 2 * Theme::unit));
    if (m_hint->sizeHint().width() > widest) {
        m_hint->setWordWrap(true);
        m_hint->setFixedWidth(widest);
        m_hint->setFixedHeight(m_hint->heightForWidth(widest));
    } else {
        m_hint->setFixedSize(m_hint->sizeHint());
    }
    // Beside the pointer, and never outside of the canvas.
    const QSize size = m_hint->size();
    QPoint corner = at + QPoint(18, 18);
    if (corner.x() + size.width() > viewport()->width() - 4)
        corner.setX(std::max(4, viewport()->width() - size.width() - 4));
    if (corner.y() + size.height() > viewport()->height() - 4)
        corner.setY(std::max(4, at.y() - size.height() - 18));
    m_hint->move(viewport()->mapTo(this, corner));
    m_hint->show();
    m_hint->raise();
    m_hintTimer.start(hintTime, this);
}

void GraphView::hideHint()
{
    m_hintTimer.stop();
    m_hint->hide();
}

void GraphView::paintPorts(QPainter* painter, const QRectF& rect) const
{
    if (m_draft && (m_drawn || m_connecting))
        return m_draft->paint(painter, zoom());
    if (zoom() < smallestWithPorts)
        return;
    const ThemeColours& colours = Theme::instance().colours();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor edge = mixed(colours.line, colours.muted, 0.7);
    for (const GraphNode* node : m_scene->shownNodes()) {
        if (!node->sceneBoundingRect().intersects(rect))
            continue;
        for (const Port& port : node->ports()) {
            const bool hovered = m_hovered == port;
            const bool linked = !port.isOutput && port.index < m_scene->node(port.layer)->inputCount();
            if (linked && !hovered)
                continue; // the arrow shows it
            painter->setPen(QPen(hovered ? colours.accent : edge, hovered ? 2 : 1.25));
            painter->setBrush(hovered ? mixed(colours.raised, colours.accent, 0.3) : colours.raised);
            const double radius = hovered ? 6 : 4;
            painter->drawEllipse(node->placeOf(port), radius, radius);
        }
    }
    // A selected link can be taken at both ends.
    for (const LinkItem* link : m_scene->links())
        if (link->isSelected() && link->isVisible()) {
            painter->setPen(QPen(colours.accent, 1.75));
            painter->setBrush(colours.raised);
            painter->drawEllipse(link->start(), 5, 5);
            painter->drawEllipse(link->tip(), 5, 5);
        }
}

} // namespace lamina
