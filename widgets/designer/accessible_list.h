// A canvas for screen readers: a list with an entry for each thing that can be chosen there.
#pragma once

#include <QAccessible>
#include <QAccessibleWidget>

#include <map>
#include <vector>

namespace lamina {

// `Entry` names what it stands for instead of pointing to it: items are made anew when the model changes.
// `Item` is the interface of one: Item(view, entry).
template <typename View, typename Entry, typename Item>
class AccessibleList final : public QAccessibleWidget {
public:
    using Entries = std::vector<Entry> (*)(const View&); // all, in the order in which they are read
    AccessibleList(View* view, Entries entries)
        : QAccessibleWidget(view, QAccessible::List), m_view(view), m_entries(entries)
    {
    }
    ~AccessibleList() override
    {
        for (const auto& [entry, id] : m_made)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return static_cast<int>(m_entries(*m_view).size()); }
    QAccessibleInterface* child(int index) const override
    {
        const std::vector<Entry> entries = m_entries(*m_view);
        return index < 0 || index >= static_cast<int>(entries.size())
            ? nullptr
            : made(entries[static_cast<std::size_t>(index)]);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        for (int i = 0; i < childCount(); ++i)
            if (this->child(i) == child)
                return i;
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        return first([&](const QAccessibleInterface& each) { return each.rect().contains(x, y); });
    }
    QAccessibleInterface* focusChild() const override
    {
        return first([](const QAccessibleInterface& each) { return each.state().focused; });
    }

private:
    template <typename Wanted>
    QAccessibleInterface* first(const Wanted& wanted) const
    {
        for (int i = 0; i < childCount(); ++i)
            if (QAccessibleInterface* each = child(i); wanted(*each))
                return each;
        return nullptr;
    }

    // One interface an entry, for as long as the canvas lives: a reader may hold on to it, and is told that
    // it is no longer valid when its layer is gone.
    QAccessibleInterface* made(const Entry& entry) const
    {
        auto found = m_made.find(entry);
        if (found == m_made.end()) {
            auto* item = new Item(m_view, entry);
            found = m_made.emplace(entry, QAccessible::registerAccessibleInterface(item)).first;
        }
        return QAccessible::accessibleInterface(found->second);
    }

    View* m_view;
    Entries m_entries;
    mutable std::map<Entry, QAccessible::Id> m_made;
};

// Where the keyboard stands on such a canvas has changed.
inline void tellAccessibility(QWidget* view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(view);
    QAccessibleInterface* current = list ? list->focusChild() : nullptr;
    if (!current)
        return;
    const int index = list->indexOfChild(current);
    for (const QAccessible::Event type : {QAccessible::Focus, QAccessible::SelectionWithin}) {
        QAccessibleEvent event(view, type);
        if (type == QAccessible::Focus)
            event.setChild(index);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace lamina
