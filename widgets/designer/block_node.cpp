#include "widgets/designer/block_node.h"

#include "widgets/common/icons.h"
#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"
#include "widgets/designer/graph_scene.h"
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
constexpr double blockGrid = 4;
constexpr double smallestWithWords = 0.45;
constexpr double stackStep = 4; // between the edges of the cards that lie below

QString trBlock(const char* text)
{
    return QCoreApplication::translate("BlockNode", text);
}

QString layersText(qsizetype layers)
{
    const int count = static_cast<int>(layers); // lupdate does not see texts beside a cast
    return QCoreApplication::translate("BlockNode", "%n layers", nullptr, count);
}

double onGrid(double value)
{
    return std::round(value / blockGrid) * blockGrid;
}

// The shapes of these tensors, or nothing if one is not known.
QString shapesOf(const ModelSpec& model, const ModelAnalysis& analysis, const std::vector<TensorRef>& tensors)
{
    QStringList shapes;
    for (const TensorRef& tensor : tensors)
        for (std::size_t i = 0; i < model.layers.size(); ++i)
            if (model.layers[i].name == tensor.layer && tensor.index >= 0
                && static_cast<std::size_t>(tensor.index) < analysis.layers[i].outputs.size())
                shapes +=
                    LayerNode::shapeText(analysis.layers[i].outputs[static_cast<std::size_t>(tensor.index)]);
    return static_cast<std::size_t>(shapes.size()) == tensors.size() ? shapes.join(QStringLiteral("; "))
                                                                     : QString();
}
} // namespace

BlockFacts blockFacts(const ModelSpec& model, const ModelAnalysis& analysis, const QStringList& order,
                      const LayerNames& layers)
{
    BlockFacts facts;
    for (const QString& name : order)
        if (layers.contains(name.toStdString()))
            facts.layers += name;
    for (std::size_t i = 0; i < model.layers.size(); ++i)
        if (layers.contains(model.layers[i].name)) {
            facts.parameters += analysis.layers[i].parameters;
            facts.trainableParameters += analysis.layers[i].trainableParameters;
        }
    facts.ends = groupEnds(model, layers);
    facts.input = shapesOf(model, analysis, facts.ends.inputs);
    facts.output = shapesOf(model, analysis, facts.ends.outputs);
    return facts;
}

BlockNode::BlockNode(QString name) : m_name(std::move(name))
{
    setFlags(ItemIsSelectable | ItemIsMovable | ItemSendsGeometryChanges);
    setAcceptHoverEvents(true);
    setZValue(1);
}

void BlockNode::setBlock(const ModelSpec& model, const BlockFacts& facts,
                         const std::vector<LayerNode*>& members)
{
    m_facts = facts;
    m_members = members;
    m_inputs.clear();
    const auto& read = facts.ends.inputs;
    m_slots = read.size();
    for (const QString& name : facts.layers) {
        const LayerSpec* layer = model.find(name.toStdString());
        for (std::size_t i = 0; i < layer->inputs.size(); ++i)
            if (const auto found = std::find(read.begin(), read.end(), layer->inputs[i]); found != read.end())
                m_inputs.emplace_back(Port{name, false, i}, static_cast<std::size_t>(found - read.begin()));
        if (layer->inputs.size() < inputLimits(*layer).minimum) // it still lacks one
            m_inputs.emplace_back(Port{name, false, layer->inputs.size()}, m_slots++);
    }
    refresh();
}

