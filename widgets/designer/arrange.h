// Cards brought into line, and the lines to which a dragged one snaps. Pure geometry.
#pragma once

#include <QLineF>
#include <QRectF>

#include <vector>

namespace lamina {

enum class Arrange { Left, Centre, Top, DistributeAcross, DistributeDown };

// The upper left corners after it, in the order of the cards.
std::vector<QPointF> arranged(const std::vector<QRectF>& cards, Arrange how);

struct Snap {
    QPointF by; // what brings the card into line
    std::vector<QLineF> lines; // along which it then stands
};
// To the left edges, centres and upper edges of the others, within `reach`.
Snap snapTo(const QRectF& card, const std::vector<QRectF>& others, double reach);

} // namespace lamina
