// What the Design page does with the settings of the selected layers: one of them or all, and whether they
// are frozen.
#include "app/commands/freeze_layers.h"
#include "app/commands/rename_layer.h"
#include "app/commands/reset_layers.h"
#include "app/commands/set_layer_config.h"
#include "app/document/project_document.h"
#include "app/names.h"
#include "app/pages/design_page.h"
#include "widgets/common/icons.h"
#include "widgets/designer/code_view.h"
#include "widgets/designer/layered_canvas.h"
#include "widgets/designer/layered_view.h"
#include "widgets/designer/summary_view.h"
#include "widgets/inspector/layer_inspector.h"

#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace lamina {

void DesignPage::connectInspector()
{
    connect(m_graph, &GraphView::inspectorRequested, this, [this] {
        setPanel(Inspector, true);
        m_inspector->focusFirstField();
    });
    connect(m_graph, &GraphView::renameRequested, this, [this] {
        setPanel(Inspector, true);
        m_inspector->editName();
    });
    connect(m_graph, &GraphView::menuOpened, this, &DesignPage::offerFreezing);
    connect(m_freeze, &QToolButton::clicked, this, [this] { freezeSelection(!selectionIsFrozen()); });

    m_inspector->setNameCheck([this](const QString& self, const QString& name) {
        return RenameLayer::nameFault(m_document.project().model, self.toStdString(), name.toStdString());
    });
    connect(m_inspector, &LayerInspector::renameRequested, this, &DesignPage::rename);
    connect(m_inspector, &LayerInspector::editingFinished, this, &DesignPage::endGesture);
    connect(m_inspector, &LayerInspector::closeRequested, this,
            [this] { m_graph->setFocus(Qt::OtherFocusReason); });
    connect(m_inspector, &LayerInspector::fieldEdited, this,
            [this](const QStringList& layers, const QString& field, const Json& value) {
                if (m_gestureField != field)
                    endGesture();
                m_gestureField = field;
                m_document.execute(new SetLayerConfig(plain(layers), field.toStdString(), value, m_gesture));
            });
    connect(m_inspector, &LayerInspector::fieldReset, this,
            [this](const QStringList& layers, const QString& field) {
                endGesture();
                m_document.execute(new SetLayerConfig(plain(layers), field.toStdString(), std::nullopt));
            });
    connect(m_inspector, &LayerInspector::resetRequested, this, [this](const QStringList& layers) {
        endGesture();
        m_document.execute(new ResetLayers(m_document.project(), plain(layers)));
    });
    connect(m_inspector, &LayerInspector::freezeRequested, this,
            [this](const QStringList&, bool freeze) { freezeSelection(freeze); });
    connect(m_inspector, &LayerInspector::fixRequested, this, &DesignPage::applyFix);
}

void DesignPage::endGesture()
{
    m_gesture = Gesture::begin();
    m_gestureField.clear();
}

void DesignPage::rename(const QString& layer, const QString& name)
{
    endGesture();
    m_selectNext = {name};
    m_document.execute(new RenameLayer(m_document.project(), layer.toStdString(), name.toStdString()));
    m_selectNext.clear();
}

void DesignPage::showSelection()
{
    showFreeze();
    showBlocks();
    const ModelSpec& model = m_document.project().model;
    const ModelAnalysis& analysis = m_document.analysis();
    const QStringList selection = m_graph->selection();
    m_code->setLayer(selection.size() == 1 ? selection.front() : QString());
    m_layers->canvas()->setSelection(selection);
    m_summary->setSelection(selection);
    std::vector<LayerSpec> specs;
    std::vector<LayerAnalysis> analyses;
    for (std::size_t i = 0; i < model.layers.size(); ++i)
        if (selection.contains(QString::fromStdString(model.layers[i].name))) {
            specs.push_back(model.layers[i]);
            analyses.push_back(analysis.layers[i]);
        }
    m_inspector->showLayers(std::move(specs), std::move(analyses));
}

void DesignPage::freezeSelection(bool freeze)
{
    const std::vector<std::string> names = plain(m_graph->selection());
    if (names.empty())
        return;
    endGesture();
    m_document.execute(new FreezeLayers(m_document.project(), names, freeze));
}

bool DesignPage::selectionIsFrozen() const
{
    const QStringList selection = m_graph->selection();
    return !selection.isEmpty()
        && std::all_of(selection.begin(), selection.end(), [this](const QString& name) {
               const LayerSpec* layer = m_document.project().model.find(name.toStdString());
               return layer && FreezeLayers::isFrozen(*layer);
           });
}

void DesignPage::showFreeze()
{
    const bool frozen = selectionIsFrozen();
    m_freeze->setEnabled(!m_graph->selection().isEmpty());
    m_freeze->setText(frozen ? tr("Unfreeze") : tr("Freeze"));
    m_freeze->setToolTip(QStringLiteral("%1 (%2)").arg(
        frozen ? tr("Let training change the weights of the selected layers again")
               : tr("Training leaves the weights of the selected layers as they are"),
        QKeySequence(freezeKey).toString(QKeySequence::NativeText)));
}

void DesignPage::offerFreezing(QMenu* menu)
{
    if (m_graph->selection().isEmpty())
        return;
    const bool frozen = selectionIsFrozen();
    menu->addSeparator();
    QAction* action =
        menu->addAction(icon(QStringLiteral("snowflake")), frozen ? tr("Unfreeze") : tr("Freeze"), this,
                        [this, frozen] { freezeSelection(!frozen); });
    action->setShortcut(freezeKey);
    action->setShortcutContext(Qt::WidgetShortcut); // told here; the page itself hears the key
    action->setShortcutVisibleInContextMenu(true);
}

} // namespace lamina
