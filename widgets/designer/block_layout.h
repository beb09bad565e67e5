// The automatic layout of a graph in which some nodes are gathered in blocks: an open block is laid out by
// itself and takes its place among the others as one large node, so that its frame encloses nobody else; a
// closed one is a node.
#pragma once

#include "widgets/designer/graph_layout.h"

#include <QRectF>

namespace lamina {

struct LayoutBlock {
    std::vector<int> members; // node indices; no node is in two blocks
    bool closed = false;
};

struct BlockLayoutRules {
    LayoutRules graph;
    QSizeF closedCard; // the size of a closed block
    double beside = 16, above = 40, below = 16; // what a frame takes around its members
};

struct BlockLayout {
    // Top left corners of all nodes. Those in a closed block stand as they would if it were open, with the
    // middle of their upper edge on that of its card.
    std::vector<QPointF> positions;
    // Of each block: a closed one's card, or what the frame of an open one encloses.
    std::vector<QRectF> blocks;
    std::vector<std::vector<QPointF>> bends; // of each link, as in GraphLayout; none within a closed block
};

BlockLayout layOut(const std::vector<QSizeF>& nodes, const NodeLinks& links,
                   const std::vector<LayoutBlock>& blocks, const BlockLayoutRules& rules);

} // namespace lamina
