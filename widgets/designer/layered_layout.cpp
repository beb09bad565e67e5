#include "widgets/designer/layered_layout.h"

#include "widgets/designer/graph_layout.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace lamina {

namespace {
constexpr double largestSide = 150, largestThickness = 80, tallestRow = 170;
constexpr double leastSide = 10, leastThickness = 4;
constexpr double rowDepth = 8; // of rows of numbers
constexpr BlockSize unknownSize{.height = 36, .depth = 24, .thickness = 16};
constexpr double backAcross = 0.36, backUp = 0.28; // what depth takes on the page
constexpr double widestWords = 104;
constexpr double gap = 18, gapBranches = 18, gapRows = 36, gapWords = 4;
constexpr double bend = 8;

bool isRow(const Shape& shape)
{
    return shape.rank() <= 1;
}

Index heightOf(const Shape& shape)
{
    return shape.rank() >= 3 ? shape[-3] : shape[0];
}

Index depthOf(const Shape& shape)
{
    return shape.rank() >= 3 ? shape[-2] : 1;
}

// What stands before height and width, as the pictures of a film, counts as channels do.
Index channelsOf(const Shape& shape)
{
    const Index area = heightOf(shape) * depthOf(shape);
    return area > 0 ? shape.elements() / area : 0;
}

double root(Index size)
{
    return std::sqrt(static_cast<double>(std::max<Index>(size, 1)));
}

double rowLength(Index size)
{
    return std::log2(1 + static_cast<double>(std::max<Index>(size, 1)));
}

// To the right, with level ends.
void curveTo(QPainterPath& path, QPointF to)
{
    const QPointF from = path.currentPosition();
    const double pull = std::max(gap / 2, (to.x() - from.x()) / 2);
    path.cubicTo(from + QPointF(pull, 0), to - QPointF(pull, 0), to);
}

// From the end of a row, right of `end` and back along the gutter below it, to the left of the next row.
void turn(QPainterPath& path, QPointF end, QPointF start)
{
    const QPointF from = path.currentPosition();
    path.lineTo(std::max(from.x(), end.x() - bend), from.y());
    const double x = std::max(from.x() + bend, end.x());
    path.quadTo({x, from.y()}, {x, from.y() + bend});
    path.lineTo(x, end.y() - bend);
    path.quadTo({x, end.y()}, {x - bend, end.y()});
    path.lineTo(start.x() + bend, start.y());
}

// Down from the gutter, and in from the left.
void enterAt(QPainterPath& path, QPointF start, QPointF to)
{
    path.quadTo(start, {start.x(), start.y() + bend});
    path.lineTo(start.x(), to.y() - bend);
    path.quadTo({start.x(), to.y()}, {start.x() + bend, to.y()});
    path.lineTo(to);
}

// `bends` as in GraphLayout, with the way to the right.
QPainterPath route(QPointF from, const std::vector<QPointF>& bends, QPointF to)
{
    QPainterPath path(from);
    const QPointF* gutter = nullptr; // the left end of that along which the link came to this row
    const auto reach = [&](QPointF next) {
        if (gutter)
            enterAt(path, *gutter, next);
        else
            curveTo(path, next);
        gutter = nullptr;
    };
    for (std::size_t i = 0; i + 1 < bends.size(); i += 2) {
        if (bends[i + 1].x() < bends[i].x()) {
            turn(path, bends[i], bends[i + 1]);
            gutter = &bends[i + 1];
        } else {
            reach(bends[i]);
            path.lineTo(bends[i + 1]);
        }
    }
    reach(to);
    return path;
}

NodeLinks linksOf(const ModelSpec& model)
{
    std::map<std::string, int> index;
    for (std::size_t i = 0; i < model.layers.size(); ++i)
        index.try_emplace(model.layers[i].name, static_cast<int>(i));
    NodeLinks links;
    for (std::size_t i = 0; i < model.layers.size(); ++i)
        for (const TensorRef& input : model.layers[i].inputs)
            if (const auto found = index.find(input.layer);
                found != index.end() && found->second != static_cast<int>(i))
                links.emplace_back(found->second, static_cast<int>(i));
    return links;
}
} // namespace

BlockScale::BlockScale(const std::vector<Shape>& shapes)
{
    double side = 1, channel = 1, number = 1;
    for (const Shape& shape : shapes) {
        if (isRow(shape)) {
            number = std::max(number, rowLength(shape.elements()));
            continue;
        }
        side = std::max({side, root(heightOf(shape)), root(depthOf(shape))});
        channel = std::max(channel, root(channelsOf(shape)));
    }
    m_side = std::min(14.0, largestSide / side);
    m_channel = std::min(2.4, largestThickness / channel);
    m_number = std::min(14.0, tallestRow / number);
}

