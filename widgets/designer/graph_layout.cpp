#include "widgets/designer/graph_layout.h"

#include "widgets/designer/layering.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lamina {

namespace {
constexpr double gutterPitch = 8; // between links that climb in one gutter
constexpr double overhang = 16; // how far they reach below and above the columns

// Ranks `first` to `last` side by side with others.
struct Column {
    int first = 0, last = 0;
    double left = 0, right = 0; // in the layering's coordinates
    double x = 0; // where its left goes
};

class Columns {
public:
    Columns(const std::vector<QSizeF>& nodes, const NodeLinks& links, const Layering& layering,
            const LayoutRules& rules)
        : m_nodes(nodes), m_links(links), m_layering(layering), m_rules(rules)
    {
        double top = 0;
        for (const std::vector<int>& rank : layering.order()) {
            double height = 0;
            std::size_t down = 0;
            for (const int each : rank) {
                const LayerPlace& place = layering.place(each);
                if (place.node >= 0)
                    height = std::max(height, nodes[static_cast<std::size_t>(place.node)].height());
                down += place.below.size();
            }
            m_tops.push_back(top);
            m_heights.push_back(height);
            m_crossing.push_back(down);
            top += height + rules.gapDown;
        }
    }

    // The fewest columns that can be read without scrolling, or else those that shrink the least.
    GraphLayout best() const
    {
        std::vector<Column> chosen = split(1);
        if (!m_rules.room.isEmpty()) {
            double largest = scaleOf(chosen);
            for (int count = 2; count <= ranks() && largest < 1; ++count) {
                std::vector<Column> columns = split(count);
                if (const double scale = scaleOf(columns); scale > largest + 0.02) {
                    largest = scale;
                    chosen = std::move(columns);
                }
            }
        }
        return placed(chosen);
    }

private:
    int ranks() const { return static_cast<int>(m_tops.size()); }
    double top(int rank) const { return m_tops[static_cast<std::size_t>(rank)]; }
    double bottom(int rank) const { return top(rank) + m_heights[static_cast<std::size_t>(rank)]; }
    std::size_t crossing(int rank) const { return m_crossing[static_cast<std::size_t>(rank)]; }

    // Columns of at most this height, each broken where the fewest links pass in its last quarter.
    std::vector<Column> fill(double limit) const
    {
        std::vector<Column> columns;
        for (int first = 0; first < ranks();) {
            int last = first;
            while (last + 1 < ranks() && bottom(last + 1) - top(first) <= limit)
                ++last;
            int at = last;
            if (last + 1 < ranks())
                for (int rank = last; rank > first && bottom(rank) - top(first) >= 0.75 * limit; --rank)
                    if (crossing(rank) < crossing(at))
                        at = rank;
            columns.push_back({.first = first, .last = at});
            first = at + 1;
        }
        return columns;
    }

    std::vector<Column> split(int count) const
    {
        const double whole = bottom(ranks() - 1);
        double limit = count == 1 ? whole : whole / count;
        std::vector<Column> columns = fill(limit);
        while (static_cast<int>(columns.size()) > count)
            columns = fill(limit *= 1.05);
        double x = 0;
        for (Column& column : columns) {
            column.left = std::numeric_limits<double>::max();
            column.right = std::numeric_limits<double>::lowest();
            for (int rank = column.first; rank <= column.last; ++rank)
                for (const int each : m_layering.order()[static_cast<std::size_t>(rank)]) {
                    const LayerPlace& place = m_layering.place(each);
                    column.left = std::min(column.left, place.x - place.width / 2);
                    column.right = std::max(column.right, place.x + place.width / 2);
                }
            column.x = x;
            x += column.right - column.left + gapAfter(column);
        }
        return columns;
    }

    double gapAfter(const Column& column) const
    {
        return m_rules.gapColumns
            + gutterPitch * static_cast<double>(std::max<std::size_t>(crossing(column.last), 1) - 1);
    }

    double scaleOf(const std::vector<Column>& columns) const
    {
        const Column& end = columns.back();
        const double width = end.x + end.right - end.left;
        double height = 0;
        for (const Column& column : columns)
            height = std::max(height, bottom(column.last) - top(column.first));
        return std::min({1.0, m_rules.room.width() / width, m_rules.room.height() / height});
    }

    GraphLayout placed(const std::vector<Column>& columns) const
    {
        std::vector<std::size_t> columnOf;
        for (std::size_t i = 0; i < columns.size(); ++i)
            columnOf.resize(static_cast<std::size_t>(columns[i].last) + 1, i);
        const auto column = [&](int rank) -> const Column& {
            return columns[columnOf[static_cast<std::size_t>(rank)]];
        };
        const auto x = [&](const LayerPlace& place) {
            return place.x - column(place.rank).left + column(place.rank).x;
        };
        const auto y = [&](int rank) { return top(rank) - top(column(rank).first); };

        GraphLayout layout;
        layout.columns = static_cast<int>(columns.size());
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            const LayerPlace& place = m_layering.place(static_cast<int>(i));
            layout.positions.emplace_back(x(place) - place.width / 2, y(place.rank));
            layout.ranks.push_back(place.rank);
        }
        std::vector<int> climbing(columns.size(), 0); // links in each column's gutter so far
        for (std::size_t i = 0; i < m_links.size(); ++i) {
            const auto [from, to] = m_links[i];
            std::vector<QPointF> bends;
            const auto climb = [&](int rank) { // from the rank to the next, where that is another column
                const std::size_t at = columnOf[static_cast<std::size_t>(rank)];
                if (rank + 1 >= ranks() || columnOf[static_cast<std::size_t>(rank) + 1] == at)
                    return;
                const Column& left = columns[at];
                const auto links = static_cast<double>(std::max<std::size_t>(crossing(rank), 1));
                const double shift = gutterPitch * climbing[at]++;
                const double gutter = left.x + left.right - left.left
                    + (gapAfter(left) - gutterPitch * (links - 1)) / 2 + shift;
                // The outer of two that climb turns later below and earlier above, so that they do not cross.
                bends.emplace_back(gutter, bottom(rank) - top(left.first) + overhang + shift);
                bends.emplace_back(gutter, -overhang - 4 - gutterPitch * (links - 1) + shift);
            };
            const int start = m_layering.place(from).rank, end = m_layering.place(to).rank;
            const double own = y(start) + m_nodes[static_cast<std::size_t>(from)].height();
            const double low = y(start) + bottom(start) - top(start);
            if (low > own + 1) { // past the higher neighbours of its rank
                bends.emplace_back(x(m_layering.place(from)), own);
                bends.emplace_back(x(m_layering.place(from)), low);
            }
            if (end > start)
                climb(start);
            for (const int lane : m_layering.lanes()[i]) {
                const LayerPlace& place = m_layering.place(lane);
                bends.emplace_back(x(place), y(place.rank));
                bends.emplace_back(x(place), y(place.rank) + bottom(place.rank) - top(place.rank));
                climb(place.rank);
            }
            layout.bends.push_back(std::move(bends));
        }
        return layout;
    }

    const std::vector<QSizeF>& m_nodes;
    const NodeLinks& m_links;
    const Layering& m_layering;
    const LayoutRules& m_rules;
    std::vector<double> m_tops, m_heights; // of the ranks, in one column
    std::vector<std::size_t> m_crossing; // links from each rank to the next
};
} // namespace

GraphLayout layOut(const std::vector<QSizeF>& nodes, const NodeLinks& links, const LayoutRules& rules)
{
    if (nodes.empty())
        return {};
    const Layering layering(nodes, links, rules);
    return Columns(nodes, links, layering, rules).best();
}

} // namespace lamina
