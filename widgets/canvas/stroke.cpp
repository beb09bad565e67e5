#include "widgets/canvas/stroke.h"

#include <QPainter>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace lamina {

namespace {
StrokePoint middle(const StrokePoint& a, const StrokePoint& b)
{
    return {(a.at + b.at) / 2, (a.pressure + b.pressure) / 2};
}

// A light hand still leaves a line that can be read.
double widthAt(const Stroke& stroke, double pressure, int side)
{
    return stroke.width * side * (0.35 + 0.65 * std::clamp(pressure, 0.0, 1.0));
}
} // namespace

QRect StrokePainter::drawNewest(const Stroke& stroke) const
{
    const auto& points = stroke.points;
    if (points.empty())
        return {};
    if (points.size() == 1)
        return drawCurve(stroke, points[0], points[0], points[0]);
    const StrokePoint& last = points.back();
    const StrokePoint& before = points[points.size() - 2];
    if (points.size() == 2)
        return drawCurve(stroke, before, before, middle(before, last));
    return drawCurve(stroke, middle(points[points.size() - 3], before), before, middle(before, last));
}

QRect StrokePainter::drawEnd(const Stroke& stroke) const
{
    const auto& points = stroke.points;
    if (points.size() < 2)
        return {};
    const StrokePoint& last = points.back();
    return drawCurve(stroke, middle(points[points.size() - 2], last), last, last);
}

void StrokePainter::draw(const Stroke& stroke) const
{
    // As it was drawn, point by point, so that an undone and redone stroke has the same pixels.
    Stroke part{{}, stroke.width, stroke.erases};
    for (const StrokePoint& point : stroke.points) {
        part.points.push_back(point);
        drawNewest(part);
    }
    drawEnd(part);
}

QRect StrokePainter::drawCurve(const Stroke& stroke, StrokePoint from, StrokePoint control,
                               StrokePoint to) const
{
    const int side = m_ink.width();
    const QPointF a = from.at * side;
    const QPointF b = control.at * side;
    const QPointF c = to.at * side;
    const double length = std::hypot(b.x() - a.x(), b.y() - a.y()) + std::hypot(c.x() - b.x(), c.y() - b.y());
    const int pieces = std::clamp(static_cast<int>(length / 6), 1, 200);

    QPainter painter(&m_ink);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = stroke.erases ? QColor(0, 0, 0) : QColor(255, 255, 255);
    QPointF last = a;
    double widest = 0;
    for (int piece = 1; piece <= pieces; ++piece) {
        const double t = static_cast<double>(piece) / pieces;
        const QPointF next = (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c;
        const double width = widthAt(stroke, from.pressure + t * (to.pressure - from.pressure), side)
            * (stroke.erases ? 2 : 1);
        widest = std::max(widest, width);
        if (next == last) { // a line without length draws nothing with some pens: a dot
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawEllipse(next, width / 2, width / 2);
        } else {
            painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawLine(last, next);
        }
        last = next;
    }
    const double reach = widest / 2 + 2;
    const QRectF hull = QRectF(QPointF(std::min({a.x(), b.x(), c.x()}), std::min({a.y(), b.y(), c.y()})),
                               QPointF(std::max({a.x(), b.x(), c.x()}), std::max({a.y(), b.y(), c.y()})));
    return hull.adjusted(-reach, -reach, reach, reach).toAlignedRect().intersected(m_ink.rect());
}

} // namespace lamina
