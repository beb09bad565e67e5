#include "widgets/designer/layered_canvas.h"

#include "widgets/common/theme.h"
#include "widgets/designer/accessible_list.h"
#include "widgets/designer/block_item.h"
#include "widgets/designer/layered_accessible.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace lamina {

namespace {
constexpr ZoomView::Limits layeredZooms{.smallest = 0.05, .largest = 6};
constexpr double largestFit = 1.5; // a small model is not blown up beyond this
} // namespace

LayeredCanvas::LayeredCanvas(QWidget* parent)
    : ZoomView(new LayeredScene(nullptr), layeredZooms, parent), m_scene(static_cast<LayeredScene*>(scene()))
{
    installLayeredAccessibility();
    m_scene->setParent(this);
    setMinimumSize(240, 120);
    connect(m_scene, &QGraphicsScene::selectionChanged, this, [this] {
        const QStringList names = m_scene->selection();
        if (!names.isEmpty() && !names.contains(m_current))
            m_current = names.last();
        say();
        emit selectionChanged(names);
    });
    const auto restyle = [this] {
        setBackgroundBrush(Theme::instance().colours().window);
        viewport()->update();
    };
    connect(&Theme::instance(), &Theme::changed, this, restyle);
    restyle();
    say();
}

LayeredCanvas::~LayeredCanvas()
{
    m_scene->disconnect(this); // it clears its selection while it goes
}

QSizeF LayeredCanvas::room() const
{
    return QSizeF(maximumViewportSize()) - QSizeF(2 * margin, 2 * margin);
}

void LayeredCanvas::setModel(const ModelSpec& model, const ModelAnalysis& analysis)
{
    m_scene->setModel(model, analysis, room());
    if (!m_scene->block(m_current))
        m_current.clear();
    if (isFramed())
        fit();
    else
        followContent();
    say();
}

void LayeredCanvas::setNamesWanted(bool wanted)
{
    m_scene->setNamesWanted(wanted);
    fit();
}

void LayeredCanvas::setSelection(const QStringList& names)
{
    if (names == m_scene->selection())
        return;
    m_scene->select(names);
    if (!names.isEmpty()) {
        m_current = names.last();
        reveal(m_current);
    }
    say();
    viewport()->update();
}

// Around the model there is room to move it to any corner.
void LayeredCanvas::followContent()
{
    const double around = std::max(margin / zoom(), 160.0);
    setSceneRect(m_scene->content().adjusted(-around, -around, around, around));
}

void LayeredCanvas::fit()
{
    setFramed();
    m_scene->setRoom(room());
    const QRectF content = m_scene->content();
    const QSizeF space = room();
    const double factor = content.isEmpty()
        ? 1
        : std::clamp(std::min(space.width() / content.width(), space.height() / content.height()),
                     limits().smallest, largestFit);
    setTransform(QTransform::fromScale(factor, factor));
    QRectF seen(QPointF(), room() / factor); // no more than that: nothing to scroll
    seen.moveCenter(content.center());
    setSceneRect(seen);
    emit zoomChanged(zoom());
}

void LayeredCanvas::leaveFrame()
{
    if (!isFramed())
        return;
    ZoomView::leaveFrame();
    const QPointF centre = mapToScene(viewport()->rect().center());
    followContent();
    centerOn(centre);
}

void LayeredCanvas::reveal(const QString& name)
{
    if (const BlockItem* item = m_scene->block(name))
        ensureVisible(item->sceneBoundingRect(), margin, margin);
}

void LayeredCanvas::go(const QString& name)
{
    choose({name});
}

void LayeredCanvas::choose(const QStringList& names)
{
    if (!names.isEmpty())
        m_current = names.last();
    setSelection(names);
    emit selectionChanged(names);
}

// Left and right follow the links, up and down go to the neighbour on that side.
bool LayeredCanvas::goAlong(int key)
{
    if (m_scene->order().isEmpty())
        return false;
    const BlockItem* from = m_scene->block(m_current);
    if (!from || !from->isSelected()) {
        go(from ? m_current : m_scene->order().front());
        return true;
    }
    const QRectF its = from->block().bounds();
    const bool along = key == Qt::Key_Left || key == Qt::Key_Right;
    const QStringList candidates = !along ? m_scene->order()
        : key == Qt::Key_Right            ? m_scene->followers(m_current)
                                          : m_scene->inputs(m_current);
    QString best;
    double least = 0;
    for (const QString& name : candidates) {
        const BlockItem* each = m_scene->block(name);
        const QPointF by = each->block().bounds().center() - its.center();
        const double ahead = key == Qt::Key_Down ? by.y() : -by.y();
        if (each == from || (!along && ahead < its.height() / 2))
            continue;
        const double distance = along ? std::abs(by.y()) : ahead + 3 * std::abs(by.x());
        if (best.isEmpty() || distance < least) {
            best = name;
            least = distance;
        }
    }
    if (!best.isEmpty())
        go(best);
    return true;
}

// What a screen reader tells of the view: the layer where the keyboard stands.
void LayeredCanvas::say()
{
    const BlockItem* item = m_scene->block(m_current);
    setAccessibleName(tr("Layers of the model in perspective"));
    setAccessibleDescription(item ? item->spokenText()
                                  : tr("%n layers", nullptr, static_cast<int>(m_scene->order().size())));
    tellAccessibility(this);
}

void LayeredCanvas::changeEvent(QEvent* event)
{
    ZoomView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        say();
}

void LayeredCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    ZoomView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton && !m_scene->selection().isEmpty())
        emit inspectorRequested();
}

void LayeredCanvas::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    const QStringList selected = m_scene->selection();
    if (zoomKey(event))
        return;
    if (plain && key >= Qt::Key_Left && key <= Qt::Key_Down && goAlong(key))
        return;
    if (plain && (key == Qt::Key_Home || key == Qt::Key_End) && !m_scene->order().isEmpty())
        return go(key == Qt::Key_Home ? m_scene->order().front() : m_scene->order().back());
    if (plain && (key == Qt::Key_Return || key == Qt::Key_Enter) && !selected.isEmpty()) {
        emit inspectorRequested();
        return;
    }
    if (plain && key == Qt::Key_F2 && selected.size() == 1) {
        emit renameRequested();
        return;
    }
    if (plain && key == Qt::Key_Escape && !selected.isEmpty())
        return m_scene->clearSelection();
    event->ignore(); // so that the page sees undo and the rest
}

void LayeredCanvas::goToEnd(bool first)
{
    if (m_scene->selection().isEmpty() && !m_scene->order().isEmpty())
        go(first ? m_scene->order().front() : m_scene->order().back());
}

// Tab walks the layers in the order of computation and leaves the view behind the last.
bool LayeredCanvas::focusNextPrevChild(bool next)
{
    const QStringList& order = m_scene->order();
    const qsizetype at = order.indexOf(m_current);
    const qsizetype to = at + (next ? 1 : -1);
    if (!hasFocus() || at < 0 || to < 0 || to >= order.size())
        return ZoomView::focusNextPrevChild(next);
    go(order[to]);
    return true;
}

} // namespace lamina
