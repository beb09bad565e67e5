#include "widgets/designer/layer_node.h"

#include "engine/model/nested.h"

#include "widgets/common/icons.h"
#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/designer/activation_painter.h"
#include "widgets/designer/graph_scene.h"

#include <QCoreApplication>
#include <QGraphicsScene>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

#include <cmath>
#include <utility>

namespace lamina {

namespace {
constexpr double grid = 4; // nodes are dragged in these steps
constexpr double iconSide = 20;
constexpr double smallestWithDetails = 0.45; // below this scale only shapes and colours are drawn

QString trNode(const char* text)
{
    return QCoreApplication::translate("LayerNode", text);
}

QString tipFor(const LayerSpec& spec, const LayerType* type, const LayerAnalysis& analysis)
{
    QString tip =
        QStringLiteral("<p><b>%1</b> · %2</p>")
            .arg(QString::fromStdString(spec.name).toHtmlEscaped(),
                 (type ? words(type->label) : QString::fromStdString(spec.className)).toHtmlEscaped());
    for (const Fault& fault : analysis.faults)
        tip += QStringLiteral("<p>%1<br/>%2</p>")
                   .arg(faultTitle(fault).toHtmlEscaped(), faultRemedy(fault).toHtmlEscaped());
    if (analysis.faults.empty() && type)
        tip += QStringLiteral("<p>%1</p>").arg(words(type->help).toHtmlEscaped());
    return tip;
}
} // namespace

LayerNode::LayerNode(QString name) : m_name(std::move(name))
{
    setFlags(ItemIsSelectable | ItemIsMovable | ItemSendsGeometryChanges);
    setAcceptHoverEvents(true);
    setZValue(1);
}

QString LayerNode::shapeText(const Shape& shape)
{
    QStringList sizes;
    for (const Index size : shape.sizes())
        sizes += QString::number(size);
    return sizes.isEmpty() ? trNode(QT_TRANSLATE_NOOP("LayerNode", "one number"))
                           : sizes.join(QStringLiteral(" × "));
}

bool LayerNode::setLayer(const LayerSpec& spec, const LayerAnalysis& analysis)
{
    setPorts(spec, analysis);
    const LayerType* type = layers::find(spec.className);
    const QString typeText = type ? words(type->label)
        : isNested(spec)          ? trNode(QT_TRANSLATE_NOOP("LayerNode", "Model"))
                                  : QString::fromStdString(spec.className);
    const QString shape = analysis.outputs.empty() ? QString() : shapeText(analysis.outputs.front());
    const QString parameters = analysis.parameters > 0 ? number::count(analysis.parameters) : QString();
    const QString fault = analysis.faults.empty() ? QString() : faultTitle(analysis.faults.front());
    const bool frozen = spec.config.is_object() && spec.config.value("trainable", Json(true)) == Json(false);
    const QString tip = tipFor(spec, type, analysis);
    const Family family = type ? type->family : Family::Linear;
    const QString iconName = isNested(spec) ? QStringLiteral("layout")
        : !type                             ? QStringLiteral("warning")
        : type->icon                        ? QString::fromLatin1(type->icon)
                                            : familyIcon(family);
    if (std::tie(typeText, shape, parameters, fault, frozen, tip, iconName)
        == std::tie(m_type, m_shape, m_parameters, m_fault, m_frozen, m_tip, m_icon))
        return false;
    if (fault.isEmpty() != m_fault.isEmpty())
        prepareGeometryChange();
    m_type = typeText;
    m_shape = shape;
    m_parameters = parameters;
    m_fault = fault;
    m_frozen = frozen;
    m_tip = tip;
    m_family = family;
    m_known = type != nullptr;
    if (m_icon != iconName) {
        m_icon = iconName;
        m_pixmap = {};
    }
    showTip();
    update();
    return true;
}

void LayerNode::showTip()
{
    const auto paragraph = [](const QString& text) {
        return text.isEmpty()
            ? text
            : QStringLiteral("<p>%1</p>")
                  .arg(text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br/>")));
    };
    setToolTip(m_tip + paragraph(m_advice) + paragraph(m_fullCost));
}

void LayerNode::setAdvice(const QString& advice, bool blocks)
{
    if (advice == m_advice && blocks == m_adviceBlocks)
        return;
    prepareGeometryChange();
    m_advice = advice;
    m_adviceBlocks = blocks;
    showTip();
    update();
    if (scene())
        static_cast<GraphScene*>(scene())->nodeResized(this);
}

void LayerNode::setCost(double share, const QString& text, const QString& full)
{
    if (share == m_costShare && text == m_cost && full == m_fullCost)
        return;
    m_costShare = share;
    m_cost = text;
    m_fullCost = full;
    showTip();
    update();
}

void LayerNode::restyle()
{
    m_pixmap = {};
    m_previewPixmap = {};
    update();
}

QString LayerNode::spokenText() const
{
    QStringList parts{m_name, m_type};
    if (!m_shape.isEmpty())
        parts += trNode(QT_TRANSLATE_NOOP("LayerNode", "output %1")).arg(m_shape);
    if (!m_parameters.isEmpty())
        parts += trNode(QT_TRANSLATE_NOOP("LayerNode", "%1 parameters")).arg(m_parameters);
    if (!m_cost.isEmpty() && m_costShare >= 0)
        parts += m_cost;
    if (!m_fault.isEmpty())
        parts += m_fault;
    else if (hasAdvice())
        parts += m_advice;
    if (m_previewShown)
        parts += m_preview ? lamina::spokenText(*m_preview) : m_previewNote;
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QRectF LayerNode::card() const
{
    return {0, 0, width, headHeight() + (m_previewShown ? previewHeight : 0)};
}

QRectF LayerNode::boundingRect() const
{
    return card().adjusted(-8, -8, 8, 8); // with the ports on its edges
}

QPainterPath LayerNode::shape() const
{
    QPainterPath path;
    path.addRoundedRect(card(), Theme::radius, Theme::radius);
    return path;
}

QVariant LayerNode::itemChange(GraphicsItemChange change, const QVariant& value)
{
    if (change == ItemPositionChange) {
        const QPointF position = value.toPointF();
        return QPointF(std::round(position.x() / grid) * grid, std::round(position.y() / grid) * grid);
    }
    if (change == ItemPositionHasChanged && scene())
        static_cast<GraphScene*>(scene())->nodeMoved(this);
    return QGraphicsItem::itemChange(change, value);
}

void LayerNode::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget)
{
    const Theme& theme = Theme::instance();
    const ThemeColours& colours = theme.colours();
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const bool selected = option->state & QStyle::State_Selected;
    const bool focused = widget && widget->parentWidget() && widget->parentWidget()->hasFocus();
    const QRectF box = card();
    painter->setRenderHint(QPainter::Antialiasing);

    const QColor edge = selected ? colours.accent
        : hasFault()             ? colours.fault
                                 : mixed(colours.line, colours.muted, 0.25);
    const QColor ground = selected ? mixed(colours.raised, colours.accent, 0.06) : colours.raised;
    painter->setPen(QPen(edge, selected ? (focused ? 2.25 : 1.75) : hasFault() ? 1.5 : 1));
    painter->setBrush(ground);
    painter->drawRoundedRect(box, Theme::radius, Theme::radius);

    // The bar fills the card's rounded left edge. A path of its own: clipping to the card costs more than all
    // else.
    constexpr double inner = Theme::radius - 1, barWidth = 4;
    const double cut = inner - std::sqrt(inner * inner - (inner - barWidth) * (inner - barWidth));
    const double angle = std::acos((inner - barWidth) / inner) * 180 / M_PI;
    const double low = box.height() - 1;
    QPainterPath bar(QPointF(1 + barWidth, 1 + cut));
    bar.arcTo(QRectF(1, 1, 2 * inner, 2 * inner), 180 - angle, angle);
    bar.arcTo(QRectF(1, low - 2 * inner, 2 * inner, 2 * inner), 180, angle);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_known ? theme.family(m_family) : colours.fault);
    painter->drawPath(bar);
    // The dearest layers are the hottest.
    if (m_costShare > 0) {
        const double room = box.width() - 6 - Theme::radius;
        painter->fillRect(QRectF(5, box.height() - 6, room * m_costShare, 5),
                          mixed(colours.caution, colours.fault, m_costShare));
    }

    if (scale < smallestWithDetails / 2)
        return;
    const double ratio = widget ? widget->devicePixelRatioF() : 1;
    const int side = static_cast<int>(std::ceil(iconSide * std::max(1.0, scale) * ratio));
    if (m_pixmap.isNull() || m_pixmap.width() != side)
        m_pixmap = iconPixmap(m_icon, m_known ? theme.family(m_family) : colours.fault, side);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawPixmap(QRectF(16, (height - iconSide) / 2, iconSide, iconSide), m_pixmap,
                        QRectF(m_pixmap.rect()));
    if (m_previewShown)
        paintPreview(painter, scale, ratio);
    if (scale < smallestWithDetails)
        return;

    const QRectF text(48, 0, width - 48 - 12, height);
    const QRectF upper(text.left(), 10, text.width(), 20);
    const QRectF lower(text.left(), 31, text.width(), 18);
    const auto draw = [&](const QRectF& place, Qt::Alignment alignment, const QString& words,
                          const QFont& font, const QColor& colour, double room) {
        painter->setFont(font);
        painter->setPen(colour);
        const QString shown = QFontMetricsF(font).elidedText(words, Qt::ElideRight, room);
        painter->drawText(place, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    };
    const QFont strong = theme.font(Theme::Body, true);
    const QFont small = theme.font(Theme::Small);
    const QString right = m_costShare < 0 ? m_parameters : m_cost;
    const double rightWidth =
        right.isEmpty() ? 0 : QFontMetricsF(small).horizontalAdvance(right) + Theme::unit;
    // A frozen layer carries a snowflake before its figure.
    const double flake = m_frozen ? 18 : 0;
    if (m_frozen)
        painter->drawPixmap(QRectF(upper.right() - rightWidth - 14, upper.center().y() - 7, 14, 14),
                            iconPixmap(QStringLiteral("snowflake"), colours.accent, side),
                            QRectF(0, 0, side, side));
    draw(upper, Qt::AlignRight, right, small, colours.muted, rightWidth);
    draw(upper, Qt::AlignLeft, m_name, strong, colours.text, text.width() - rightWidth - flake);
    const double shapeWidth =
        m_shape.isEmpty() ? 0 : QFontMetricsF(small).horizontalAdvance(m_shape) + Theme::unit;
    draw(lower, Qt::AlignRight, m_shape, small, colours.text, shapeWidth);
    draw(lower, Qt::AlignLeft, m_type, small, colours.muted, text.width() - shapeWidth);
    if (hasFault() || hasAdvice())
        draw(QRectF(16, height - 7, width - 28, faultHeight), Qt::AlignLeft, hasFault() ? m_fault : m_advice,
             small, hasFault() || m_adviceBlocks ? colours.fault : colours.caution, width - 28);
}

} // namespace lamina
