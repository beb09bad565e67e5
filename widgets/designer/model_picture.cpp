#include "widgets/designer/model_picture.h"

#include "engine/model/layer_type.h"
#include "widgets/common/theme.h"

#include <QPainter>

#include <algorithm>
#include <map>

namespace lamina {
namespace {

// Everything is laid out larger than it is seen.
constexpr double scale = 0.45;
constexpr QSizeF brick(64, 22);
constexpr double radius = 6;

} // namespace

ModelPicture::ModelPicture(const ModelSpec& model, QSizeF room)
{
    std::map<std::string, int> index;
    for (const LayerSpec& layer : model.layers)
        index.emplace(layer.name, static_cast<int>(index.size()));
    NodeLinks links;
    for (const LayerSpec& layer : model.layers)
        for (const TensorRef& input : layer.inputs)
            if (const auto from = index.find(input.layer); from != index.end())
                links.emplace_back(from->second, index.at(layer.name));
    const LayoutRules rules{
        .gapAcross = 20, .gapDown = 12, .gapColumns = 40, .lane = 12, .room = room / scale};
    const GraphLayout layout = layOut(std::vector<QSizeF>(index.size(), brick), links, rules);
    for (const LayerSpec& layer : model.layers) {
        const LayerType* type = layers::find(layer.className);
        const QRectF place(layout.positions[static_cast<std::size_t>(index.at(layer.name))], brick);
        m_nodes.push_back({place, type ? std::optional(type->family) : std::nullopt});
        m_content |= place;
    }
    for (std::size_t i = 0; i < links.size(); ++i) {
        const auto corner = [&](int node) { return layout.positions[static_cast<std::size_t>(node)]; };
        QPolygonF line{corner(links[i].first) + QPointF(brick.width() / 2, brick.height())};
        for (const QPointF& bend : layout.bends[i])
            line << bend;
        line << corner(links[i].second) + QPointF(brick.width() / 2, 0);
        m_content |= line.boundingRect();
        m_links.push_back(std::move(line));
    }
}

void ModelPicture::paint(QPainter& painter, const QRectF& place) const
{
    if (m_nodes.empty())
        return;
    const Theme& theme = Theme::instance();
    const ThemeColours& colours = theme.colours();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double fit = std::min(
        {scale, place.width() / std::max(m_content.width(), 1.0), place.height() / m_content.height()});
    painter.translate(place.center());
    painter.scale(fit, fit);
    painter.translate(-m_content.center());
    painter.setPen(
        QPen(mixed(colours.line, colours.muted, 0.6), 1.2 / fit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF& link : m_links)
        painter.drawPolyline(link);
    painter.setPen(Qt::NoPen);
    for (const Node& node : m_nodes) {
        painter.setBrush(node.family ? theme.family(*node.family) : colours.muted);
        painter.drawRoundedRect(node.place, radius, radius);
    }
    painter.restore();
}

} // namespace lamina