void BlockNode::refresh()
{
    prepareGeometryChange();
    m_faults = 0;
    m_problem.clear();
    m_blocks = false;
    for (const LayerNode* each : m_members)
        if (each->hasFault()) {
            ++m_faults;
            if (!m_blocks)
                m_problem = QStringLiteral("%1: %2").arg(each->name(), each->faultText());
            m_blocks = true;
        } else if (each->hasAdvice() && m_problem.isEmpty()) {
            m_problem = QStringLiteral("%1: %2").arg(each->name(), each->adviceText());
        }
    QString tip = QStringLiteral("<p><b>%1</b> · %2</p><p>%3</p>")
                      .arg(m_name.toHtmlEscaped(), layersText(m_facts.layers.size()),
                           m_facts.layers.join(QStringLiteral(", ")).toHtmlEscaped());
    if (!m_problem.isEmpty())
        tip += QStringLiteral("<p>%1</p>").arg(m_problem.toHtmlEscaped());
    tip += QStringLiteral("<p>%1</p>")
               .arg(trBlock(QT_TRANSLATE_NOOP("BlockNode", "A double click or the space bar opens it.")));
    if (!m_fullCost.isEmpty())
        tip += QStringLiteral("<p>%1</p>")
                   .arg(m_fullCost.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br/>")));
    setToolTip(tip);
    update();
}

void BlockNode::setCost(double share, const QString& text, const QString& full)
{
    m_costShare = share;
    m_cost = text;
    m_fullCost = full;
    refresh();
}

QPointF BlockNode::placeOverMembers() const
{
    QRectF all;
    for (const LayerNode* each : m_members)
        all |= QRectF(each->pos(), QSizeF(LayerNode::width, LayerNode::height));
    return {onGrid(all.center().x()) - width / 2, all.top()};
}

void BlockNode::stand(QPointF place)
{
    m_stood = place;
    setPos(place);
}

QVariant BlockNode::itemChange(GraphicsItemChange change, const QVariant& value)
{
    if (change == ItemPositionChange) {
        const QPointF position = value.toPointF();
        return QPointF(onGrid(position.x()), onGrid(position.y()));
    }
    if (change == ItemPositionHasChanged && scene()) {
        const QPointF by = pos() - m_stood;
        m_stood = pos();
        static_cast<GraphScene*>(scene())->blockMoved(this, by);
    }
    return QGraphicsItem::itemChange(change, value);
}

bool BlockNode::onToggle(QPointF point) const
{
    return mapRectToScene(QRectF(4, 8, 32, height - 16)).contains(point);
}

QRectF BlockNode::titlePlace() const
{
    return mapRectToScene(QRectF(36, 6, width - 48, 26));
}

QRectF BlockNode::card() const
{
    return {0, 0, width, height + (m_problem.isEmpty() ? 0 : LayerNode::faultHeight)};
}

QString BlockNode::shapesText() const
{
    return m_facts.output.isEmpty() ? QString()
        : m_facts.input.isEmpty()   ? m_facts.output
        : m_facts.input.size() + m_facts.output.size() > 40
        ? QStringLiteral("→ ") + m_facts.output
        : m_facts.input + QStringLiteral(" → ") + m_facts.output;
}

QString BlockNode::spokenText() const
{
    QStringList parts{trBlock(QT_TRANSLATE_NOOP("BlockNode", "Closed block %1")).arg(m_name),
                      layersText(m_facts.layers.size())};
    if (!m_facts.input.isEmpty())
        parts += trBlock(QT_TRANSLATE_NOOP("BlockNode", "input %1")).arg(m_facts.input);
    if (!m_facts.output.isEmpty())
        parts += trBlock(QT_TRANSLATE_NOOP("BlockNode", "output %1")).arg(m_facts.output);
    if (m_facts.parameters > 0)
        parts +=
            trBlock(QT_TRANSLATE_NOOP("BlockNode", "%1 parameters")).arg(number::count(m_facts.parameters));
    if (!m_cost.isEmpty() && m_costShare >= 0)
        parts += m_cost;
    if (m_faults > 1)
        parts += QCoreApplication::translate("BlockNode", "%n layers with faults", nullptr, m_faults);
    if (!m_problem.isEmpty())
        parts += m_problem;
    return parts.join(QStringLiteral(", "));
}

std::vector<Port> BlockNode::ports() const
{
    std::vector<Port> ports;
    for (const auto& [port, slot] : m_inputs)
        ports.push_back(port);
    for (const TensorRef& tensor : m_facts.ends.outputs)
        ports.push_back({QString::fromStdString(tensor.layer), true,
                         static_cast<std::size_t>(std::max(tensor.index, 0))});
    return ports;
}

QPointF BlockNode::placeOf(const Port& port) const
{
    std::size_t slot = 0, count = 1;
    if (port.isOutput) {
        const auto& outputs = m_facts.ends.outputs;
        const auto found = std::find(outputs.begin(), outputs.end(), port.tensor());
        count = std::max<std::size_t>(outputs.size(), 1);
        slot = found == outputs.end() ? 0 : static_cast<std::size_t>(found - outputs.begin());
    } else {
        count = std::max<std::size_t>(m_slots, 1);
        for (const auto& [each, its] : m_inputs)
            if (each == port)
                slot = its;
    }
    const double share = (static_cast<double>(slot) + 0.5) / static_cast<double>(count);
    return mapToScene(QPointF(width * (0.25 + 0.5 * share), port.isOutput ? card().height() : 0));
}

QRectF BlockNode::boundingRect() const
{
    return card().adjusted(-8, -8, 8 + 2 * stackStep, 8 + 2 * stackStep);
}

QPainterPath BlockNode::shape() const
{
    QPainterPath path;
    path.addRoundedRect(card(), Theme::radius, Theme::radius);
    return path;
}

void BlockNode::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget)
{
    const Theme& theme = Theme::instance();
    const ThemeColours& colours = theme.colours();
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const bool selected = option->state & QStyle::State_Selected;
    const bool focused = widget && widget->parentWidget() && widget->parentWidget()->hasFocus();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor edge = selected ? colours.accent
        : hasFault()             ? colours.fault
                                 : mixed(colours.line, colours.muted, 0.45);
    // The edges of two more cards below say that there is more than one layer.
    painter->setPen(QPen(mixed(colours.line, colours.muted, 0.25), 1));
    painter->setBrush(mixed(colours.raised, colours.window, 0.5));
    for (const double by : {2 * stackStep, stackStep})
        painter->drawRoundedRect(card().translated(by, by), Theme::radius, Theme::radius);
    painter->setPen(QPen(edge, selected ? (focused ? 2.25 : 1.75) : hasFault() ? 1.5 : 1));
    painter->setBrush(selected ? mixed(colours.raised, colours.accent, 0.06) : colours.raised);
    painter->drawRoundedRect(card(), Theme::radius, Theme::radius);
    if (m_costShare > 0)
        painter->fillRect(
            QRectF(Theme::radius, card().height() - 6, (width - 2 * Theme::radius) * m_costShare, 5),
            mixed(colours.caution, colours.fault, m_costShare));
    if (scale < smallestWithWords)
        return;

    const int side = static_cast<int>(std::ceil(16 * scale * (widget ? widget->devicePixelRatioF() : 1)));
    painter->drawPixmap(QRectF(12, (height - 16) / 2, 16, 16),
                        iconPixmap(QStringLiteral("chevron-right"), colours.muted, side),
                        QRectF(0, 0, side, side));
    const QFont strong = theme.font(Theme::Body, true);
    const QFont small = theme.font(Theme::Small);
    const auto draw = [&](const QRectF& place, Qt::Alignment alignment, const QString& words,
                          const QFont& font, const QColor& colour, double room) {
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(place, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                          QFontMetricsF(font).elidedText(words, Qt::ElideRight, room));
    };
    const QRectF upper(40, 10, width - 52, 20), lower(40, 31, width - 52, 18);
    const auto widthOf = [&](const QString& text) {
        return text.isEmpty() ? 0 : QFontMetricsF(small).horizontalAdvance(text) + Theme::unit;
    };
    const QString figure = m_costShare >= 0 ? m_cost
        : m_facts.parameters > 0            ? number::count(m_facts.parameters)
                                            : QString();
    draw(upper, Qt::AlignRight, figure, small, colours.muted, widthOf(figure));
    draw(upper, Qt::AlignLeft, m_name, strong, colours.text, upper.width() - widthOf(figure));
    const QString count = layersText(m_facts.layers.size());
    draw(lower, Qt::AlignLeft, count, small, colours.muted, lower.width());
    draw(lower, Qt::AlignRight, shapesText(), small, colours.text, lower.width() - widthOf(count));
    if (!m_problem.isEmpty())
        draw(QRectF(16, height - 7, width - 28, LayerNode::faultHeight), Qt::AlignLeft, m_problem, small,
             m_blocks ? colours.fault : colours.caution, width - 28);
}

} // namespace lamina
