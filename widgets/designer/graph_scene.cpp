#include "widgets/designer/graph_scene.h"

#include "widgets/designer/block_frame.h"
#include "widgets/designer/block_layout.h"
#include "widgets/designer/block_node.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/link_item.h"

#include <QScopedValueRollback>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace lamina {

namespace {
// So that gaps as wide as the layout's stay so.
double stretch(double cardHeight)
{
    const double gap = LayoutRules().gapDown;
    return (cardHeight + gap) / (LayerNode::height + gap);
}
} // namespace

GraphScene::GraphScene(QObject* parent) : QGraphicsScene(parent)
{
    setItemIndexMethod(NoIndex); // items move, and there are hundreds, not thousands
}

void GraphScene::setModel(const ModelSpec& model, const ModelAnalysis& analysis, const Positions& positions,
                          QSizeF room, const LayerGroups& groups)
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
    removeLinksOf(m_nodes);
    qDeleteAll(m_nodes); // those that are gone
    if (!added.empty())
        m_arranged.reset();
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
    setBlocks(groups);
    makeLinks(model);
    place();
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
    Arrangement wanted{m_names, m_order, m_edges, m_groups, m_positions, m_room, card()};
    if (!(m_arranged == wanted)) {
        arrange(wanted);
        m_arranged = std::move(wanted);
    }
    for (BlockNode* block : std::as_const(m_blocks))
        block->stand(block->placeOverMembers());
    for (BlockFrame* frame : std::as_const(m_frames))
        frame->surround(m_enclosed.value(frame->name()));
    for (LinkItem* link : m_links)
        link->route();
}

void GraphScene::arrange(const Arrangement& wanted)
{
    m_enclosed.clear();
    if (wanted.positions.empty()) {
        QHash<QString, int> index;
        for (int i = 0; i < m_names.size(); ++i)
            index.insert(m_names[i], i);
        std::vector<LayoutBlock> blocks;
        for (const auto& [name, group] : m_groups) {
            LayoutBlock block{.members = {}, .closed = group.closed};
            for (const QString& layer : layersOf(name))
                block.members.push_back(index.value(layer));
            blocks.push_back(std::move(block));
        }
        BlockLayoutRules rules;
        rules.graph.room = wanted.room;
        rules.closedCard = {BlockNode::width, BlockNode::height};
        rules.beside = rules.below = BlockFrame::padding;
        const std::vector<QSizeF> cards(static_cast<std::size_t>(m_names.size()), wanted.card);
        const BlockLayout layout = layOut(cards, m_edges, blocks, rules);
        for (int i = 0; i < m_names.size(); ++i)
            m_nodes.value(m_names[i])->setPos(layout.positions[static_cast<std::size_t>(i)]);
        auto group = m_groups.begin();
        for (const QRectF& place : layout.blocks)
            m_enclosed.insert(QString::fromStdString((group++)->first), place);
        for (std::size_t i = 0; i < m_links.size(); ++i)
            m_links[i]->setBends(layout.bends[i]);
        keepRoutes();
    } else {
        placeByHand();
        for (LinkItem* link : m_links)
            link->setBends(keptRoute(*link));
    }
}

// Where a person has placed layers, new ones stand below what they read, at the first free spot.
void GraphScene::placeByHand()
{
    const LayoutRules rules;
    const QSizeF card = this->card();
    QStringList placed;
    for (const QString& name : m_order)
        if (const auto found = m_positions.find(name.toStdString()); found != m_positions.end()) {
            node(name)->setPos(onCanvas(found->second));
            placed += name;
        }
    for (const QString& name : m_order) {
        if (m_positions.contains(name.toStdString()))
            continue;
        QPointF spot(0, 0);
        for (const LinkItem* link : m_links)
            if (link->to() == node(name)) {
                spot = link->from()->pos() + QPointF(0, card.height() + rules.gapDown);
                break;
            }
        const auto taken = [&] {
            const QRectF wanted = QRectF(spot, card).adjusted(-8, -16, 8, 16);
            return !m_blockOf.contains(name)
                && std::any_of(placed.begin(), placed.end(), [&](const QString& other) {
                       return !m_blockOf.contains(other)
                           && wanted.intersects(QRectF(node(other)->pos(), card));
                   });
        };
        while (taken())
            spot += QPointF(card.width() + rules.gapAcross, 0);
        node(name)->setPos(spot);
        placed += name;
    }
}

