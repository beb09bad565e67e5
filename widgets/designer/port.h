// The places on a layer's card where links begin and end: outputs on its lower edge, inputs on its upper.
#pragma once

#include "widgets/designer/graph_scene.h"

#include <optional>

namespace lamina {

struct Port {
    QString layer;
    bool isOutput = false;
    std::size_t index = 0; // of an input: as many as the layer reads is a further one

    bool operator==(const Port&) const = default;

    TensorRef tensor() const { return {layer.toStdString(), static_cast<int>(index)}; } // of an output
    LinkEnd end() const { return {layer.toStdString(), index}; } // of an input
};

std::vector<Port> portsOf(const LayerNode& node);
QPointF placeOf(const GraphScene& scene, const Port& port);
// The nearest within `reach` of a point of the scene.
std::optional<Port> portAt(const GraphScene& scene, QPointF point, double reach);

} // namespace lamina
