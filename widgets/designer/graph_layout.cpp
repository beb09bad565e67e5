#include "widgets/designer/graph_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace lamina {

namespace {
using Links = std::vector<std::pair<int, int>>;

constexpr double laneWidth = 16; // what a passing link takes in a rank
constexpr int sweeps = 12;

// A node, or a place where a long link passes a rank.
struct Place {
    int node = -1;
    int rank = 0;
    double x = 0; // centre
    double width = 0;
    std::vector<int> above, below; // indices of places
};

class Layering {
public:
    Layering(int nodes, const Links& links, const LayoutRules& rules) : m_rules(rules), m_links(links)
    {
        m_places.resize(static_cast<std::size_t>(nodes));
        for (int i = 0; i < nodes; ++i) {
            place(i).node = i;
            place(i).width = rules.node.width();
        }
        assignRanks(nodes);
        insertLanes();
        initialOrder();
        untangle();
        straighten();
    }

    int ranks() const { return static_cast<int>(m_order.size()); }
    bool isChain() const
    {
        return std::all_of(m_order.begin(), m_order.end(), [](const auto& rank) { return rank.size() == 1; });
    }

    GraphLayout result(int nodes) const
    {
        GraphLayout layout;
        const double pitch = m_rules.node.height() + m_rules.gapDown;
        double left = std::numeric_limits<double>::max();
        for (const Place& each : m_places)
            left = std::min(left, each.x - each.width / 2);
        for (int i = 0; i < nodes; ++i)
            layout.positions.emplace_back(place(i).x - place(i).width / 2 - left, place(i).rank * pitch);
        for (const std::vector<int>& lanes : m_lanes) {
            std::vector<QPointF> bends;
            for (const int lane : lanes) {
                const double top = place(lane).rank * pitch;
                bends.emplace_back(place(lane).x - left, top);
                bends.emplace_back(place(lane).x - left, top + m_rules.node.height());
            }
            layout.bends.push_back(std::move(bends));
        }
        return layout;
    }

private:
    Place& place(int index) { return m_places[static_cast<std::size_t>(index)]; }
    const Place& place(int index) const { return m_places[static_cast<std::size_t>(index)]; }

