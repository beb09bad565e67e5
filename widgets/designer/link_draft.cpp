#include "widgets/designer/link_draft.h"

#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/link_item.h"

#include <QLineF>
#include <QPainter>

#include <utility>

namespace lamina {

LinkDraft::LinkDraft(const GraphScene& scene, Port fixed, std::optional<LinkEnd> moved)
    : m_scene(scene), m_fixed(std::move(fixed)), m_moved(std::move(moved)), m_loose(placeOf(scene, m_fixed))
{
    for (const GraphNode* shown : scene.shownNodes()) {
        const auto* node = qgraphicsitem_cast<const LayerNode*>(shown);
        const QString name = node ? node->name() : QString();
        // One port a layer tells what it thinks of the link; only the layer whose link is moved offers all. A
        // closed block shows all it has.
        const bool own = !node || (m_moved && m_moved->layer == name.toStdString());
        for (const Port& port : shown->ports())
            if (port.isOutput != m_fixed.isOutput
                && (port.isOutput || own || port.index == (node->takesMore() ? node->inputCount() : 0)))
                addCandidate(port);
        if (node && m_fixed.isOutput && !own && !node->takesMore() && node->inputCount() == 0)
            addCandidate({name, false, 0}); // reads nothing, and says so
    }
}

void LinkDraft::addCandidate(const Port& port)
{
    m_candidates.push_back({port, placeOf(m_scene, port), faultAt(port)});
}

QString LinkDraft::faultAt(const Port& port) const
{
    const Port& output = m_fixed.isOutput ? m_fixed : port;
    const Port& input = m_fixed.isOutput ? port : m_fixed;
    const std::optional<Fault> fault =
        linkFault(m_scene.model(), m_scene.analysis(), output.tensor(), input.end(), m_moved);
    if (!fault)
        return {};
    QString remedy = faultRemedy(*fault);
    if (!remedy.isEmpty())
        remedy[0] = remedy[0].toUpper();
    return faultTitle(*fault) + QLatin1Char('\n') + remedy;
}

bool LinkDraft::isBack() const
{
    if (!m_moved || !target())
        return false;
    const LayerSpec* reader = m_scene.model().find(m_moved->layer);
    return m_fixed.isOutput ? target()->port.end() == *m_moved
                            : target()->port.tensor() == reader->inputs.at(m_moved->input);
}

TensorRef LinkDraft::from() const
{
    Q_ASSERT(m_fixed.isOutput || target());
    return (m_fixed.isOutput ? m_fixed : target()->port).tensor();
}

LinkEnd LinkDraft::to() const
{
    Q_ASSERT(!m_fixed.isOutput || target());
    return (m_fixed.isOutput ? target()->port : m_fixed).end();
}

void LinkDraft::follow(QPointF point, double reach)
{
    m_loose = point;
    m_target = -1;
    double least = 1e9;
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        const Candidate& each = m_candidates[i];
        const GraphNode* node = m_scene.shown(each.port.layer);
        if (node == m_scene.shown(m_fixed.layer))
            continue; // the pointer leaves it at the start
        const bool on = node->sceneCard().contains(point);
        const double distance = QLineF(each.place, point).length() / (on ? 1e3 : 1);
        if ((on || distance <= reach) && distance < least) {
            least = distance;
            m_target = static_cast<int>(i);
        }
    }
}

bool LinkDraft::aim(const GraphNode* node)
{
    for (std::size_t i = 0; i < m_candidates.size(); ++i)
        if (m_scene.shown(m_candidates[i].port.layer) == node) {
            m_target = static_cast<int>(i);
            m_loose = m_candidates[i].place;
            return true;
        }
    return false;
}

bool LinkDraft::aimNext(bool forwards)
{
    const auto count = static_cast<int>(m_candidates.size());
    int at = m_target;
    for (int i = 0; at < 0 && i < count; ++i)
        if (m_candidates[static_cast<std::size_t>(i)].port.layer == m_fixed.layer)
            at = i;
    for (int i = 1; i <= count; ++i) {
        const int next = ((at + (forwards ? i : -i)) % count + count) % count;
        if (!m_candidates[static_cast<std::size_t>(next)].fault.isEmpty())
            continue;
        m_target = next;
        m_loose = m_candidates[static_cast<std::size_t>(next)].place;
        return true;
    }
    return false;
}

void LinkDraft::paint(QPainter* painter, double zoom) const
{
    const ThemeColours& colours = Theme::instance().colours();
    painter->setRenderHint(QPainter::Antialiasing);
    const double scale = 1 / std::max(zoom, 0.5);
    for (const Candidate& each : m_candidates) {
        if (!each.fault.isEmpty())
            continue;
        painter->setPen(QPen(colours.accent, 1.75 * scale));
        painter->setBrush(mixed(colours.raised, colours.accent, 0.3));
        painter->drawEllipse(each.place, 6 * scale, 6 * scale);
    }
    const bool refused = target() && !fits();
    const QColor colour = refused ? colours.fault : colours.accent;
    const QPointF loose = target() ? target()->place : m_loose;
    const QPointF fixed = placeOf(m_scene, m_fixed);
    painter->setPen(QPen(colour, 2.25, target() ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(m_fixed.isOutput ? LinkItem::loosePath(fixed, loose)
                                       : LinkItem::loosePath(loose, fixed));
    if (target()) {
        painter->setPen(QPen(colour, 2 * scale));
        painter->setBrush(refused ? colours.raised : colour);
        painter->drawEllipse(loose, 7 * scale, 7 * scale);
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(m_scene.shown(target()->port.layer)->sceneCard().adjusted(-2, -2, 2, 2),
                                 Theme::radius + 2, Theme::radius + 2);
    }
}

} // namespace lamina
