#include "widgets/designer/graph_view.h"

#include "widgets/common/theme.h"
#include "widgets/designer/accessible_list.h"
#include "widgets/designer/block_frame.h"
#include "widgets/designer/graph_accessible.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/link_draft.h"
#include "widgets/designer/link_item.h"
#include "widgets/designer/view_pictures.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QtMath>

#include <algorithm>

namespace lamina {

namespace {
constexpr ZoomView::Limits zooms{.smallest = 0.1, .largest = 3};
constexpr double smallestReadable = 0.75; // a model is not shrunk below this unless asked
} // namespace

GraphView::GraphView(QWidget* parent)
    : ZoomView(new GraphScene(nullptr), zooms, parent), m_scene(static_cast<GraphScene*>(scene())),
      m_rename(new QLineEdit(this)), m_hint(new QLabel(this))
{
    installGraphAccessibility();
    m_hint->setObjectName(QStringLiteral("canvasHint"));
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setMargin(Theme::unit);
    m_hint->hide();
    m_rename->setObjectName(QStringLiteral("blockName"));
    m_rename->hide();
    m_rename->installEventFilter(this);
    connect(m_rename, &QLineEdit::editingFinished, this, [this] { finishRename(true); });
    setAcceptDrops(true);
    m_scene->setParent(this);
    setViewportUpdateMode(SmartViewportUpdate);
    setCacheMode(CacheNone);
    setMouseTracking(true);
    setAccessibleName(tr("Layers of the model"));
    setMinimumSize(240, 160);
    connect(m_scene, &QGraphicsScene::selectionChanged, this, [this] {
        layersBeforeLinks();
        const QStringList names = selection();
        if (!names.isEmpty() && !names.contains(m_current))
            m_current = names.last();
        for (BlockFrame* frame : m_scene->frames()) // drawn as selected with all its layers
            frame->update();
        say();
        viewport()->update(); // the frame around the canvas comes and goes
        emit selectionChanged();
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_scene->restyle();
        viewport()->update();
    });
}

GraphView::~GraphView()
{
    m_draft.reset();
    m_scene->disconnect(this); // it clears its selection while it goes
}

// As with both scroll bars, whether they are there or not: they come and go with the scale that is made of
// it, and a scale that followed them would bring them back for ever.
QSizeF GraphView::room() const
{
    const QSize bars(verticalScrollBar()->sizeHint().width(), horizontalScrollBar()->sizeHint().height());
    return QSizeF(maximumViewportSize() - bars) - QSizeF(2 * margin, 2 * margin);
}

void GraphView::setModel(const ModelSpec& model, const ModelAnalysis& analysis, const Positions& positions,
                         const LayerGroups& groups)
{
    endLink(); // what it was drawn on has changed
    const QStringList before = selection();
    {
        // A selection that changes only because an item was made anew is none of the person's doing.
        const QSignalBlocker quiet(m_scene);
        m_scene->setModel(model, analysis, positions, room(), groups);
        m_scene->clearSelection();
        for (const QString& name : before)
            if (GraphNode* node = m_scene->shown(name))
                node->setSelected(true);
    }
    if (!m_scene->node(m_current))
        m_current.clear();
    if (isFramed())
        frame(m_scale);
    else
        followContent();
    say();
    viewport()->update();
    if (before != selection())
        emit selectionChanged();
}

void GraphView::startAfresh()
{
    m_scene->clearSelection();
    m_current.clear();
    setFramed();
    frame(Scale::Readable);
}

// Around the model there is room to move it to any corner; scroll bars stand there only where it is larger
// than the view.
void GraphView::followContent()
{
    const double around = std::max(margin / zoom(), 240.0);
    const QRectF content = m_scene->content();
    const auto bar = [](double size, int space) {
        return size > space ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff;
    };
    setHorizontalScrollBarPolicy(bar(content.width() * zoom(), maximumViewportSize().width()));
    setVerticalScrollBarPolicy(bar(content.height() * zoom(), maximumViewportSize().height()));
    setSceneRect(content.adjusted(-around, -around, around, around));
}

void GraphView::frame(Scale scale)
{
    m_scale = scale;
    const QRectF content = m_scene->content();
    if (content.isEmpty()) {
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setTransform(QTransform());
        setSceneRect(QRectF(QPointF(), QSizeF(viewport()->size())));
        emit zoomChanged(zoom());
        return;
    }
    const QSizeF space = room();
    double factor = std::min({1.0, space.width() / content.width(), space.height() / content.height()});
    const bool whole = factor >= smallestReadable || scale == Scale::Any;
    factor = std::clamp(factor, whole ? limits().smallest : smallestReadable, 1.0);
    setTransform(QTransform::fromScale(factor, factor));
    const double around = margin / factor;
    if (whole) {
        followContent();
        centerOn(content.center());
    } else {
        // Too large to be read whole: its beginning, and the rest by scrolling.
        setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
        setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
        setSceneRect(content.adjusted(-around, -around, around, around));
        const GraphNode* first = m_scene->shownNodes().empty() ? nullptr : m_scene->shownNodes().front();
        const double x = content.width() * factor <= space.width() || !first
            ? content.center().x()
            : first->sceneBoundingRect().center().x();
        centerOn(x, content.top() - around + viewport()->height() / factor / 2);
    }
    emit zoomChanged(zoom());
}

void GraphView::fit()
{
    setFramed();
    m_scene->setRoom(room());
    frame(Scale::Any);
}

QStringList GraphView::selection() const
{
    QStringList names;
    for (const QString& name : m_scene->order())
        if (const GraphNode* node = m_scene->shown(name); node && node->isSelected())
            names += name;
    return names;
}

void GraphView::setSelection(const QStringList& names)
{
    if (names == selection() && !selectedLink())
        return;
    {
        const QSignalBlocker quiet(m_scene);
        m_scene->clearSelection();
        for (const QString& name : names)
            if (GraphNode* node = m_scene->shown(name)) {
                node->setSelected(true);
                m_current = name;
            }
    }
    say();
    viewport()->update();
    emit selectionChanged();
}

void GraphView::selectAllLayers()
{
    setSelection(m_scene->order());
}

std::vector<LinkEnd> GraphView::selectedLinks() const
{
    std::vector<LinkEnd> found;
    for (const LinkItem* link : m_scene->links())
        if (link->isSelected())
            found.push_back(link->end());
    return found;
}

std::optional<LinkEnd> GraphView::selectedLink() const
{
    const std::vector<LinkEnd> all = selectedLinks();
    return all.empty() ? std::nullopt : std::optional(all.front());
}

void GraphView::selectLink(const LinkEnd& end)
{
    LinkItem* link = m_scene->link(end);
    if (!link || !link->isVisible())
        return;
    {
        const QSignalBlocker quiet(m_scene);
        m_scene->clearSelection();
        link->setSelected(true);
    }
    ensureVisible(link->sceneBoundingRect(), margin, margin);
    say();
    viewport()->update();
    emit selectionChanged();
}

// Layers and links are not selected together: a lasso means the layers, and what is removed closes its gaps.
void GraphView::layersBeforeLinks()
{
    if (selection().isEmpty())
        return;
    const QSignalBlocker quiet(m_scene);
    for (LinkItem* link : m_scene->links())
        link->setSelected(false);
}

void GraphView::reveal(const QString& name)
{
    if (const GraphNode* node = m_scene->shown(name))
        ensureVisible(node->sceneBoundingRect(), margin, margin);
}

// What a screen reader tells of the canvas: the layer or link where the keyboard stands.
void GraphView::say()
{
    const GraphNode* node = currentNode();
    const std::optional<LinkEnd> link = selectedLink();
    const QString text = link ? m_scene->link(*link)->spokenText()
        : node                ? node->spokenText()
                              : tr("%n layers", nullptr, static_cast<int>(m_scene->order().size()));
    tellAccessibility(this);
    if (accessibleDescription() != text)
        setAccessibleDescription(text);
}

Picture GraphView::picture() const
{
    return graphPicture(*m_scene);
}

void GraphView::drawBackground(QPainter* painter, const QRectF& rect)
{
    const ThemeColours& colours = Theme::instance().colours();
    painter->fillRect(rect, colours.window);
    if (zoom() < 0.5)
        return;
    constexpr double spacing = 24;
    QVarLengthArray<QPointF, 4096> dots;
    const int left = qFloor(rect.left() / spacing), top = qFloor(rect.top() / spacing);
    for (int column = left; column * spacing < rect.right(); ++column)
        for (int row = top; row * spacing < rect.bottom(); ++row)
            dots.append({column * spacing, row * spacing});
    // Squares of whole pixels: thousands of round ones would take as long as the layers.
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(colours.line, 1.5, Qt::SolidLine, Qt::SquareCap));
    painter->drawPoints(dots.data(), static_cast<int>(dots.size()));
    painter->setRenderHint(QPainter::Antialiasing);
}

void GraphView::setPreviewsShown(bool shown)
{
    if (shown == m_scene->showsPreviews())
        return;
    endLink();
    m_scene->setPreviewsShown(shown);
    if (isFramed())
        frame(m_scale);
    else
        followContent();
    if (!isFramed() && !m_current.isEmpty())
        reveal(m_current);
    viewport()->update();
    emit previewsToggled(shown);
}

void GraphView::frameAgain()
{
    m_scene->setRoom(room());
    frame(m_scale);
}

void GraphView::changeEvent(QEvent* event)
{
    ZoomView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Layers of the model"));
}

} // namespace lamina