    // Longest path from the sources. In a circle the links that lead back are passed over.
    void assignRanks(int nodes)
    {
        const auto count = static_cast<std::size_t>(nodes);
        std::vector<std::vector<int>> followers(count);
        for (const auto& [from, to] : m_links)
            followers[static_cast<std::size_t>(from)].push_back(to);
        enum class Mark { New, Open, Done };
        std::vector<Mark> marks(count, Mark::New);
        std::vector<int> order;
        for (int root = 0; root < nodes; ++root) {
            std::vector<std::pair<int, std::size_t>> stack;
            if (marks[static_cast<std::size_t>(root)] == Mark::New)
                stack.emplace_back(root, 0);
            while (!stack.empty()) {
                auto& [node, next] = stack.back();
                const auto at = static_cast<std::size_t>(node);
                marks[at] = Mark::Open;
                if (next < followers[at].size()) {
                    const int follower = followers[at][next++];
                    if (marks[static_cast<std::size_t>(follower)] == Mark::New)
                        stack.emplace_back(follower, 0);
                    continue;
                }
                marks[at] = Mark::Done;
                order.push_back(node);
                stack.pop_back();
            }
        }
        std::reverse(order.begin(), order.end());
        std::vector<int> position(count);
        for (std::size_t i = 0; i < count; ++i)
            position[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
        for (const int node : order)
            for (const int follower : followers[static_cast<std::size_t>(node)])
                if (position[static_cast<std::size_t>(follower)] > position[static_cast<std::size_t>(node)])
                    place(follower).rank = std::max(place(follower).rank, place(node).rank + 1);
    }

    void insertLanes()
    {
        for (const auto& [from, to] : m_links) {
            std::vector<int> lanes;
            int last = from;
            for (int rank = place(from).rank + 1; rank < place(to).rank; ++rank) {
                const int lane = static_cast<int>(m_places.size());
                Place passing;
                passing.rank = rank;
                passing.width = laneWidth;
                m_places.push_back(passing);
                join(last, lane);
                lanes.push_back(lane);
                last = lane;
            }
            if (place(to).rank > place(from).rank)
                join(last, to);
            m_lanes.push_back(std::move(lanes));
        }
    }

    void join(int above, int below)
    {
        place(above).below.push_back(below);
        place(below).above.push_back(above);
    }

    void initialOrder()
    {
        int last = 0;
        for (const Place& each : m_places)
            last = std::max(last, each.rank);
        m_order.resize(m_places.empty() ? 0 : static_cast<std::size_t>(last) + 1);
        for (int i = 0; i < static_cast<int>(m_places.size()); ++i)
            m_order[static_cast<std::size_t>(place(i).rank)].push_back(i);
        m_index.resize(m_places.size());
        for (const auto& rank : m_order)
            number(rank);
    }

    void number(const std::vector<int>& rank)
    {
        for (std::size_t i = 0; i < rank.size(); ++i)
            m_index[static_cast<std::size_t>(rank[i])] = static_cast<int>(i);
    }

    double median(const std::vector<int>& neighbours, double otherwise) const
    {
        if (neighbours.empty())
            return otherwise;
        std::vector<int> indices;
        for (const int each : neighbours)
            indices.push_back(m_index[static_cast<std::size_t>(each)]);
        std::sort(indices.begin(), indices.end());
        const std::size_t half = indices.size() / 2;
        return indices.size() % 2 == 1 ? indices[half] : 0.5 * (indices[half - 1] + indices[half]);
    }

    long crossings() const
    {
        long count = 0;
        for (const auto& rank : m_order) {
            std::vector<int> ends; // of the links below, from left to right
            for (const int each : rank) {
                std::vector<int> below;
                for (const int next : place(each).below)
                    below.push_back(m_index[static_cast<std::size_t>(next)]);
                std::sort(below.begin(), below.end());
                ends.insert(ends.end(), below.begin(), below.end());
            }
            for (std::size_t i = 0; i < ends.size(); ++i)
                for (std::size_t j = i + 1; j < ends.size(); ++j)
                    count += ends[i] > ends[j];
        }
        return count;
    }

    void untangle()
    {
        auto best = m_order;
        long fewest = crossings();
        for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
            const bool down = sweep % 2 == 0;
            for (std::size_t k = 0; k < m_order.size(); ++k) {
                auto& rank = m_order[down ? k : m_order.size() - 1 - k];
                std::vector<double> keys(m_places.size());
                for (const int each : rank)
                    keys[static_cast<std::size_t>(each)] =
                        median(down ? place(each).above : place(each).below,
                               m_index[static_cast<std::size_t>(each)]);
                std::stable_sort(rank.begin(), rank.end(), [&](int a, int b) {
                    return keys[static_cast<std::size_t>(a)] < keys[static_cast<std::size_t>(b)];
                });
                number(rank);
            }
            if (const long now = crossings(); now < fewest) {
                fewest = now;
                best = m_order;
            }
        }
        m_order = std::move(best);
        for (const auto& rank : m_order)
            number(rank);
    }

    // Puts each rank as near as can be to where its neighbours want it, keeping order and distances: the best
    // such places are found by pooling those that would overlap (isotonic regression).
    void settle(const std::vector<int>& rank, const std::vector<double>& wanted,
                const std::vector<double>& weights)
    {
        struct Pool {
            double sum, weight;
            std::size_t first;
            double mean() const { return sum / weight; }
        };
        std::vector<double> offset(rank.size(), 0);
        for (std::size_t i = 1; i < rank.size(); ++i)
            offset[i] =
                offset[i - 1] + (place(rank[i - 1]).width + place(rank[i]).width) / 2 + m_rules.gapAcross;
        std::vector<Pool> pools;
        for (std::size_t i = 0; i < rank.size(); ++i) {
            pools.push_back({(wanted[i] - offset[i]) * weights[i], weights[i], i});
            while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
                const Pool last = pools.back();
                pools.pop_back();
                pools.back().sum += last.sum;
                pools.back().weight += last.weight;
            }
        }
        for (std::size_t p = 0; p < pools.size(); ++p) {
            const std::size_t end = p + 1 < pools.size() ? pools[p + 1].first : rank.size();
            for (std::size_t i = pools[p].first; i < end; ++i)
                place(rank[i]).x = pools[p].mean() + offset[i];
        }
    }

