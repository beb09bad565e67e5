#include "widgets/designer/graph_accessible.h"

#include "widgets/designer/accessible_list.h"
#include "widgets/designer/block_frame.h"
#include "widgets/designer/block_node.h"
#include "widgets/designer/graph_view.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/link_item.h"

#include <QCoreApplication>

#include <tuple>
#include <utility>

namespace lamina {

namespace {
struct Entry {
    QString layer;
    std::optional<std::size_t> input; // given: the link that ends there
    QString block; // instead of a layer

    friend bool operator<(const Entry& a, const Entry& b)
    {
        return std::tie(a.layer, a.input, a.block) < std::tie(b.layer, b.input, b.block);
    }
};

std::vector<Entry> entriesOf(const GraphView& view)
{
    // A block stands where its first layer does; closed, for all of them.
    std::vector<Entry> entries;
    const GraphScene& graph = view.graph();
    for (const GraphNode* node : graph.shownNodes()) {
        const QString layer = node->layers().front();
        if (const std::string* name = groupOf(graph.groups(), layer.toStdString());
            name && graph.layersOf(*name).front() == layer)
            entries.push_back({{}, {}, QString::fromStdString(*name)});
        if (qgraphicsitem_cast<const LayerNode*>(node))
            entries.push_back({layer, {}, {}});
    }
    for (const LinkItem* link : graph.links())
        if (link->isVisible())
            entries.push_back({link->to()->name(), link->input(), {}});
    return entries;
}

class EntryInterface final : public AccessibleEntry<GraphView> {
public:
    EntryInterface(GraphView* view, Entry entry) : AccessibleEntry(view), m_entry(std::move(entry)) { }

    bool isValid() const override { return m_view && item(); }
    QAccessible::Role role() const override
    {
        return m_entry.input ? QAccessible::Link : frame() ? QAccessible::Grouping : QAccessible::ListItem;
    }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return m_entry.input ? link()->spokenText()
                : frame()        ? frame()->spokenText()
                                 : node()->spokenText();
        if (kind == QAccessible::Help)
            return item()->toolTip();
        return {};
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRectF box = m_entry.input ? link()->sceneBoundingRect()
            : frame()                    ? frame()->frame()
                                         : node()->sceneCard();
        return onScreen(box);
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selectable = state.focusable = true;
        state.multiSelectable = state.extSelectable = !m_entry.input;
        state.selected = frame() ? frame()->isWhollySelected() : item()->isSelected();
        state.expandable = isBlock();
        state.expanded = frame() != nullptr;
        state.collapsed = isBlock() && !frame();
        state.focused = state.selected && m_view->hasFocus() && isCurrent();
        state.offscreen = isOffscreen();
        return state;
    }

    // Press: as Return on it, or opens or closes a block; the focus comes to it; removed as by the Delete
    // key.
    QStringList actionNames() const override
    {
        QStringList names{setFocusAction(), toggleAction()};
        if (!m_entry.input)
            names.prepend(pressAction());
        return names;
    }
    void doAction(const QString& name) override
    {
        if (!isValid())
            return;
        if (name == toggleAction()) {
            QStringList names = m_view->selection();
            if (m_entry.input)
                select();
            else if (names.removeIf([this](const QString& each) { return layers().contains(each); }) > 0)
                m_view->setSelection(names);
            else
                m_view->setSelection(names + layers());
            return;
        }
        m_view->setFocus(Qt::OtherFocusReason);
        select();
        if (name == pressAction() && isBlock())
            emit m_view->blocksToggled({m_entry.block}, frame() != nullptr);
        else if (name == pressAction() && !m_entry.input)
            emit m_view->inspectorRequested();
    }
    QStringList keyBindingsForAction(const QString& name) const override
    {
        return name != pressAction() ? QStringList()
            : isBlock()              ? QStringList{QStringLiteral("Space")}
                                     : QStringList{QStringLiteral("Return")};
    }

    bool isCurrent() const
    {
        return m_entry.input ? m_view->selectedLink() == end()
            : isBlock()      ? m_view->selectedBlock() == m_entry.block
                             : m_view->currentLayer() == m_entry.layer && m_view->selectedBlock().isEmpty();
    }

private:
    LinkEnd end() const { return {m_entry.layer.toStdString(), *m_entry.input}; }
    bool isBlock() const { return !m_entry.block.isEmpty(); }
    BlockFrame* frame() const { return isBlock() ? m_view->graph().frame(m_entry.block) : nullptr; }
    GraphNode* node() const
    {
        return isBlock() ? static_cast<GraphNode*>(m_view->graph().block(m_entry.block))
                         : m_view->graph().node(m_entry.layer);
    }
    QStringList layers() const
    {
        return isBlock() ? m_view->graph().layersOf(m_entry.block.toStdString()) : QStringList{m_entry.layer};
    }
    LinkItem* link() const { return m_view->graph().link(end()); }
    QGraphicsItem* item() const
    {
        QGraphicsItem* found = m_entry.input ? static_cast<QGraphicsItem*>(link())
            : frame()                        ? static_cast<QGraphicsItem*>(frame())
                                             : static_cast<QGraphicsItem*>(node());
        return found && found->isVisible() ? found : nullptr;
    }
    void select()
    {
        if (m_entry.input)
            m_view->selectLink(end());
        else {
            m_view->setSelection(layers());
            m_view->reveal(layers().front());
        }
    }

    Entry m_entry;
};
} // namespace

void installGraphAccessibility()
{
    installAccessibleList<GraphView, Entry, EntryInterface, entriesOf>();
}

} // namespace lamina
