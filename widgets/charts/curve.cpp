#include "widgets/charts/curve.h"

#include <algorithm>
#include <cmath>

namespace lamina {

void RawCurve::add(CurvePoint point)
{
    m_points.push_back(point);
    if (m_points.size() < m_capacity)
        return;
    std::size_t kept = 0;
    for (std::size_t first = 0; first < m_points.size(); first += 4) {
        const auto begin = m_points.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = m_points.begin() + static_cast<std::ptrdiff_t>(std::min(first + 4, m_points.size()));
        auto [least, greatest] = std::minmax_element(
            begin, end, [](const CurvePoint& a, const CurvePoint& b) { return a.value < b.value; });
        if (greatest < least)
            std::swap(least, greatest); // the order in time stays
        const CurvePoint one = *least;
        const CurvePoint two = *greatest;
        m_points[kept++] = one;
        if (least != greatest)
            m_points[kept++] = two;
    }
    m_points.resize(kept);
    ++m_generation;
}

void RawCurve::cutBeyond(double epoch)
{
    if (std::erase_if(m_points, [epoch](const CurvePoint& point) { return isBeyond(point, epoch); }) > 0)
        ++m_generation;
}

void SmoothCurve::setWindow(double values)
{
    m_keep = values <= 1 ? 0 : 1 - 2 / (values + 1);
}

void SmoothCurve::add(CurvePoint point)
{
    if (std::isfinite(point.value)) {
        m_sum = m_keep * m_sum + (1 - m_keep) * point.value;
        m_weight = m_keep * m_weight + (1 - m_keep);
        point.value = m_sum / m_weight;
    }
    if (m_lastIsPassing)
        m_points.pop_back();
    m_points.push_back(point);
    m_lastIsPassing = ++m_sinceKept < m_stride;
    if (m_lastIsPassing)
        return;
    m_sinceKept = 0;
    if (m_points.size() < m_capacity)
        return;
    std::size_t kept = 0;
    for (std::size_t i = 1; i < m_points.size(); i += 2) // the newest is among them: the capacity is even
        m_points[kept++] = m_points[i];
    m_points.resize(kept);
    m_stride *= 2;
}

void SmoothCurve::clear()
{
    m_points.clear();
    m_sum = m_weight = 0;
    m_stride = 1;
    m_sinceKept = 0;
    m_lastIsPassing = false;
}

void SmoothCurve::cutBeyond(double epoch)
{
    if (std::erase_if(m_points, [epoch](const CurvePoint& point) { return isBeyond(point, epoch); }) > 0)
        m_lastIsPassing = false;
}

const CurvePoint* nearest(std::span<const CurvePoint> points, double epoch)
{
    if (points.empty())
        return nullptr;
    const auto after = std::lower_bound(points.begin(), points.end(), epoch,
                                        [](const CurvePoint& point, double at) { return point.epoch < at; });
    if (after == points.end())
        return &points.back();
    if (after == points.begin())
        return &points.front();
    const auto before = after - 1;
    return epoch - before->epoch < after->epoch - epoch ? &*before : &*after;
}

} // namespace lamina
