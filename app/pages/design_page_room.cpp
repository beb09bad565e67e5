// Room on the canvas for what comes in where a person has placed layers: what follows moves down, as far as
// it has to. Blocks move as a whole.
#include "app/document/project_document.h"
#include "app/pages/design_page.h"
#include "widgets/designer/block_frame.h"
#include "widgets/designer/block_node.h"
#include "widgets/designer/layer_node.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lamina {

namespace {
constexpr double beside = 8; // cards nearer than this are in each other's way

// What keeps together: a card with its layers, or the frame of an open block.
struct Thing {
    QRectF place;
    QStringList layers;
};

// `entered`: layers whose open blocks are looked into.
std::vector<Thing> thingsOn(const GraphScene& graph, const LayerNames& entered)
{
    std::vector<Thing> things;
    QStringList framed;
    for (const BlockFrame* frame : graph.frames())
        if (std::none_of(frame->layers().begin(), frame->layers().end(),
                         [&](const QString& layer) { return entered.contains(layer.toStdString()); })) {
            things.push_back({frame->frame(), frame->layers()});
            framed += frame->layers();
        }
    for (const GraphNode* node : graph.shownNodes())
        if (!framed.contains(node->layers().front()))
            things.push_back({node->sceneCard(), node->layers()});
    return things;
}

void moveDown(Positions& positions, const Thing& thing, double by)
{
    for (const QString& layer : thing.layers)
        positions[layer.toStdString()].y += by;
}

double upToGrid(double value)
{
    constexpr double grid = 4;
    return std::ceil(value / grid) * grid;
}
} // namespace

std::vector<LinkEnd> DesignPage::readersOf(const std::vector<TensorRef>& tensors) const
{
    std::vector<LinkEnd> readers;
    for (const LayerSpec& layer : m_document.project().model.layers)
        for (std::size_t i = 0; i < layer.inputs.size(); ++i)
            if (std::find(tensors.begin(), tensors.end(), layer.inputs[i]) != tensors.end())
                readers.push_back({layer.name, i});
    return readers;
}

// Around these layers as they are shown, with the frames of whole blocks.
QRectF DesignPage::placeOf(const LayerNames& layers) const
{
    QRectF all;
    for (const auto& [name, group] : groupsWithin(m_document.project().groups, layers))
        if (const BlockFrame* frame = m_graph->graph().frame(QString::fromStdString(name)))
            all |= frame->frame();
    for (const std::string& name : layers)
        if (const GraphNode* node = m_graph->graph().shown(QString::fromStdString(name)))
            all |= node->sceneCard();
    return all;
}

DesignPage::Room DesignPage::roomBelow(const LayerNames& sources, const std::vector<LinkEnd>& readers,
                                       QSizeF size) const
{
    const GraphScene& graph = m_graph->graph();
    const ModelSpec& model = m_document.project().model;
    // All that follows, over any number of links.
    LayerNames follows;
    for (const LinkEnd& reader : readers)
        if (!sources.contains(reader.layer))
            follows.insert(reader.layer);
    for (bool grows = true; grows;) {
        grows = false;
        for (const LayerSpec& layer : model.layers)
            for (const TensorRef& input : layer.inputs)
                if (follows.contains(input.layer) && !sources.contains(layer.name))
                    grows |= follows.insert(layer.name).second;
    }

    Room room{{}, graph.positions()};
    const QRectF above = placeOf(sources);
    QRectF wanted(QPointF(above.center().x() - size.width() / 2, upToGrid(above.bottom() + roomBetween)),
                  size);
    if (above.isEmpty()) // it reads nothing: over what reads it
        wanted.moveTopLeft(placeOf(follows).topLeft() - QPointF(0, size.height() + roomBetween));
    double lack = 0;
    std::vector<Thing> later;
    std::vector<QRectF> strangers;
    for (const Thing& thing : thingsOn(graph, sources)) {
        const bool isLater = std::any_of(thing.layers.begin(), thing.layers.end(), [&](const QString& layer) {
            return follows.contains(layer.toStdString());
        });
        const bool isSource =
            std::any_of(thing.layers.begin(), thing.layers.end(),
                        [&](const QString& layer) { return sources.contains(layer.toStdString()); });
        const QRectF near = wanted.adjusted(-beside, -beside, beside, roomBetween - 1);
        if (isLater)
            later.push_back(thing);
        else if (!isSource)
            strangers.push_back(thing.place);
        if (isLater && thing.place.intersects(near))
            lack = std::max(lack, upToGrid(wanted.bottom() + roomBetween - thing.place.top()));
    }
    for (const Thing& thing : later)
        moveDown(room.arrangement, thing, graph.arranged({0, lack}).y);
    const auto taken = [&](const QRectF& stranger) {
        return stranger.intersects(wanted.adjusted(-beside, -beside, beside, beside));
    };
    while (std::any_of(strangers.begin(), strangers.end(), taken))
        wanted.translate(LayerNode::width + 32, 0);
    room.corner = graph.arranged(wanted.topLeft());
    return room;
}

// What stands where the frame of a closed block will be, and all below, moves down.
Positions DesignPage::roomForFrame(const QString& block) const
{
    const GraphScene& graph = m_graph->graph();
    const BlockNode* card = graph.block(block);
    if (!card)
        return {};
    QRectF frame;
    for (const LayerNode* layer : card->members())
        frame |= layer->sceneCard();
    frame.adjust(-BlockFrame::padding, 0, BlockFrame::padding, BlockFrame::padding);
    const std::vector<Thing> things = thingsOn(graph, {});
    const auto isOther = [&](const Thing& thing) {
        return thing.layers != card->layers() && thing.place.top() > card->sceneCard().top();
    };
    double highest = std::numeric_limits<double>::max();
    for (const Thing& thing : things)
        if (isOther(thing) && thing.place.intersects(frame))
            highest = std::min(highest, thing.place.top());
    Positions moved = graph.positions();
    if (highest >= frame.bottom())
        return {};
    for (const Thing& thing : things)
        if (isOther(thing) && thing.place.top() >= highest)
            moveDown(moved, thing,
                     graph.arranged({0, upToGrid(frame.bottom() + roomBetween / 2 - highest)}).y);
    return moved;
}

} // namespace lamina
