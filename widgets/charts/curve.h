// The points of a training curve: unbounded in steps, bounded in memory.
#pragma once

#include <span>
#include <vector>

namespace lamina {

struct CurvePoint {
    double epoch = 0; // 1.5: in the middle of the second epoch
    double value = 0; // not-a-number leaves a gap
};

// By more than the rounding of a step's place.
inline bool isBeyond(const CurvePoint& point, double epoch)
{
    return point.epoch > epoch + 1e-9;
}

// Values step by step, in the order of epochs. Beyond `capacity` points it keeps the least and the greatest
// of every four, so that a band drawn through them looks as before.
class RawCurve {
public:
    explicit RawCurve(std::size_t capacity = 1U << 16) : m_capacity(capacity) { }

    void add(CurvePoint point);
    void clear() { m_points.clear(); }
    void cutBeyond(double epoch);
    const std::vector<CurvePoint>& points() const { return m_points; }
    // Counts how often points were joined: whoever holds a copy must take all of them anew.
    int generation() const { return m_generation; }

private:
    std::size_t m_capacity;
    std::vector<CurvePoint> m_points;
    int m_generation = 0;
};

// An exponentially weighted mean, corrected at the start (so the first point is the first value). Beyond
// `capacity` points every second one is dropped and later ones come half as often; the newest is always
// there.
class SmoothCurve {
public:
    explicit SmoothCurve(std::size_t capacity = 2048) : m_capacity(capacity) { }

    // How many values the mean looks back on; 1 leaves them as they are.
    void setWindow(double values);
    void add(CurvePoint point);
    void clear();
    void cutBeyond(double epoch); // the mean still looks back on what is gone
    const std::vector<CurvePoint>& points() const { return m_points; }

private:
    std::size_t m_capacity;
    std::vector<CurvePoint> m_points;
    double m_keep = 0; // weight of what was before
    double m_sum = 0;
    double m_weight = 0;
    std::size_t m_stride = 1;
    std::size_t m_sinceKept = 0;
    bool m_lastIsPassing = false; // the last point stands only until the next one comes
};

// A cursor's nearest point; nullptr if there is none.
const CurvePoint* nearest(std::span<const CurvePoint> points, double epoch);

} // namespace lamina
