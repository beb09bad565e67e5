// What is done to the network on the canvas: links, drops, moves, the clipboard. Each is a command.
#include "app/commands/add_layer.h"
#include "app/commands/edit_links.h"
#include "app/commands/move_layers.h"
#include "app/commands/paste_layers.h"
#include "app/commands/remove_layers.h"
#include "app/document/project_document.h"
#include "app/names.h"
#include "app/pages/design_page.h"
#include "app/studio.h"
#include "engine/formats/layer_text.h"
#include "widgets/designer/layer_node.h"
#include "widgets/palette/layer_palette.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QScreen>
#include <QTabBar>

#include <algorithm>

namespace lamina {

namespace {
LayerClip clipOfShown(const Project& project, const GraphView& graph, const QStringList& names)
{
    LayerClip clip;
    LayerNames copied;
    const Positions positions = graph.graph().positions();
    for (const LayerSpec& layer : project.model.layers)
        if (names.contains(QString::fromStdString(layer.name))) {
            clip.layers.push_back(layer);
            copied.insert(layer.name);
            if (const auto place = positions.find(layer.name); place != positions.end())
                clip.layout.insert(*place);
        }
    clip.groups = groupsWithin(project.groups, copied);
    return clip;
}

QSizeF sizeOf(const LayerClip& clip)
{
    const QSizeF node(LayerNode::width, LayerNode::height);
    QRectF box;
    for (const auto& [name, place] : clip.layout)
        box |= QRectF(QPointF(place.x, place.y), node);
    return box.isEmpty() ? node : box.size();
}

// The first place for the clip's upper left corner, from this one on, where it lies on no other layer.
CanvasPosition freeCorner(const LayerClip& clip, const Positions& taken, CanvasPosition corner)
{
    const QSizeF node(LayerNode::width, LayerNode::height);
    const QRectF box(QPointF(), sizeOf(clip));
    const auto lies = [&](const auto& each) {
        return QRectF(QPointF(each.second.x, each.second.y), node)
            .intersects(box.translated(corner.x, corner.y).adjusted(-16, -16, 16, 16));
    };
    while (std::any_of(taken.begin(), taken.end(), lies))
        corner.x += LayerNode::width + 32;
    return corner;
}
} // namespace

void DesignPage::connectEdits()
{
    connect(m_graph, &GraphView::layersMoved, this, &DesignPage::moveLayers);
    connect(m_graph, &GraphView::removeRequested, this, &DesignPage::removeLayers);
    connect(m_graph, &GraphView::linkRequested, this,
            [this](const TensorRef& from, const LinkEnd& to, const std::optional<LinkEnd>& moved) {
                endGesture();
                m_document.execute(new EditLinks(m_document.project(), from, to, moved));
            });
    connect(m_graph, &GraphView::unlinkRequested, this, [this](const std::vector<LinkEnd>& links) {
        endGesture();
        m_document.execute(new EditLinks(m_document.project(), links));
    });
    connect(m_graph, &GraphView::layerDropped, this, &DesignPage::dropLayer);
    connect(m_graph, &GraphView::layerWanted, this, &DesignPage::offerLayers);
    connect(m_graph, &GraphView::copyRequested, this, &DesignPage::copyLayers);
    connect(m_graph, &GraphView::cutRequested, this, &DesignPage::cutLayers);
    connect(m_graph, &GraphView::pasteRequested, this, &DesignPage::pasteLayers);
    connect(m_graph, &GraphView::duplicateRequested, this, &DesignPage::duplicateLayers);
}

void DesignPage::removeLayers(const QStringList& names)
{
    removeNamed(names, false);
}

void DesignPage::removeNamed(const QStringList& names, bool cut)
{
    std::vector<std::string> gone;
    for (const QString& name : names)
        gone.push_back(name.toStdString());
    // The selection goes on to what stood before the gap, so that the keyboard stays where it was.
    const QStringList& order = m_graph->graph().order();
    const qsizetype first = order.indexOf(names.isEmpty() ? QString() : names.front());
    for (qsizetype at = first - 1; at >= 0 && m_selectNext.isEmpty(); --at)
        if (!names.contains(order[at]))
            m_selectNext = {order[at]};
    for (qsizetype at = first + 1; at < order.size() && m_selectNext.isEmpty(); ++at)
        if (!names.contains(order[at]))
            m_selectNext = {order[at]};
    endGesture();
    m_document.execute(new RemoveLayers(m_document.project(), gone,
                                        cut ? RemoveLayers::Act::Cut : RemoveLayers::Act::Remove));
    m_selectNext.clear();
}

// A drag makes the arrangement the person's: every layer keeps its place from now on. The text names those
// that were really moved. Steps with the keyboard are one edit until something else is done.
void DesignPage::moveLayers(const Positions& positions, const QString& what, bool step)
{
    LayerPositions wanted;
    for (const auto& [name, position] : positions)
        wanted[name] = position;
    const QStringList moved = m_graph->selection();
    const QString block = m_graph->selectedBlock();
    const QString text = !what.isEmpty() ? what
        : !block.isEmpty()               ? tr("Move %1").arg(block)
        : moved.size() == 1              ? tr("Move %1").arg(moved.front())
                                         : tr("Move %n layers", nullptr, static_cast<int>(moved.size()));
    if (!step)
        endGesture();
    m_document.execute(new MoveLayers(std::move(wanted), text, step ? m_gesture : Gesture::single()));
}

void DesignPage::dropLayer(const QString& className, const DropPlace& place)
{
    const Project& project = m_document.project();
    const std::string type = className.toStdString();
    NewLayer wanted;
    if (place.link) {
        wanted = layerOnLink(project.model, type, *place.link);
    } else if (!place.after.isEmpty()) {
        wanted = layerAfter(project.model, type, place.after.toStdString());
    } else {
        const bool output = place.port && place.port->isOutput;
        wanted = layerAtPort(project.model, type, output ? std::optional(place.port->tensor()) : std::nullopt,
                             place.port && !output ? std::optional(place.port->end()) : std::nullopt);
        // What is linked finds its place by itself until somebody has placed layers.
        if (!project.model.layers.empty() && (!place.port || !project.layout.empty())) {
            wanted.position = m_graph->graph().arranged(place.corner);
            wanted.arrangement = m_graph->graph().positions();
        }
    }
    m_tabs->setCurrentIndex(0);
    add(std::move(wanted));
}

// A choice of layers where one is wanted.
void DesignPage::offerLayers(const DropPlace& place, QPoint at)
{
    auto* chooser = new LayerPalette(this);
    chooser->setObjectName(QStringLiteral("layerChooser"));
    chooser->setWindowFlags(Qt::Popup);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAttribute(Qt::WA_StyledBackground);
    chooser->resize(248, 340);
    const QRect room = screen()->availableGeometry();
    chooser->move(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - chooser->width())),
                  std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - chooser->height())));
    connect(chooser, &LayerPalette::layerRequested, this, [this, place, chooser](const QString& className) {
        chooser->close();
        m_graph->setFocus(Qt::OtherFocusReason);
        dropLayer(className, place);
    });
    connect(chooser, &LayerPalette::closeRequested, chooser, &QWidget::close);
    chooser->show();
    chooser->focusSearch();
}

