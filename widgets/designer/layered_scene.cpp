#include "widgets/designer/layered_scene.h"

#include "widgets/common/theme.h"
#include "widgets/designer/block_item.h"

#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>

namespace lamina {

namespace {
constexpr double smallestWithNames = 0.7; // names are left out where the model would be shrunk below this
constexpr double arrowLength = 5, arrowSide = 2.5;

// All links of a model: they are looked at, not pressed.
class LinksItem final : public QGraphicsItem {
public:
    explicit LinksItem(std::vector<QPainterPath> paths) : m_paths(std::move(paths))
    {
        setAcceptedMouseButtons(Qt::NoButton);
        setZValue(-1);
        for (const QPainterPath& path : m_paths)
            m_bounds |= path.controlPointRect();
        m_bounds.adjust(-4, -4, 4, 4);
    }

    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override { return {}; }

    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override
    {
        const ThemeColours& colours = Theme::instance().colours();
        const QColor colour = mixed(colours.line, colours.muted, 0.7);
        painter->setRenderHint(QPainter::Antialiasing);
        for (const QPainterPath& path : m_paths) {
            painter->setPen(QPen(colour, 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter->setBrush(Qt::NoBrush);
            painter->drawPath(path);
            const QPointF tip = path.currentPosition();
            const QPointF head[] = {tip, tip + QPointF(-arrowLength, -arrowSide),
                                    tip + QPointF(-arrowLength, arrowSide)};
            painter->setPen(Qt::NoPen);
            painter->setBrush(colour);
            painter->drawConvexPolygon(head, 3);
        }
    }

private:
    std::vector<QPainterPath> m_paths;
    QRectF m_bounds;
};
} // namespace

LayeredScene::LayeredScene(QObject* parent) : QGraphicsScene(parent)
{
    setItemIndexMethod(NoIndex); // made anew with each edit
}

void LayeredScene::setModel(const ModelSpec& model, const ModelAnalysis& analysis, QSizeF room)
{
    m_model = model;
    m_analysis = analysis;
    m_room = room;
    place();
}

void LayeredScene::setRoom(QSizeF room)
{
    if (room == m_room)
        return;
    m_room = room;
    place();
}

void LayeredScene::setNamesWanted(std::optional<bool> wanted)
{
    m_namesWanted = wanted;
    place();
}

void LayeredScene::place()
{
    const QStringList selected = selection();
    const QSignalBlocker quiet(this);
    m_blocks.clear();
    m_order.clear();
    m_kinds.clear();
    clear();
    std::vector<QSizeF> words;
    for (std::size_t i = 0; i < m_model.layers.size(); ++i) {
        words.push_back(BlockItem::wordsSize(m_model.layers[i], m_analysis.layers[i]));
        ++m_kinds[LayerKind::of(m_model.layers[i])];
    }
    LayeredLayout layout;
    m_showsNames = m_namesWanted.value_or(true);
    if (m_showsNames)
        layout = layOutBlocks(m_model, m_analysis, m_room, words);
    const auto canBeRead = [&] {
        return layout.bounds.width() * smallestWithNames <= m_room.width()
            && layout.bounds.height() * smallestWithNames <= m_room.height();
    };
    if (!m_showsNames || (!m_namesWanted && !canBeRead())) {
        m_showsNames = false;
        layout = layOutBlocks(m_model, m_analysis, m_room, {});
    }
    m_content = layout.bounds;
    addItem(new LinksItem(std::move(layout.links)));
    for (const LayerBlock& block : layout.blocks) {
        const auto layer = static_cast<std::size_t>(block.layer);
        auto* item = new BlockItem(block, m_model.layers[layer], m_analysis.layers[layer]);
        addItem(item);
        m_order += item->name();
        m_blocks.insert(item->name(), item);
    }
    select(selected);
}

QStringList LayeredScene::inputs(const QString& name) const
{
    QStringList found;
    if (const LayerSpec* layer = m_model.find(name.toStdString()))
        for (const TensorRef& input : layer->inputs)
            if (const QString source = QString::fromStdString(input.layer); m_blocks.contains(source))
                found += source;
    return found;
}

QStringList LayeredScene::followers(const QString& name) const
{
    QStringList found;
    for (const QString& each : m_order)
        if (inputs(each).contains(name))
            found += each;
    return found;
}

QStringList LayeredScene::selection() const
{
    QStringList names;
    for (const QString& name : m_order)
        if (block(name)->isSelected())
            names += name;
    return names;
}

void LayeredScene::select(const QStringList& names)
{
    const QSignalBlocker quiet(this);
    clearSelection();
    for (const QString& name : names)
        if (BlockItem* item = block(name))
            item->setSelected(true);
}

} // namespace lamina
