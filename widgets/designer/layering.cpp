#include "widgets/designer/layering.h"

#include <algorithm>
#include <numeric>

namespace lamina {

namespace {
constexpr int sweeps = 12;
} // namespace

Layering::Layering(const std::vector<QSizeF>& nodes, const NodeLinks& links, const LayoutRules& rules)
    : m_rules(rules), m_links(links), m_places(nodes.size())
{
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        m_places[i].node = static_cast<int>(i);
        m_places[i].width = nodes[i].width();
    }
    assignRanks();
    insertLanes();
    initialOrder();
    untangle();
    straighten();
}

// Longest path from the sources. In a circle the links that lead back are passed over.
void Layering::assignRanks()
{
    const std::size_t count = m_places.size();
    const int nodes = static_cast<int>(count);
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
    // What begins late stands just above what it feeds, not at the top with a long link.
    std::vector<bool> fed(count, false);
    for (const auto& [from, to] : m_links)
        fed[static_cast<std::size_t>(to)] = true;
    for (int node = 0; node < nodes; ++node) {
        const std::vector<int>& next = followers[static_cast<std::size_t>(node)];
        if (fed[static_cast<std::size_t>(node)] || next.empty())
            continue;
        int nearest = place(next.front()).rank;
        for (const int follower : next)
            nearest = std::min(nearest, place(follower).rank);
        place(node).rank = std::max(0, nearest - 1);
    }
}

void Layering::insertLanes()
{
    for (const auto& [from, to] : m_links) {
        std::vector<int> lanes;
        int last = from;
        for (int rank = place(from).rank + 1; rank < place(to).rank; ++rank) {
            const int lane = static_cast<int>(m_places.size());
            LayerPlace passing;
            passing.rank = rank;
            passing.width = m_rules.lane;
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

void Layering::join(int above, int below)
{
    place(above).below.push_back(below);
    place(below).above.push_back(above);
}

void Layering::initialOrder()
{
    int last = 0;
    for (const LayerPlace& each : m_places)
        last = std::max(last, each.rank);
    m_order.resize(m_places.empty() ? 0 : static_cast<std::size_t>(last) + 1);
    for (int i = 0; i < static_cast<int>(m_places.size()); ++i)
        m_order[static_cast<std::size_t>(place(i).rank)].push_back(i);
    m_index.resize(m_places.size());
    for (const auto& rank : m_order)
        number(rank);
}

void Layering::number(const std::vector<int>& rank)
{
    for (std::size_t i = 0; i < rank.size(); ++i)
        m_index[static_cast<std::size_t>(rank[i])] = static_cast<int>(i);
}

double Layering::median(const std::vector<int>& neighbours, double otherwise) const
{
    if (neighbours.empty())
        return otherwise;
    std::vector<int> indices;
    for (const int each : neighbours)
        indices.push_back(indexOf(each));
    std::sort(indices.begin(), indices.end());
    const std::size_t half = indices.size() / 2;
    return indices.size() % 2 == 1 ? indices[half] : 0.5 * (indices[half - 1] + indices[half]);
}

// Of the links between each rank and the next, counted as inversions with a tree of sums.
long Layering::crossings() const
{
    long count = 0;
    std::vector<int> ends, sums;
    for (std::size_t r = 0; r + 1 < m_order.size(); ++r) {
        sums.assign(m_order[r + 1].size() + 1, 0);
        int seen = 0;
        for (const int each : m_order[r]) {
            ends.clear();
            for (const int next : place(each).below)
                ends.push_back(indexOf(next));
            for (const int end : ends) {
                int before = 0; // links seen so far that end at `end` or left of it
                for (int i = end + 1; i > 0; i -= i & -i)
                    before += sums[static_cast<std::size_t>(i)];
                count += seen - before;
            }
            for (const int end : ends)
                for (int i = end + 1; i < static_cast<int>(sums.size()); i += i & -i)
                    ++sums[static_cast<std::size_t>(i)];
            seen += static_cast<int>(ends.size());
        }
    }
    return count;
}

// What the links of two neighbours cross of each other, to both sides, when they stand so.
long Layering::crossingsOf(int left, int right) const
{
    long count = 0;
    for (const bool down : {false, true})
        for (const int a : down ? place(left).below : place(left).above)
            for (const int b : down ? place(right).below : place(right).above)
                count += indexOf(a) > indexOf(b);
    return count;
}

// Medians leave some crossings that go when two neighbours change places.
void Layering::exchangeNeighbours()
{
    bool changed = true;
    for (int round = 0; changed && round < sweeps; ++round) {
        changed = false;
        for (std::vector<int>& rank : m_order)
            for (std::size_t i = 0; i + 1 < rank.size(); ++i)
                if (crossingsOf(rank[i], rank[i + 1]) > crossingsOf(rank[i + 1], rank[i])) {
                    std::swap(rank[i], rank[i + 1]);
                    std::swap(m_index[static_cast<std::size_t>(rank[i])],
                              m_index[static_cast<std::size_t>(rank[i + 1])]);
                    changed = true;
                }
    }
}

void Layering::untangle()
{
    auto best = m_order;
    long fewest = crossings();
    std::vector<double> keys(m_places.size());
    for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
        const bool down = sweep % 2 == 0;
        for (std::size_t k = 0; k < m_order.size(); ++k) {
            auto& rank = m_order[down ? k : m_order.size() - 1 - k];
            for (const int each : rank)
                keys[static_cast<std::size_t>(each)] =
                    median(down ? place(each).above : place(each).below, indexOf(each));
            std::stable_sort(rank.begin(), rank.end(), [&](int a, int b) {
                return keys[static_cast<std::size_t>(a)] < keys[static_cast<std::size_t>(b)];
            });
            number(rank);
        }
        exchangeNeighbours();
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
void Layering::settle(const std::vector<int>& rank, const std::vector<double>& wanted,
                      const std::vector<double>& weights)
{
    struct Pool {
        double sum, weight;
        std::size_t first;
        double mean() const { return sum / weight; }
    };
    std::vector<double> offset(rank.size(), 0);
    for (std::size_t i = 1; i < rank.size(); ++i)
        offset[i] = offset[i - 1] + (place(rank[i - 1]).width + place(rank[i]).width) / 2 + m_rules.gapAcross;
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

void Layering::straighten()
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

} // namespace lamina
