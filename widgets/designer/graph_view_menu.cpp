// What can be done with layers, a link or the canvas, and the keys for it.
#include "widgets/designer/block_frame.h"
#include "widgets/designer/graph_view.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/link_item.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

namespace lamina {

namespace {
template <typename Act>
QAction* entry(QMenu* menu, const QString& text, const QKeySequence& keys, Act act)
{
    QAction* action = menu->addAction(text, act);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut); // told here; the canvas itself hears the key
    action->setShortcutVisibleInContextMenu(true);
    return action;
}

bool canPaste()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    return data && data->hasText();
}
} // namespace

void GraphView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    QPoint at = event->pos();
    const std::optional<LinkEnd> chosen = selectedLink();
    if (byKey && chosen) {
        at = mapFromScene(m_scene->link(*chosen)->path().pointAtPercent(0.5));
    } else if (byKey && !selection().isEmpty()) {
        reveal(selection().last());
        at = mapFromScene(m_scene->shown(selection().last())->sceneCard().center());
    } else if (byKey) {
        at = viewport()->rect().center();
    } else {
        const QList<QGraphicsItem*> under = items(at);
        QGraphicsItem* item = under.isEmpty() ? nullptr : under.front();
        if (item && !item->isSelected()) {
            if (const auto* link = qgraphicsitem_cast<LinkItem*>(item))
                selectLink(link->end());
            else if (const auto* frame = qgraphicsitem_cast<BlockFrame*>(item))
                setSelection(frame->isWhollySelected() ? selection() : frame->layers());
            else
                setSelection(static_cast<GraphNode*>(item)->layers());
        } else if (!item) {
            m_scene->clearSelection();
        }
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList names = selection();
    const QPointF point = mapToScene(at);
    if (!names.isEmpty()) {
        const QString block = selectedBlock();
        if (!block.isEmpty()) {
            entry(menu, m_scene->frame(block) ? tr("Close the block") : tr("Open the block"), Qt::Key_Space,
                  [this] { toggleBlocks(); });
            entry(menu, tr("Rename"), Qt::Key_F2, [this, block] { renameBlock(block); });
        } else if (names.size() == 1) {
            entry(menu, tr("Settings"), Qt::Key_Return, [this] { emit inspectorRequested(); });
            if (m_scene->showsPreviews())
                entry(menu, tr("See its output close"), Qt::Key_V,
                      [this, names] { emit previewOpened(names.front()); });
            entry(menu, tr("Rename"), Qt::Key_F2, [this, names] { emit renameRequested(names.front()); });
            entry(menu, tr("Connect to another layer"), Qt::Key_C, [this] { beginConnecting(); });
        }
        if (names.size() > 1 && block.isEmpty()) {
            QMenu* lines = menu->addMenu(tr("Align"));
            lines->addAction(tr("Left edges"), this, [this] { arrange(Arrange::Left); });
            lines->addAction(tr("Centres"), this, [this] { arrange(Arrange::Centre); });
            lines->addAction(tr("Upper edges"), this, [this] { arrange(Arrange::Top); });
            lines->addSeparator();
            QAction* across = lines->addAction(tr("Equal gaps across"), this,
                                               [this] { arrange(Arrange::DistributeAcross); });
            QAction* down = lines->addAction(tr("Equal gaps downwards"), this,
                                             [this] { arrange(Arrange::DistributeDown); });
            across->setEnabled(names.size() > 2);
            down->setEnabled(names.size() > 2);
        }
        entry(menu, tr("Add a layer after it"), Qt::Key_Slash, [this] { emit paletteRequested(); });
        menu->addSeparator();
        entry(menu, tr("Cut"), QKeySequence::Cut, [this] { emit cutRequested(); });
        entry(menu, tr("Copy"), QKeySequence::Copy, [this] { emit copyRequested(); });
        entry(menu, tr("Paste after it"), QKeySequence::Paste, [this] {
            emit pasteRequested({});
        })->setEnabled(canPaste());
        entry(menu, tr("Duplicate"), Qt::CTRL | Qt::Key_D, [this] { emit duplicateRequested(); });
        entry(menu, tr("Remove"), Qt::Key_Delete, [this, names] { emit removeRequested(names); });
    } else if (const std::vector<LinkEnd> links = selectedLinks(); !links.empty()) {
        entry(menu, tr("Put a layer here"), Qt::Key_Slash, [this] { emit paletteRequested(); });
        entry(menu, tr("Move its end"), Qt::Key_C, [this] { beginConnecting(); });
        entry(menu, tr("Paste here"), QKeySequence::Paste, [this] {
            emit pasteRequested({});
        })->setEnabled(canPaste());
        entry(menu, tr("Remove"), Qt::Key_Delete, [this, links] { emit unlinkRequested(links); });
    } else {
        const QPoint global = viewport()->mapToGlobal(at);
        entry(menu, tr("Add a layer here"), {}, [this, point, global] {
            emit layerWanted({point - QPointF(LayerNode::width / 2, 0), {}, {}, {}}, global);
        });
        entry(menu, tr("Paste"), QKeySequence::Paste, [this, point] {
            emit pasteRequested(point);
        })->setEnabled(canPaste());
        menu->addSeparator();
        entry(menu, tr("Select all"), QKeySequence::SelectAll, [this] { selectAllLayers(); });
        entry(menu, tr("Automatic layout"), Qt::Key_L, [this] { emit layoutRequested(); });
        entry(menu, tr("See the whole model"), Qt::Key_F, [this] { fit(); });
    }
    emit menuOpened(menu);
    menu->popup(byKey ? viewport()->mapToGlobal(at) : event->globalPos());
    event->accept();
}

} // namespace lamina
