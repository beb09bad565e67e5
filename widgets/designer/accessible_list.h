// A canvas for screen readers: a list with an entry for each thing that can be chosen there.
#pragma once

#include <QAccessible>
#include <QAccessibleWidget>

#include <map>
#include <vector>

namespace lamina {

// What all entries of such a list are alike in: nothing stands below them, and they can be acted upon.
template <typename View>
class AccessibleEntry : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_view->window()->windowHandle(); }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override { }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }

protected:
    explicit AccessibleEntry(View* view) : m_view(view) { }

    QRect onScreen(const QRectF& scene) const
    {
        const QRect seen = m_view->mapFromScene(scene).boundingRect();
        return {m_view->viewport()->mapToGlobal(seen.topLeft()), seen.size()};
    }
    bool isOffscreen() const
    {
        return !QRect(m_view->viewport()->mapToGlobal(QPoint()), m_view->viewport()->size())
                    .intersects(rect());
    }

    View* m_view;
};

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

// From now on each View is such a list.
template <typename View, typename Entry, typename Item, std::vector<Entry> (*entries)(const View&)>
void installAccessibleList()
{
    static const bool installed = [] {
        QAccessible::installFactory([](const QString& className, QObject* object) -> QAccessibleInterface* {
            if (className != QLatin1String(View::staticMetaObject.className()))
                return nullptr;
            auto* view = qobject_cast<View*>(object);
            return view ? new AccessibleList<View, Entry, Item>(view, entries) : nullptr;
        });
        return true;
    }();
    Q_UNUSED(installed)
}

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
