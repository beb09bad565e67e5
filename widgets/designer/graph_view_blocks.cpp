// Blocks of layers on the canvas: taken by their tab, opened, closed and renamed.
#include "widgets/designer/block_frame.h"
#include "widgets/designer/block_node.h"
#include "widgets/designer/graph_view.h"
#include "widgets/designer/layer_node.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>

#include <algorithm>

namespace lamina {

QStringList GraphView::selectedBlocks() const
{
    QStringList blocks;
    const QStringList selected = selection();
    for (const auto& [name, group] : m_scene->groups()) {
        const QStringList layers = m_scene->layersOf(name);
        if (!layers.isEmpty() && std::all_of(layers.begin(), layers.end(), [&](const QString& layer) {
                return selected.contains(layer);
            }))
            blocks += QString::fromStdString(name);
    }
    return blocks;
}

QString GraphView::selectedBlock() const
{
    const QStringList blocks = selectedBlocks();
    return blocks.size() == 1 && m_scene->layersOf(blocks.front().toStdString()) == selection()
        ? blocks.front()
        : QString();
}

QStringList GraphView::selectedEnds() const
{
    QStringList ends = selection();
    for (const QString& block : selectedBlocks()) {
        const auto& layers = m_scene->groups().at(block.toStdString()).layers;
        const GroupEnds its = groupEnds(m_scene->model(), layers);
        ends.removeIf([&](const QString& name) {
            return layers.contains(name.toStdString())
                && std::none_of(its.outputs.begin(), its.outputs.end(),
                                [&](const TensorRef& output) { return output.layer == name.toStdString(); });
        });
    }
    return ends;
}

void GraphView::refreshBlocks()
{
    m_scene->refreshBlocks();
}

QString GraphView::blockAt(QPoint at) const
{
    const QGraphicsItem* item = itemAt(at);
    if (const auto* block = qgraphicsitem_cast<const BlockNode*>(item))
        return block->name();
    if (const auto* frame = qgraphicsitem_cast<const BlockFrame*>(item))
        return frame->name();
    return {};
}

QString GraphView::toggleAt(QPoint at) const
{
    const QString name = blockAt(at);
    const QPointF point = mapToScene(at);
    const BlockNode* block = m_scene->block(name);
    const BlockFrame* frame = m_scene->frame(name);
    return (block && block->onToggle(point)) || (frame && frame->onToggle(point)) ? name : QString();
}

// True if the press was on what opens or closes a block. On the tab of an open one it selects its layers,
// which then move with it.
bool GraphView::pressBlock(QMouseEvent* event)
{
    m_toggle = event->button() == Qt::LeftButton && !event->modifiers() ? toggleAt(event->pos()) : QString();
    if (!m_toggle.isEmpty()) {
        event->accept();
        return true;
    }
    const BlockFrame* frame = m_scene->frame(blockAt(event->pos()));
    if (!frame || event->button() != Qt::LeftButton)
        return false;
    const bool more = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    QStringList names = selection();
    if (more && frame->isWhollySelected())
        names.removeIf([&](const QString& name) { return frame->layers().contains(name); });
    else if (more)
        names += frame->layers();
    else if (!frame->isWhollySelected())
        names = frame->layers();
    setSelection(names);
    return false;
}

bool GraphView::releaseBlock(QMouseEvent* event)
{
    const QString pressed = std::exchange(m_toggle, {});
    if (pressed.isEmpty() || event->button() != Qt::LeftButton)
        return false;
    event->accept();
    if (toggleAt(event->pos()) == pressed)
        emit blocksToggled({pressed}, m_scene->frame(pressed) != nullptr);
    return true;
}

void GraphView::toggleBlocks()
{
    QStringList blocks = selectedBlocks();
    if (blocks.isEmpty())
        if (const std::string* around = groupOf(m_scene->groups(), m_current.toStdString()))
            blocks = {QString::fromStdString(*around)};
    const bool close =
        std::any_of(blocks.begin(), blocks.end(), [&](const QString& name) { return m_scene->frame(name); });
    blocks.removeIf([&](const QString& name) { return (m_scene->frame(name) != nullptr) != close; });
    if (!blocks.isEmpty())
        emit blocksToggled(blocks, close);
}

void GraphView::renameBlock(const QString& name)
{
    const BlockNode* block = m_scene->block(name);
    const BlockFrame* frame = m_scene->frame(name);
    if (!block && !frame)
        return;
    reveal(block ? block->layers().front() : frame->layers().front());
    if (frame)
        ensureVisible(frame->tab(), 8, 8);
    const QRect place = mapFromScene(block ? block->titlePlace() : frame->tab()).boundingRect();
    m_renamed = name;
    m_rename->setAccessibleName(tr("Name of the block"));
    m_rename->setText(name);
    m_rename->setGeometry(QRect(viewport()->mapTo(this, place.topLeft()),
                                QSize(std::max(place.width(), 180), m_rename->sizeHint().height())));
    m_rename->show();
    m_rename->raise();
    m_rename->selectAll();
    m_rename->setFocus(Qt::OtherFocusReason);
}

// Return and leaving the field keep the new name, Escape the old one. A name that cannot be says why and is
// not taken.
void GraphView::finishRename(bool keep)
{
    if (m_rename->isHidden())
        return;
    const QString from = std::exchange(m_renamed, {});
    const QString to = m_rename->text().trimmed();
    const QPoint at = viewport()->mapFrom(this, m_rename->geometry().bottomLeft());
    const bool had = m_rename->hasFocus();
    m_rename->hide();
    if (had)
        setFocus(Qt::OtherFocusReason);
    if (!keep || to == from)
        return;
    const QString fault = m_blockNameCheck ? m_blockNameCheck(from, to) : QString();
    if (fault.isEmpty())
        emit blockRenamed(from, to);
    else
        showHint(fault, at, true);
}

bool GraphView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_rename && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        finishRename(false);
        return true;
    }
    return QGraphicsView::eventFilter(watched, event);
}

} // namespace lamina