void GraphScene::setBlocks(const LayerGroups& groups)
{
    m_groups = groups;
    QHash<QString, BlockNode*> blocks;
    QHash<QString, BlockFrame*> frames;
    m_blockOf.clear();
    for (const auto& [name, group] : m_groups) {
        const QString title = QString::fromStdString(name);
        const QStringList layers = layersOf(name);
        std::vector<LayerNode*> members;
        for (const QString& layer : layers)
            members.push_back(node(layer));
        if (group.closed) {
            BlockNode* block = m_blocks.take(title);
            if (!block)
                addItem(block = new BlockNode(title));
            block->setBlock(m_model, blockFacts(m_model, m_analysis, m_order, group.layers), members);
            blocks.insert(title, block);
            for (const QString& layer : layers)
                m_blockOf.insert(layer, block);
        } else {
            BlockFrame* frame = m_frames.take(title);
            if (!frame)
                addItem(frame = new BlockFrame(title));
            frame->setMembers(layers, members);
            frames.insert(title, frame);
        }
    }
    qDeleteAll(m_blocks);
    qDeleteAll(m_frames);
    m_blocks = blocks;
    m_frames = frames;
    m_shown.clear();
    for (const QString& name : std::as_const(m_order)) {
        node(name)->setVisible(!m_blockOf.contains(name));
        GraphNode* stands = shown(name);
        if (std::find(m_shown.begin(), m_shown.end(), stands) == m_shown.end())
            m_shown.push_back(stands);
    }
}

GraphNode* GraphScene::shown(const QString& name) const
{
    if (BlockNode* block = m_blockOf.value(name))
        return block;
    return node(name);
}

QStringList GraphScene::layersOf(const std::string& group) const
{
    QStringList layers;
    const auto found = m_groups.find(group);
    for (const QString& name : m_order)
        if (found != m_groups.end() && found->second.layers.contains(name.toStdString()) && node(name))
            layers += name;
    return layers;
}

void GraphScene::nodeMoved(LayerNode* moved)
{
    if (m_placing)
        return;
    m_arranged.reset();
    if (m_blockOf.contains(moved->name()))
        return;
    reroute(moved);
    if (const std::string* group = groupOf(m_groups, moved->name().toStdString()))
        m_frames.value(QString::fromStdString(*group))->surround();
}

void GraphScene::blockMoved(BlockNode* block, QPointF by)
{
    if (m_placing)
        return;
    m_arranged.reset();
    for (LayerNode* each : block->members())
        each->setPos(each->pos() + by);
    reroute(block);
}

void GraphScene::refreshBlocks()
{
    for (BlockNode* block : std::as_const(m_blocks)) {
        block->refresh();
        for (LinkItem* link : m_links)
            if (link->firstCard() == block)
                link->route(); // the card's lower edge may have moved
    }
    for (BlockFrame* frame : std::as_const(m_frames))
        frame->update();
}

void GraphScene::restyle()
{
    for (LayerNode* item : std::as_const(m_nodes))
        item->restyle();
    update();
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
    for (const GraphNode* each : m_shown)
        all |= each->sceneBoundingRect();
    for (const BlockFrame* frame : m_frames)
        all |= frame->sceneBoundingRect();
    for (const LinkItem* link : m_links)
        if (link->isVisible())
            all |= link->boundingRect();
    return all;
}

} // namespace lamina
