// The links on the canvas: kept in step with the model, and followed.
#include "widgets/designer/block_node.h"
#include "widgets/designer/graph_scene.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/link_item.h"

#include <algorithm>
#include <map>

namespace lamina {

void GraphScene::removeLinksOf(const QHash<QString, LayerNode*>& gone)
{
    std::erase_if(m_links, [&](LinkItem* link) {
        const bool goes = gone.contains(link->from()->name()) || gone.contains(link->to()->name());
        if (goes)
            delete link;
        return goes;
    });
}

// Those that were there stay, so that an edit draws anew only what it changes.
void GraphScene::makeLinks(const ModelSpec& model)
{
    std::map<std::pair<const LayerNode*, std::size_t>, LinkItem*> before; // by the input at which they end
    for (LinkItem* link : m_links)
        if (!before.emplace(std::pair(link->to(), link->input()), link).second)
            delete link; // of two layers of one name
    m_links.clear();
    m_edges.clear();
    QHash<QString, int> index;
    for (int i = 0; i < m_names.size(); ++i)
        if (!index.contains(m_names[i]))
            index.insert(m_names[i], i);
    for (const LayerSpec& layer : model.layers) {
        const QString name = QString::fromStdString(layer.name);
        for (std::size_t input = 0; input < layer.inputs.size(); ++input) {
            const QString source = QString::fromStdString(layer.inputs[input].layer);
            if (!index.contains(source) || source == name)
                continue; // the fault says so
            LayerNode *from = m_nodes.value(source), *to = m_nodes.value(name);
            const auto output = static_cast<std::size_t>(std::max(layer.inputs[input].index, 0));
            LinkItem* link = nullptr;
            if (const auto found = before.find({to, input});
                found != before.end() && found->second->from() == from && found->second->output() == output) {
                link = found->second;
                before.erase(found);
                link->showTip();
            } else {
                addItem(link = new LinkItem(from, output, to, input));
                m_arranged.reset();
            }
            link->setCards(shown(source), shown(name));
            m_links.push_back(link);
            m_edges.emplace_back(index.value(source), index.value(name));
        }
    }
    for (const auto& [end, link] : before)
        delete link;
}

void GraphScene::reroute(const GraphNode* moved)
{
    for (LinkItem* link : m_links)
        if (link->firstCard() == moved || link->lastCard() == moved) {
            link->setBends({});
            link->route();
        }
}

void GraphScene::nodeResized(const LayerNode* node)
{
    for (LinkItem* link : m_links)
        if (link->firstCard() == node || link->lastCard() == node)
            link->route();
}

LinkItem* GraphScene::link(const LinkEnd& end) const
{
    const QString reader = QString::fromStdString(end.layer);
    for (LinkItem* each : m_links)
        if (each->input() == end.input && each->to()->name() == reader)
            return each;
    return nullptr;
}

QList<GraphNode*> GraphScene::followers(const GraphNode* from) const
{
    QList<GraphNode*> found;
    for (const LinkItem* link : m_links)
        if (link->firstCard() == from && link->isVisible())
            if (GraphNode* to = shown(link->to()->name()); !found.contains(to))
                found += to;
    return found;
}

QList<GraphNode*> GraphScene::inputs(const GraphNode* to) const
{
    QList<GraphNode*> found;
    for (const LinkItem* link : m_links)
        if (link->lastCard() == to && link->isVisible())
            if (GraphNode* from = shown(link->from()->name()); !found.contains(from))
                found += from;
    return found;
}

void GraphScene::keepRoutes()
{
    m_routes.clear();
    for (const LinkItem* link : m_links)
        if (!link->bends().empty())
            m_routes.push_back(
                {link->from()->name(), link->end(), link->from()->pos(), link->to()->pos(), link->bends()});
}

std::vector<QPointF> GraphScene::keptRoute(const LinkItem& link) const
{
    const auto route = std::ranges::find_if(m_routes, [&](const Route& each) {
        return each.to == link.end() && each.from == link.from()->name();
    });
    if (route == m_routes.end())
        return {};
    const QPointF by = link.from()->pos() - route->start;
    if (by != link.to()->pos() - route->end)
        return {};
    std::vector<QPointF> bends = route->bends;
    for (QPointF& bend : bends)
        bend += by;
    return bends;
}

} // namespace lamina
