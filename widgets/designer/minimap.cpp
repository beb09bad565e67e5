#include "widgets/designer/minimap.h"

#include "widgets/common/theme.h"
#include "widgets/designer/block_frame.h"
#include "widgets/designer/graph_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QShortcut>

#include <algorithm>

namespace lamina {

namespace {
constexpr double largestWidth = 176, largestHeight = 132;
constexpr int mapInset = 6; // between its edge and the model
constexpr int fromCorner = 12;
constexpr int leastRoom = 420; // of the view
} // namespace

Minimap::Minimap(GraphView* view) : QWidget(view), m_view(view)
{
    // Opaque: were it not, drawing it would draw the canvas below it, and that draws it again.
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    view->viewport()->installEventFilter(this);
    auto* key =
        new QShortcut(QKeySequence(Qt::Key_M), view, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, [this] { setWanted(!m_wanted); });
    retranslate();
    hide();
}

void Minimap::setWanted(bool wanted)
{
    if (m_wanted == wanted)
        return;
    m_wanted = wanted;
    follow();
    emit wantedChanged(wanted);
}

// Whatever changes on the canvas is drawn there, and then here.
bool Minimap::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint || event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &Minimap::follow, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

QRectF Minimap::seen() const
{
    return m_view->mapToScene(m_view->viewport()->rect()).boundingRect();
}

void Minimap::follow()
{
    m_content = m_view->graph().content();
    const QRectF view = seen();
    const bool larger = m_content.width() > view.width() + 1 || m_content.height() > view.height() + 1;
    const bool roomy = m_view->viewport()->width() >= leastRoom; // in a narrow view it would hide the layers
    if (!m_wanted || !larger || !roomy || m_content.isEmpty()) {
        hide();
        return;
    }
    const double scale = std::min(largestWidth / m_content.width(), largestHeight / m_content.height());
    const QSize size(std::max(40, qRound(m_content.width() * scale)) + 2 * mapInset,
                     std::max(40, qRound(m_content.height() * scale)) + 2 * mapInset);
    const QRect room = m_view->viewport()->geometry();
    const QRect place(
        QPoint(room.right() - fromCorner - size.width(), room.bottom() - fromCorner - size.height()), size);
    if (geometry() != place)
        setGeometry(place);
    show();
    raise();
    update();
}

QTransform Minimap::fromScene() const
{
    const double scale = std::min((width() - 2.0 * mapInset) / m_content.width(),
                                  (height() - 2.0 * mapInset) / m_content.height());
    QTransform transform;
    transform.translate(width() / 2.0, height() / 2.0);
    transform.scale(scale, scale);
    transform.translate(-m_content.center().x(), -m_content.center().y());
    return transform;
}

void Minimap::paintEvent(QPaintEvent*)
{
    const ThemeColours& colours = Theme::instance().colours();
    QPainter painter(this);
    painter.setPen(hasFocus() ? colours.accent : colours.line);
    painter.setBrush(colours.surface);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (m_content.isEmpty())
        return;
    const QTransform transform = fromScene();
    painter.setPen(mixed(colours.line, colours.muted, 0.25));
    painter.setBrush(Qt::NoBrush);
    for (const BlockFrame* block : m_view->graph().frames())
        painter.drawRect(transform.mapRect(block->frame()));
    for (const GraphNode* node : m_view->graph().shownNodes()) {
        QRectF card = transform.mapRect(node->sceneCard());
        card.setSize(card.size().expandedTo({2, 1.5}));
        painter.fillRect(card,
                         node->isSelected()     ? colours.accent
                             : node->hasFault() ? colours.fault
                                                : mixed(colours.line, colours.muted, 0.5));
    }
    const QRectF frame = transform.mapRect(seen()) & QRectF(rect()).adjusted(1, 1, -2, -2);
    QColor veil = colours.accent;
    veil.setAlphaF(0.12F);
    painter.setPen(colours.accent);
    painter.setBrush(veil);
    painter.drawRect(frame);
}

void Minimap::go(QPointF place)
{
    m_view->lookAt({std::clamp(place.x(), m_content.left(), m_content.right()),
                    std::clamp(place.y(), m_content.top(), m_content.bottom())});
    follow();
}

void Minimap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        go(fromScene().inverted().map(event->position()));
}

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        go(fromScene().inverted().map(event->position()));
}

void Minimap::keyPressEvent(QKeyEvent* event)
{
    const QRectF view = seen();
    const QPointF across(view.width() / 4, 0), down(0, view.height() / 4);
    switch (event->key()) {
    case Qt::Key_Left:
        return go(view.center() - across);
    case Qt::Key_Right:
        return go(view.center() + across);
    case Qt::Key_Up:
        return go(view.center() - down);
    case Qt::Key_Down:
        return go(view.center() + down);
    default:
        QWidget::keyPressEvent(event);
    }
}

void Minimap::retranslate()
{
    setAccessibleName(tr("Map of the model"));
    setAccessibleDescription(tr("The arrow keys move the view over the model."));
    setToolTip(tr("The whole model. Press or drag to move the view (M hides the map)"));
}

void Minimap::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace lamina