BlockSize BlockScale::of(const Shape& shape) const
{
    if (isRow(shape))
        return {std::max(leastSide, m_number * rowLength(shape.elements())), rowDepth, rowDepth};
    return {std::max(leastSide, m_side * root(heightOf(shape))),
            shape.rank() == 2 ? rowDepth : std::max(leastSide, m_side * root(depthOf(shape))),
            std::max(leastThickness, m_channel * root(channelsOf(shape)))};
}

QPolygonF LayerBlock::outline() const
{
    return QPolygonF({front.bottomLeft(), front.topLeft(), front.topLeft() + back, front.topRight() + back,
                      front.bottomRight() + back, front.bottomRight()});
}

QPolygonF LayerBlock::top() const
{
    return QPolygonF({front.topLeft(), front.topLeft() + back, front.topRight() + back, front.topRight()});
}

QPolygonF LayerBlock::side() const
{
    return QPolygonF(
        {front.topRight(), front.topRight() + back, front.bottomRight() + back, front.bottomRight()});
}

// The graph's layout lies on its side: its ranks go to the right, its columns become rows.
LayeredLayout layOutBlocks(const ModelSpec& model, const ModelAnalysis& analysis, QSizeF room,
                           const std::vector<QSizeF>& words)
{
    std::vector<Shape> shapes;
    for (const LayerAnalysis& layer : analysis.layers)
        if (!layer.outputs.empty())
            shapes.push_back(layer.outputs.front());
    const BlockScale scale(shapes);
    double below = 0; // what the words take, for all the same: blocks stand in line
    for (const QSizeF& size : words)
        below = std::max(below, gapWords + size.height());

    std::vector<LayerBlock> blocks(model.layers.size());
    std::vector<QSizeF> nodes;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        LayerBlock& block = blocks[i];
        block.layer = static_cast<int>(i);
        block.known = !analysis.layers[i].outputs.empty();
        const BlockSize size = block.known ? scale.of(analysis.layers[i].outputs.front()) : unknownSize;
        block.front = {0, 0, size.thickness, size.height};
        block.back = {size.depth * backAcross, -size.depth * backUp};
        const QRectF its = block.bounds();
        const double wide = words.empty() ? 0 : std::min(widestWords, words[i].width());
        nodes.emplace_back(its.height() + below, std::max(its.width(), wide));
    }

    LayoutRules rules;
    rules.gapAcross = gapBranches;
    rules.gapDown = gap;
    rules.gapColumns = gapRows;
    rules.lane = 8;
    rules.room = room.transposed();
    const NodeLinks links = linksOf(model);
    const GraphLayout layout = layOut(nodes, links, rules);

    LayeredLayout made;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        LayerBlock& block = blocks[i];
        const QRectF place(layout.positions[i].transposed(), nodes[i].transposed());
        const QRectF its = block.bounds();
        block.front.translate(place.center().x() - its.width() / 2, place.top() - its.top());
        if (!words.empty())
            block.words = {place.left(), place.bottom() - below + gapWords, place.width(), below - gapWords};
        made.bounds |= place;
    }
    // What passes in a row does so in line with the blocks, above their words.
    const auto bendsOf = [&](const std::vector<QPointF>& points) {
        std::vector<QPointF> bends;
        for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
            const bool passes = points[i + 1].y() >= points[i].y();
            for (const QPointF& each : {points[i], points[i + 1]})
                bends.push_back(each.transposed() - QPointF(0, passes ? below / 2 : 0));
        }
        return bends;
    };
    for (std::size_t i = 0; i < links.size(); ++i) {
        const LayerBlock& from = blocks[static_cast<std::size_t>(links[i].first)];
        const LayerBlock& to = blocks[static_cast<std::size_t>(links[i].second)];
        made.links.push_back(route({from.bounds().right(), from.bounds().center().y()},
                                   bendsOf(layout.bends[i]), {to.front.left(), to.bounds().center().y()}));
        made.bounds |= made.links.back().boundingRect();
    }
    for (const int index : analysis.order)
        made.blocks.push_back(blocks[static_cast<std::size_t>(index)]);
    if (analysis.order.empty()) // a circle
        made.blocks = std::move(blocks);
    return made;
}

} // namespace lamina