    void straighten()
    {
        for (const auto& rank : m_order)
            settle(rank, std::vector<double>(rank.size(), 0), std::vector<double>(rank.size(), 1));
        for (int sweep = 0; sweep < 2 * sweeps; ++sweep) {
            const bool down = sweep % 2 == 0;
            for (std::size_t k = 0; k < m_order.size(); ++k) {
                const auto& rank = m_order[down ? k : m_order.size() - 1 - k];
                std::vector<double> wanted, weights;
                for (const int each : rank) {
                    const auto& neighbours = down ? place(each).above : place(each).below;
                    double sum = 0;
                    for (const int other : neighbours)
                        sum += place(other).x;
                    wanted.push_back(neighbours.empty() ? place(each).x
                                                        : sum / static_cast<double>(neighbours.size()));
                    // Long links shall run straight.
                    weights.push_back(neighbours.empty() ? 0.1 : place(each).node < 0 ? 4 : 1);
                }
                settle(rank, wanted, weights);
            }
        }
    }

    const LayoutRules& m_rules;
    const Links& m_links;
    std::vector<Place> m_places;
    std::vector<std::vector<int>> m_lanes; // of each link
    std::vector<std::vector<int>> m_order; // of each rank, from left to right
    std::vector<int> m_index; // of each place in its rank
};

// The fewest columns that can be read without scrolling, or else those that shrink the least.
int columnsFor(int nodes, const LayoutRules& rules)
{
    int best = 1;
    double largest = 0;
    for (int columns = 1; columns <= nodes; ++columns) {
        const int rows = (nodes + columns - 1) / columns;
        const double width = columns * rules.node.width() + (columns - 1) * rules.gapColumns;
        const double height = rows * rules.node.height() + (rows - 1) * rules.gapDown;
        const double scale = std::min({1.0, rules.room.width() / width, rules.room.height() / height});
        if (scale > largest + 0.02) {
            largest = scale;
            best = columns;
        }
    }
    return best;
}

GraphLayout inColumns(const std::vector<int>& chain, int columns, std::size_t links, const LayoutRules& rules)
{
    GraphLayout layout;
    layout.columns = columns;
    layout.bends.resize(links);
    layout.positions.resize(chain.size());
    const int count = static_cast<int>(chain.size());
    const int rows = (count + columns - 1) / columns;
    for (int i = 0; i < count; ++i)
        layout.positions[static_cast<std::size_t>(chain[static_cast<std::size_t>(i)])] =
            QPointF(i / rows * (rules.node.width() + rules.gapColumns),
                    i % rows * (rules.node.height() + rules.gapDown));
    return layout;
}
} // namespace

GraphLayout layOut(int nodes, const std::vector<std::pair<int, int>>& links, const LayoutRules& rules)
{
    if (nodes == 0)
        return {};
    const Layering layering(nodes, links, rules);
    GraphLayout layout = layering.result(nodes);
    if (!layering.isChain())
        return layout;
    std::vector<int> chain(static_cast<std::size_t>(nodes));
    std::iota(chain.begin(), chain.end(), 0);
    std::sort(chain.begin(), chain.end(), [&](int a, int b) {
        return layout.positions[static_cast<std::size_t>(a)].y()
            < layout.positions[static_cast<std::size_t>(b)].y();
    });
    return inColumns(chain, columnsFor(nodes, rules), links.size(), rules);
}

} // namespace lamina
