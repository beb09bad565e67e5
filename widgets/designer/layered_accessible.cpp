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

class LayerInterface final : public AccessibleEntry<LayeredCanvas> {
public:
    LayerInterface(LayeredCanvas* view, QString layer) : AccessibleEntry(view), m_layer(std::move(layer)) { }

    bool isValid() const override { return item() != nullptr; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? item()->spokenText() : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        return onScreen(item()->sceneBoundingRect());
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
        state.offscreen = isOffscreen();
        return state;
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

    QString m_layer;
};
} // namespace

void installLayeredAccessibility()
{
    installAccessibleList<LayeredCanvas, QString, LayerInterface, layersOf>();
}

} // namespace lamina
