// A line drawn by hand, on paper whose sides are 1 long, and how it becomes ink.
#pragma once

#include <QImage>
#include <QPointF>

#include <memory>
#include <vector>

namespace lamina {

struct StrokePoint {
    QPointF at; // 0 … 1 from the top left
    double pressure = 1; // 0 … 1
};

struct Stroke {
    std::vector<StrokePoint> points;
    double width = 0.08; // of the pen at full pressure, in sides of the paper
    bool erases = false;
};

using StrokePtr = std::shared_ptr<const Stroke>;

// Draws on grey paper: 0 is bare, 255 is ink. A stroke is a smooth curve: quadratic pieces from the middle of
// one move to the middle of the next, with the point between them as control.
class StrokePainter {
public:
    explicit StrokePainter(QImage& ink) : m_ink(ink) { }

    // Draws what the newest point adds and returns where ink has changed, in pixels of the image.
    QRect drawNewest(const Stroke& stroke) const;
    // The half of the last move that waits for a point to come. Nothing may be added after it.
    QRect drawEnd(const Stroke& stroke) const;
    void draw(const Stroke& stroke) const;

private:
    QRect drawCurve(const Stroke& stroke, StrokePoint from, StrokePoint control, StrokePoint to) const;
    QImage& m_ink;
};

} // namespace lamina
