#include "widgets/designer/block_layout.h"

#include <algorithm>
#include <map>

namespace lamina {

namespace {
std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

void add(NodeLinks& links, std::pair<int, int> link)
{
    if (std::find(links.begin(), links.end(), link) == links.end())
        links.push_back(link);
}

// A block by itself, in one column. Two nodes without size stand for the rest of the model, above and below:
// what comes from there and goes there finds its way past the members.
class Inside {
public:
    Inside(const std::vector<QSizeF>& nodes, const NodeLinks& links, const LayoutBlock& block,
           const LayoutRules& rules)
    {
        const int count = static_cast<int>(block.members.size());
        std::vector<QSizeF> sizes;
        for (int i = 0; i < count; ++i) {
            m_index[block.members[at(i)]] = i;
            sizes.push_back(nodes[at(block.members[at(i)])]);
        }
        const int above = count, below = count + 1;
        sizes.insert(sizes.end(), 2, QSizeF(0, 0));
        std::vector<bool> reads(at(count)), read(at(count));
        for (const auto& [from, to] : links) {
            const auto start = m_index.find(from), end = m_index.find(to);
            if (start != m_index.end() && end != m_index.end())
                add(m_links, {start->second, end->second});
            else if (end != m_index.end())
                add(m_links, {above, end->second});
            else if (start != m_index.end())
                add(m_links, {start->second, below});
        }
        for (const auto& [from, to] : m_links) {
            if (from < count)
                read[at(from)] = true;
            if (to < count)
                reads[at(to)] = true;
        }
        for (int i = 0; i < count; ++i) {
            if (!reads[at(i)])
                m_links.emplace_back(above, i);
            if (!read[at(i)])
                m_links.emplace_back(i, below);
        }
        LayoutRules column = rules;
        column.room = {};
        m_layout = layOut(sizes, m_links, column);
        for (int i = 0; i < count; ++i) {
            m_cards |= QRectF(m_layout.positions[at(i)], sizes[at(i)]);
        }
        m_bounds = m_cards;
        for (const std::vector<QPointF>& bends : m_layout.bends)
            for (const QPointF& bend : bends) {
                m_bounds.setLeft(std::min(m_bounds.left(), bend.x()));
                m_bounds.setRight(std::max(m_bounds.right(), bend.x()));
            }
    }

    const QRectF& cards() const { return m_cards; } // around the members
    const QRectF& bounds() const { return m_bounds; } // and around the links that pass them
    QPointF position(int node) const { return m_layout.positions[at(m_index.at(node))]; }
    // Of what goes from one member to another, comes from outside (`from` none) or goes there (`to` none).
    const std::vector<QPointF>& bends(int from, int to) const
    {
        static const std::vector<QPointF> none;
        const int count = static_cast<int>(m_index.size());
        const std::pair<int, int> link{m_index.contains(from) ? m_index.at(from) : count,
                                       m_index.contains(to) ? m_index.at(to) : count + 1};
        const auto found = std::find(m_links.begin(), m_links.end(), link);
        return found == m_links.end() ? none
                                      : m_layout.bends[static_cast<std::size_t>(found - m_links.begin())];
    }

private:
    std::map<int, int> m_index; // of each member among them
    NodeLinks m_links;
    GraphLayout m_layout;
    QRectF m_cards, m_bounds;
};

void append(std::vector<QPointF>& all, const std::vector<QPointF>& more, QPointF by)
{
    for (const QPointF& each : more)
        all.push_back(each + by);
}
} // namespace

BlockLayout layOut(const std::vector<QSizeF>& nodes, const NodeLinks& links,
                   const std::vector<LayoutBlock>& blocks, const BlockLayoutRules& rules)
{
    // The outer graph: a unit for each node outside of blocks, and one for each block where its first member
    // stands.
    std::vector<int> blockOf(nodes.size(), -1), unitOf(nodes.size(), -1);
    std::vector<Inside> insides;
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        insides.emplace_back(nodes, links, blocks[b], rules.graph);
        for (const int member : blocks[b].members)
            blockOf[at(member)] = static_cast<int>(b);
    }
    std::vector<QSizeF> units;
    std::vector<int> unitOfBlock(blocks.size(), -1);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const int block = blockOf[i];
        if (block >= 0 && unitOfBlock[at(block)] >= 0) {
            unitOf[i] = unitOfBlock[at(block)];
            continue;
        }
        unitOf[i] = static_cast<int>(units.size());
        if (block < 0) {
            units.push_back(nodes[i]);
            continue;
        }
        unitOfBlock[at(block)] = unitOf[i];
        const QRectF bounds = insides[at(block)].bounds();
        units.push_back(blocks[at(block)].closed
                            ? rules.closedCard
                            : bounds.size() + QSizeF(2 * rules.beside, rules.above + rules.below));
    }
    NodeLinks outer;
    for (const auto& [from, to] : links)
        if (unitOf[at(from)] != unitOf[at(to)])
            add(outer, {unitOf[at(from)], unitOf[at(to)]});
    const GraphLayout layout = layOut(units, outer, rules.graph);

    BlockLayout result;
    std::vector<QPointF> shift(blocks.size()); // of what is inside
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        const Inside& inside = insides[b];
        const auto unit = at(unitOfBlock[b]);
        const QRectF place(layout.positions[unit], units[unit]);
        if (blocks[b].closed) {
            shift[b] = QPointF(place.center().x(), place.top())
                - QPointF(inside.cards().center().x(), inside.cards().top());
            result.blocks.push_back(place);
        } else {
            shift[b] = place.topLeft() + QPointF(rules.beside, rules.above) - inside.bounds().topLeft();
            result.blocks.push_back(inside.bounds().translated(shift[b]));
        }
    }
    for (std::size_t i = 0; i < nodes.size(); ++i)
        result.positions.push_back(blockOf[i] < 0 ? layout.positions[at(unitOf[i])]
                                                  : insides[at(blockOf[i])].position(static_cast<int>(i))
                                           + shift[at(blockOf[i])]);
    for (const auto& [from, to] : links) {
        const int first = blockOf[at(from)], last = blockOf[at(to)];
        const auto open = [&](int block) { return block >= 0 && !blocks[at(block)].closed; };
        std::vector<QPointF> bends;
        if (first >= 0 && first == last) {
            if (open(first))
                append(bends, insides[at(first)].bends(from, to), shift[at(first)]);
        } else {
            if (open(first))
                append(bends, insides[at(first)].bends(from, -1), shift[at(first)]);
            const std::pair<int, int> link{unitOf[at(from)], unitOf[at(to)]};
            const auto found = std::find(outer.begin(), outer.end(), link);
            append(bends, layout.bends[static_cast<std::size_t>(found - outer.begin())], {});
            if (open(last))
                append(bends, insides[at(last)].bends(-1, to), shift[at(last)]);
        }
        result.bends.push_back(std::move(bends));
    }
    return result;
}

} // namespace lamina
