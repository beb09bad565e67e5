// Where the layers of a model stand when nobody placed them: in ranks from top to bottom with few crossings
// (Sugiyama, Tagawa, Toda 1981: ranks by longest path, medians for the order, then straight lines), and a
// long chain in columns, as a newspaper sets text.
#pragma once

#include <QPointF>
#include <QSizeF>

#include <utility>
#include <vector>

namespace lamina {

struct LayoutRules {
    QSizeF node{232, 60};
    double gapAcross = 32; // between neighbours of a rank
    double gapDown = 40; // between ranks
    double gapColumns = 72; // between the columns of a chain
    QSizeF room{960, 640}; // of the view at full size: decides the number of columns
};

struct GraphLayout {
    std::vector<QPointF> positions; // top left corners, one for each node
    // Points a link passes between its ends, in the order of the links; from its source downwards.
    std::vector<std::vector<QPointF>> bends;
    int columns = 1;
};

// `links` join the node indices (from, to). Circles are laid out as well as can be.
GraphLayout layOut(int nodes, const std::vector<std::pair<int, int>>& links, const LayoutRules& rules);

} // namespace lamina
