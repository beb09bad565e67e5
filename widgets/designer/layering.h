// The nodes of a graph in ranks: which rank, in which order, and where across. What graph_layout makes places
// of.
#pragma once

#include "widgets/designer/graph_layout.h"

namespace lamina {

// A node, or a place where a long link passes a rank.
struct LayerPlace {
    int node = -1;
    int rank = 0;
    double x = 0; // centre
    double width = 0;
    std::vector<int> above, below; // indices of places
};

class Layering {
public:
    Layering(const std::vector<QSizeF>& nodes, const NodeLinks& links, const LayoutRules& rules);

    const LayerPlace& place(int index) const { return m_places[static_cast<std::size_t>(index)]; }
    const std::vector<std::vector<int>>& order() const { return m_order; } // of each rank, left to right
    // Of each link: the places where it passes.
    const std::vector<std::vector<int>>& lanes() const { return m_lanes; }

private:
    LayerPlace& place(int index) { return m_places[static_cast<std::size_t>(index)]; }
    int indexOf(int place) const { return m_index[static_cast<std::size_t>(place)]; }
    void assignRanks();
    void insertLanes();
    void join(int above, int below);
    void initialOrder();
    void number(const std::vector<int>& rank);
    double median(const std::vector<int>& neighbours, double otherwise) const;
    long crossings() const;
    long crossingsOf(int left, int right) const;
    void exchangeNeighbours();
    void untangle();
    void settle(const std::vector<int>& rank, const std::vector<double>& wanted,
                const std::vector<double>& weights);
    void straighten();

    const LayoutRules& m_rules;
    const NodeLinks& m_links;
    std::vector<LayerPlace> m_places;
    std::vector<std::vector<int>> m_lanes;
    std::vector<std::vector<int>> m_order;
    std::vector<int> m_index; // of each place in its rank
};

} // namespace lamina
