#include "widgets/designer/graph_scene.h"

#include "widgets/designer/layer_node.h"
#include "widgets/designer/link_item.h"

#include <QScopedValueRollback>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace lamina {

GraphScene::GraphScene(QObject* parent) : QGraphicsScene(parent)
{
    setItemIndexMethod(NoIndex); // items move, and there are hundreds, not thousands
}

void GraphScene::setModel(const ModelSpec& model, const ModelAnalysis& analysis, const Positions& positions,
                          QSizeF room)
{
    m_model = model;
    m_analysis = analysis;
    QHash<QString, LayerNode*> nodes;
    QStringList names;
    std::vector<LayerNode*> added;
    for (std::size_t i = 0; i < model.layers.size(); ++i) {
        const QString name = QString::fromStdString(model.layers[i].name);
        names += name;
        if (nodes.contains(name))
            continue; // two of one name: the fault says so
        LayerNode* item = m_nodes.take(name);
        if (!item) {
            item = new LayerNode(name);
            item->setPreviewShown(m_previewsShown);
            added.push_back(item);
        }
        item->setLayer(model.layers[i], analysis.layers.at(i));
        nodes.insert(name, item);
    }
    for (LinkItem* link : m_links)
        delete link;
    m_links.clear();
    m_edges.clear();
    qDeleteAll(m_nodes); // those that are gone
    m_nodes = nodes;
    m_names = names;
    m_order.clear();
    for (const int index : analysis.order)
        m_order += names.at(index);
    if (m_order.isEmpty())
        m_order = names;
    for (LayerNode* item : added)
        addItem(item);
    m_positions = positions;
    std::erase_if(m_positions,
                  [this](const auto& each) { return !m_nodes.contains(QString::fromStdString(each.first)); });
    m_room = room;
    makeLinks(model);
    place();
}

void GraphScene::makeLinks(const ModelSpec& model)
{
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
            auto* link = new LinkItem(m_nodes.value(source),
                                      static_cast<std::size_t>(std::max(layer.inputs[input].index, 0)),
                                      m_nodes.value(name), input);
            addItem(link);
            m_links.push_back(link);
            m_edges.emplace_back(index.value(source), index.value(name));
        }
    }
}

void GraphScene::setPreviewsShown(bool shown)
{
    if (shown == m_previewsShown)
        return;
    m_previewsShown = shown;
    for (LayerNode* item : std::as_const(m_nodes))
        item->setPreviewShown(shown);
    place();
}

QSizeF GraphScene::card() const
{
    return {LayerNode::width, LayerNode::height + (m_previewsShown ? LayerNode::previewHeight : 0)};
}

namespace {
// So that gaps as wide as the layout's stay so.
double stretch(double cardHeight)
{
    const double gap = LayoutRules().gapDown;
    return (cardHeight + gap) / (LayerNode::height + gap);
}
} // namespace

QPointF GraphScene::onCanvas(const CanvasPosition& arranged) const
{
    return {arranged.x, arranged.y * stretch(card().height())};
}

CanvasPosition GraphScene::arranged(QPointF onCanvas) const
{
    const double factor = stretch(card().height());
    return {onCanvas.x(), factor == 1 ? onCanvas.y() : std::round(onCanvas.y() / factor)};
}

bool GraphScene::setRoom(QSizeF room)
{
    if (room == m_room)
        return false;
    m_room = room;
    const Positions before = positions();
    place();
    return !(before == positions());
}

void GraphScene::place()
{
    const QScopedValueRollback placing(m_placing, true);
    LayoutRules rules;
    rules.room = m_room;
    const QSizeF card = this->card();
    const GraphLayout layout =
        layOut(std::vector<QSizeF>(static_cast<std::size_t>(m_names.size()), card), m_edges, rules);
    const auto hasPlace = [&](const QString& name) { return m_positions.contains(name.toStdString()); };
    for (int i = 0; i < m_names.size(); ++i) {
        LayerNode* item = m_nodes.value(m_names[i]);
        if (m_positions.empty())
            item->setPos(layout.positions[static_cast<std::size_t>(i)]);
        else if (const auto found = m_positions.find(m_names[i].toStdString()); found != m_positions.end())
            item->setPos(onCanvas(found->second));
    }
    // Where a person has placed layers, new ones stand below what they read, at the first free spot.
    if (!m_positions.empty()) {
        QStringList placed;
        for (const QString& name : m_order)
            if (hasPlace(name))
                placed += name;
        for (const QString& name : m_order) {
            if (hasPlace(name))
                continue;
            const QList<LayerNode*> sources = inputs(node(name));
            QPointF spot = sources.isEmpty()
                ? QPointF(0, 0)
                : sources.front()->pos() + QPointF(0, card.height() + rules.gapDown);
            const auto taken = [&] {
                const QRectF wanted = QRectF(spot, card).adjusted(-8, -16, 8, 16);
                return std::any_of(placed.begin(), placed.end(), [&](const QString& other) {
                    return wanted.intersects(QRectF(node(other)->pos(), card));
                });
            };
            while (taken())
                spot += QPointF(card.width() + rules.gapAcross, 0);
            node(name)->setPos(spot);
            placed += name;
        }
    }
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        m_links[i]->setBends(m_positions.empty() ? layout.bends[i] : std::vector<QPointF>());
        m_links[i]->route();
    }
}

void GraphScene::nodeMoved(LayerNode* moved)
{
    if (m_placing)
        return;
    for (LinkItem* link : m_links)
        if (link->from() == moved || link->to() == moved) {
            link->setBends({});
            link->route();
        }
}

void GraphScene::nodeResized(const LayerNode* node)
{
    for (LinkItem* link : m_links)
        if (link->from() == node || link->to() == node)
            link->route();
}

void GraphScene::restyle()
{
    for (LayerNode* item : std::as_const(m_nodes))
        item->restyle();
    update();
}

LinkItem* GraphScene::link(const LinkEnd& end) const
{
    for (LinkItem* each : m_links)
        if (each->input() == end.input && each->to()->name().toStdString() == end.layer)
            return each;
    return nullptr;
}

QList<LayerNode*> GraphScene::followers(const LayerNode* from) const
{
    QList<LayerNode*> found;
    for (const LinkItem* link : m_links)
        if (link->from() == from && !found.contains(link->to()))
            found += link->to();
    return found;
}

QList<LayerNode*> GraphScene::inputs(const LayerNode* to) const
{
    QList<LayerNode*> found;
    for (const LinkItem* link : m_links)
        if (link->to() == to && !found.contains(link->from()))
            found += link->from();
    return found;
}

Positions GraphScene::positions() const
{
    Positions found;
    for (auto each = m_nodes.cbegin(); each != m_nodes.cend(); ++each)
        found[each.key().toStdString()] = arranged(each.value()->pos());
    return found;
}

QRectF GraphScene::content() const
{
    QRectF all;
    for (const LayerNode* each : m_nodes)
        all |= each->sceneBoundingRect();
    for (const LinkItem* link : m_links)
        all |= link->boundingRect();
    return all;
}

} // namespace lamina
