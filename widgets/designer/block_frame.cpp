#include "widgets/designer/block_frame.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/designer/layer_node.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <utility>

namespace lamina {

namespace {
constexpr double chevron = 14;
constexpr double beforeName = 28;
constexpr double smallestWithTitle = 0.45;
} // namespace

BlockFrame::BlockFrame(QString name) : m_name(std::move(name))
{
    // Moving it moves what is selected: its layers, which a press on the tab selects.
    setFlags(ItemIsMovable | ItemSendsGeometryChanges);
    setZValue(0.5); // over the links, below the cards
    setCursor(Qt::SizeAllCursor);
}

void BlockFrame::setMembers(const QStringList& layers, const std::vector<LayerNode*>& members)
{
    m_layers = layers;
    m_members = members;
    setToolTip(QCoreApplication::translate(
        "BlockFrame", "Drag it to move the block. A double click or the space bar closes it."));
}

void BlockFrame::surround(const QRectF& least)
{
    QRectF all = least;
    for (const LayerNode* each : m_members)
        all |= each->sceneCard();
    prepareGeometryChange();
    m_frame = all.adjusted(-padding, -padding - tabHeight + 2, padding, padding);
}

QVariant BlockFrame::itemChange(GraphicsItemChange change, const QVariant& value)
{
    if (change == ItemPositionChange)
        return QPointF(); // it stands where its layers are
    return QGraphicsItem::itemChange(change, value);
}

bool BlockFrame::isWhollySelected() const
{
    return !m_members.empty() && std::all_of(m_members.begin(), m_members.end(), [](const LayerNode* each) {
        return each->isSelected();
    });
}

QString BlockFrame::spokenText() const
{
    const int count = static_cast<int>(m_layers.size()); // lupdate does not see texts beside a cast
    return QCoreApplication::translate("BlockFrame", "Open block %1, %n layers", nullptr, count).arg(m_name);
}

QRectF BlockFrame::tab() const
{
    const double name = QFontMetricsF(Theme::instance().font(Theme::Body, true)).horizontalAdvance(m_name);
    return {m_frame.left(), m_frame.top(), std::min(beforeName + name + 12, m_frame.width()), tabHeight};
}

bool BlockFrame::onToggle(QPointF point) const
{
    QRectF place = tab();
    place.setWidth(beforeName);
    return place.contains(point);
}

QPainterPath BlockFrame::shape() const
{
    QPainterPath path;
    path.addRect(tab());
    return path;
}

void BlockFrame::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget* widget)
{
    const Theme& theme = Theme::instance();
    const ThemeColours& colours = theme.colours();
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const bool selected = isWhollySelected();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor edge = selected ? colours.accent : mixed(colours.line, colours.muted, 0.45);
    QColor veil = selected ? colours.accent : colours.muted;
    veil.setAlphaF(0.05F);
    painter->setPen(QPen(edge, selected ? 1.75 : 1));
    painter->setBrush(veil);
    painter->drawRoundedRect(m_frame, Theme::radius + 2, Theme::radius + 2);
    const QRectF place = tab();
    painter->setBrush(mixed(colours.surface, edge, selected ? 0.18 : 0.12));
    painter->drawRoundedRect(place, Theme::radius, Theme::radius);
    if (scale < smallestWithTitle)
        return;
    const int side =
        static_cast<int>(std::ceil(chevron * scale * (widget ? widget->devicePixelRatioF() : 1)));
    painter->drawPixmap(QRectF(place.left() + 8, place.center().y() - chevron / 2, chevron, chevron),
                        iconPixmap(QStringLiteral("chevron-down"), colours.muted, side),
                        QRectF(0, 0, side, side));
    const QFont strong = theme.font(Theme::Body, true);
    painter->setFont(strong);
    painter->setPen(colours.text);
    const QRectF name = place.adjusted(beforeName, 0, -8, 0);
    painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetricsF(strong).elidedText(m_name, Qt::ElideRight, name.width() + 4));
}

} // namespace lamina