void DesignPage::copyLayers()
{
    const QStringList names = m_graph->selection();
    if (names.isEmpty())
        return;
    const std::string text = layersText(clipOfShown(m_document.project(), *m_graph, names));
    QGuiApplication::clipboard()->setText(QString::fromStdString(text));
}

void DesignPage::cutLayers()
{
    const QStringList names = m_graph->selection();
    if (names.isEmpty())
        return;
    copyLayers();
    removeNamed(names, true);
}

void DesignPage::pasteLayers(const std::optional<QPointF>& corner)
{
    const Result<LayerClip> clip = parseLayers(QGuiApplication::clipboard()->text().toStdString());
    if (!clip) {
        emit m_studio.faultsRaised(tr("Nothing was pasted"), clip.faults());
        return;
    }
    const Project& project = m_document.project();
    PastePlace place;
    const auto standing = [&](QPointF at) {
        place.arrangement = m_graph->graph().positions();
        place.position = freeCorner(*clip, place.arrangement,
                                    m_graph->graph().arranged({std::round(at.x()), std::round(at.y())}));
    };
    const bool chain = endsOf(*clip).heads.size() == 1;
    if (corner)
        standing(*corner);
    else if (const auto link = m_graph->selectedLink(); link && chain)
        place.link = link;
    else if (const QStringList ends = m_graph->selectedEnds(); !ends.isEmpty() && chain)
        place.after = ends.last().toStdString();
    else if (const auto pointed = m_graph->pointedAt(); pointed && !project.model.layers.empty())
        standing(*pointed);
    else if (!project.layout.empty())
        standing(clip->layout.empty()
                     ? QPointF()
                     : QPointF(clip->layout.begin()->second.x, clip->layout.begin()->second.y));
    m_tabs->setCurrentIndex(0);
    paste(*clip, place, PasteLayers::Act::Paste);
}

void DesignPage::paste(const LayerClip& clip, PastePlace place, PasteLayers::Act act)
{
    const Project& project = m_document.project();
    if (!project.layout.empty() && (place.link || !place.after.empty())) {
        const TensorRef source = place.link
            ? project.model.find(place.link->layer)->inputs.at(place.link->input)
            : TensorRef{place.after, 0};
        Room room = roomBelow({source.layer}, place.link ? std::vector{*place.link} : readersOf({source}),
                              sizeOf(clip));
        place.position = room.corner;
        place.arrangement = std::move(room.arrangement);
    }
    endGesture();
    m_selectNext = texts(PasteLayers::namesIn(project.model, clip));
    m_document.execute(new PasteLayers(project, clip, place, act));
    m_selectNext.clear();
}

// A chain is repeated behind itself; anything else stands beside itself and reads the same.
void DesignPage::duplicateLayers()
{
    const Project& project = m_document.project();
    const LayerClip clip = clipOfShown(project, *m_graph, m_graph->selection());
    if (clip.layers.empty())
        return;
    PastePlace place;
    const ClipEnds ends = endsOf(clip);
    if (ends.heads.size() == 1 && ends.tails.size() == 1) {
        place.after = ends.tails.front();
    } else {
        place.beside = true;
        if (!project.layout.empty()) {
            place.arrangement = m_graph->graph().positions();
            const auto& first = clip.layout.begin()->second;
            place.position = freeCorner(clip, place.arrangement, first);
        }
    }
    paste(clip, place, PasteLayers::Act::Duplicate);
}

// On the empty page a layer may be dropped, too.
bool DesignPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QWidget::eventFilter(watched, event);
    auto* drop = static_cast<QDropEvent*>(event);
    const QByteArray className = drop->mimeData()->data(QLatin1String(GraphView::layerMime));
    if (className.isEmpty())
        return QWidget::eventFilter(watched, event);
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop) {
        dropLayer(QString::fromUtf8(className), {});
        m_graph->setFocus(Qt::OtherFocusReason);
    }
    return true;
}

} // namespace lamina
