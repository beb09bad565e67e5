// Finds the places where links begin and end.
#pragma once

#include "widgets/designer/graph_node.h"
#include "widgets/designer/graph_scene.h"

#include <optional>

namespace lamina {

QPointF placeOf(const GraphScene& scene, const Port& port);
// The nearest within `reach` of a point of the scene.
std::optional<Port> portAt(const GraphScene& scene, QPointF point, double reach);

} // namespace lamina
