// Where the layers of a model stand when nobody placed them: in ranks from top to bottom with few crossings
// (Sugiyama, Tagawa, Toda 1981: ranks by longest path, medians for the order, then straight lines), and what
// is far longer than wide in columns, as a newspaper sets text.
#pragma once

#include <QPointF>
#include <QSizeF>

#include <utility>
#include <vector>

namespace lamina {

using NodeLinks = std::vector<std::pair<int, int>>; // node indices: from, to

struct LayoutRules {
    double gapAcross = 32; // between neighbours of a rank
    double gapDown = 40; // between ranks
    double gapColumns = 72; // between columns
    double lane = 16; // what a passing link takes in a rank
    QSizeF room{960, 640}; // of the view at full size: decides the number of columns; empty: one column
};

struct GraphLayout {
    std::vector<QPointF> positions; // top left corners, one for each node
    // Points a link passes between its ends, in the order of the links; from its source downwards, in pairs
    // between which it runs straight. A pair that rises is the gutter in which it climbs to the next column.
    std::vector<std::vector<QPointF>> bends;
    std::vector<int> ranks; // of each node
    int columns = 1;
};

// `nodes` are the sizes. Circles are laid out as well as can be. The same input gives the same layout.
GraphLayout layOut(const std::vector<QSizeF>& nodes, const NodeLinks& links, const LayoutRules& rules);

} // namespace lamina
