// Smooth lines through knots: cubic Hermite pieces with the tangents of a centripetal Catmull-Rom spline,
// which neither loops nor overshoots where knots stand close (Yuksel, Schaefer, Keyser 2011).
#include "engine/data/digits/hand.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lamina::digits {

namespace {
constexpr float dotSpacing = 0.04F;

struct Vector {
    float x, y;
};
} // namespace

void Writer::add(float x, float y, bool corner)
{
    if (m_count == m_knots.size())
        return;
    m_knots[m_count++] = {m_chance.about(x, m_unsteadiness), m_chance.about(y, m_unsteadiness), corner};
}

void Writer::arc(float x, float y, float radiusX, float radiusY, float from, float to, float growth)
{
    const int steps = std::max(2, static_cast<int>(std::lround(std::abs(to - from) / 42.0F)));
    for (int i = 0; i <= steps; ++i) {
        const float part = static_cast<float>(i) / static_cast<float>(steps);
        const float angle = (from + (to - from) * part) * std::numbers::pi_v<float> / 180;
        const float size = 1 + (growth - 1) * part;
        through(x + radiusX * size * std::cos(angle), y + radiusY * size * std::sin(angle));
    }
}

void Writer::lift()
{
    const std::size_t count = m_count;
    m_count = 0;
    if (count == 0)
        return;
    m_lines.add({m_knots[0].x, m_knots[0].y, true});
    if (count == 1)
        return;

    // Centripetal distances: the root of the length.
    std::array<float, 40> gap{};
    for (std::size_t i = 0; i + 1 < count; ++i)
        gap[i] =
            std::sqrt(std::hypot(m_knots[i + 1].x - m_knots[i].x, m_knots[i + 1].y - m_knots[i].y)) + 1e-4F;

    const auto chord = [&](std::size_t i) {
        return Vector{(m_knots[i + 1].x - m_knots[i].x) / gap[i], (m_knots[i + 1].y - m_knots[i].y) / gap[i]};
    };
    const auto tangent = [&](std::size_t i, std::size_t piece) {
        if (m_knots[i].corner || i == 0 || i + 1 == count)
            return chord(piece);
        const Vector before = chord(i - 1);
        const Vector after = chord(i);
        const float sum = gap[i - 1] + gap[i];
        return Vector{(before.x * gap[i] + after.x * gap[i - 1]) / sum,
                      (before.y * gap[i] + after.y * gap[i - 1]) / sum};
    };

    for (std::size_t i = 0; i + 1 < count; ++i) {
        const Knot& a = m_knots[i];
        const Knot& b = m_knots[i + 1];
        const Vector ta = tangent(i, i);
        const Vector tb = tangent(i + 1, i);
        const float length = gap[i] * gap[i];
        const int steps = std::clamp(static_cast<int>(std::ceil(length / dotSpacing)), 1, 64);
        for (int step = 1; step <= steps; ++step) {
            const float t = static_cast<float>(step) / static_cast<float>(steps);
            const float t2 = t * t;
            const float t3 = t2 * t;
            const float h00 = 2 * t3 - 3 * t2 + 1;
            const float h10 = (t3 - 2 * t2 + t) * gap[i];
            const float h01 = 3 * t2 - 2 * t3;
            const float h11 = (t3 - t2) * gap[i];
            m_lines.add({h00 * a.x + h10 * ta.x + h01 * b.x + h11 * tb.x,
                         h00 * a.y + h10 * ta.y + h01 * b.y + h11 * tb.y, false});
        }
    }
}

} // namespace lamina::digits
