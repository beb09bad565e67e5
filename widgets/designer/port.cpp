#include "widgets/designer/port.h"

#include "widgets/designer/layer_node.h"

#include <QLineF>

#include <algorithm>

namespace lamina {

// The ports' half of LayerNode.

void LayerNode::setPorts(const LayerSpec& spec, const LayerAnalysis& analysis)
{
    m_inputs = spec.inputs.size();
    m_outputs = std::max<std::size_t>(analysis.outputs.size(), 1);
    const bool more = m_inputs < inputLimits(spec).maximum;
    if (more != m_takesMore)
        update();
    m_takesMore = more;
}

QPointF LayerNode::inputPort(std::size_t index) const
{
    // Those in use share the middle half of the upper edge; a further one stands right of them.
    if (index >= m_inputs && m_inputs > 0)
        return mapToScene(QPointF(width * 0.875, 0));
    const double count = static_cast<double>(std::max<std::size_t>(m_inputs, 1));
    return mapToScene(QPointF(width * (0.25 + 0.5 * (static_cast<double>(index) + 0.5) / count), 0));
}

QPointF LayerNode::outputPort(std::size_t index) const
{
    const double share =
        (static_cast<double>(std::min(index, m_outputs - 1)) + 0.5) / static_cast<double>(m_outputs);
    return mapToScene(QPointF(width * (0.25 + 0.5 * share), card().height()));
}

std::vector<Port> LayerNode::ports() const
{
    std::vector<Port> ports;
    for (std::size_t i = 0; i < m_inputs + (m_takesMore ? 1 : 0); ++i)
        ports.push_back({m_name, false, i});
    for (std::size_t i = 0; i < m_outputs; ++i)
        ports.push_back({m_name, true, i});
    return ports;
}

QPointF LayerNode::placeOf(const Port& port) const
{
    return port.isOutput ? outputPort(port.index) : inputPort(port.index);
}

QPointF placeOf(const GraphScene& scene, const Port& port)
{
    const GraphNode* node = scene.shown(port.layer);
    return node ? node->placeOf(port) : QPointF();
}

std::optional<Port> portAt(const GraphScene& scene, QPointF point, double reach)
{
    std::optional<Port> best;
    for (const GraphNode* node : scene.shownNodes()) {
        if (!node->sceneBoundingRect().adjusted(-reach, -reach, reach, reach).contains(point))
            continue;
        for (const Port& port : node->ports())
            if (const double distance = QLineF(node->placeOf(port), point).length(); distance <= reach) {
                reach = distance;
                best = port;
            }
    }
    return best;
}

} // namespace lamina
