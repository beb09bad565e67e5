#include "widgets/designer/layered_accessible.h"

#include "widgets/designer/accessible_list.h"
#include "widgets/designer/block_item.h"
#include "widgets/designer/layered_canvas.h"

namespace lamina {

namespace {
std::vector<QString> layersOf(const LayeredCanvas& view)
{
    const QStringList& order = view.blocks().order();
    return {order.begin(), order.end()};
}

class LayerInterface final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    LayerInterface(LayeredCanvas* view, QString layer) : m_view(view), m_layer(std::move(layer)) { }

    bool isValid() const override { return item() != nullptr; }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_view->window()->windowHandle(); }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override { }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? item()->spokenText() : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect seen = m_view->mapFromScene(item()->sceneBoundingRect()).boundingRect();
        return {m_view->viewport()->mapToGlobal(seen.topLeft()), seen.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selectable = state.focusable = state.multiSelectable = state.extSelectable = true;
        state.selected = item()->isSelected();
        state.focused = state.selected && m_view->hasFocus() && m_view->currentLayer() == m_layer;
        state.offscreen =
            !QRect(m_view->viewport()->mapToGlobal(QPoint()), m_view->viewport()->size()).intersects(rect());
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    // Press: as Return on it.
    QStringList actionNames() const override { return {pressAction(), setFocusAction(), toggleAction()}; }
    void doAction(const QString& name) override
    {
        if (!isValid())
            return;
        QStringList chosen = m_view->blocks().selection();
        if (name == toggleAction() && chosen.removeAll(m_layer) > 0)
            return m_view->choose(chosen);
        if (name == toggleAction())
            return m_view->choose(chosen + QStringList{m_layer});
        m_view->setFocus(Qt::OtherFocusReason);
        m_view->choose({m_layer});
        if (name == pressAction())
            emit m_view->inspectorRequested();
    }
    QStringList keyBindingsForAction(const QString& name) const override
    {
        return name == pressAction() ? QStringList{QStringLiteral("Return")} : QStringList();
    }

private:
    const BlockItem* item() const { return m_view->blocks().block(m_layer); }

    LayeredCanvas* m_view;
    QString m_layer;
};

QAccessibleInterface* layeredInterface(const QString& className, QObject* object)
{
    if (className != QLatin1String("lamina::LayeredCanvas"))
        return nullptr;
    auto* view = qobject_cast<LayeredCanvas*>(object);
    return view ? new AccessibleList<LayeredCanvas, QString, LayerInterface>(view, layersOf) : nullptr;
}
} // namespace

void installLayeredAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(layeredInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace lamina
