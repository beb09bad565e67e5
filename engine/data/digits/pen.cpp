#include "engine/data/digits/pen.h"

#include <algorithm>
#include <cmath>

namespace lamina::digits {

namespace {
constexpr int detail = 2; // the box is inked at twice its resolution
constexpr int side = boxSide * detail;
using Field = std::array<float, side * side>;

struct Bounds {
    float left = 1e9F, right = -1e9F, top = 1e9F, bottom = -1e9F;
};

Bounds boundsOf(std::span<const Dot> dots)
{
    Bounds b;
    for (const Dot& dot : dots) {
        b.left = std::min(b.left, dot.x);
        b.right = std::max(b.right, dot.x);
        b.top = std::min(b.top, dot.y);
        b.bottom = std::max(b.bottom, dot.y);
    }
    return b;
}

// Lowers the field to the squared distance from the segment over the squared radius, near the segment. Plain
// loops without branches: the compiler makes vector code of them.
void nearSegment(Field& field, float ax, float ay, float bx, float by, float radius, float reach)
{
    const auto first = [](float at) { return std::clamp(static_cast<int>(std::floor(at)), 0, side - 1); };
    // Pixel i has its middle at i + 0.5.
    const int x0 = first(std::min(ax, bx) - reach - 0.5F);
    const int x1 = first(std::max(ax, bx) + reach + 0.5F);
    const int y0 = first(std::min(ay, by) - reach - 0.5F);
    const int y1 = first(std::max(ay, by) + reach + 0.5F);
    const float dx = bx - ax;
    const float dy = by - ay;
    const float inverse = 1 / (dx * dx + dy * dy + 1e-12F);
    const float scale = 1 / (radius * radius);
    for (int y = y0; y <= y1; ++y) {
        const float py = static_cast<float>(y) + 0.5F - ay;
        float* row = field.data() + static_cast<std::ptrdiff_t>(y) * side;
        for (int x = x0; x <= x1; ++x) {
            const float px = static_cast<float>(x) + 0.5F - ax;
            float t = (px * dx + py * dy) * inverse;
            t = t < 0 ? 0 : t;
            t = t > 1 ? 1 : t;
            const float ex = px - t * dx;
            const float ey = py - t * dy;
            const float q = (ex * ex + ey * ey) * scale;
            row[x] = q < row[x] ? q : row[x];
        }
    }
}
} // namespace

void ink(std::span<const Dot> dots, const Pen& pen, Box20& box)
{
    constexpr float far = 1e6F;
    Field field;
    field.fill(far);

    const Bounds b = boundsOf(dots);
    const float radius = pen.radius * detail;
    const float room = static_cast<float>(side) - 2 * radius;
    const float scale = room / std::max({b.right - b.left, b.bottom - b.top, 1e-3F});
    const float originX = (static_cast<float>(side) - scale * (b.left + b.right)) * 0.5F;
    const float originY = (static_cast<float>(side) - scale * (b.top + b.bottom)) * 0.5F;
    const float softness = std::max(pen.softness * detail, 0.5F);
    const float nibX = std::cos(pen.nibAngle);
    const float nibY = std::sin(pen.nibAngle);

    for (std::size_t i = 1; i < dots.size(); ++i) {
        if (dots[i].starts)
            continue;
        const Dot& a = dots[i - 1];
        const Dot& c = dots[i];
        const float along = std::sin(pen.pressurePhase + pen.pressureTurn * static_cast<float>(i));
        const float dx = c.x - a.x;
        const float dy = c.y - a.y;
        const float across = dx * nibX + dy * nibY;
        const float broad = 1 - 2 * across * across / (dx * dx + dy * dy + 1e-12F);
        const float r = std::max(radius * (1 + pen.pressureWave * along + pen.nib * broad), 0.6F);
        nearSegment(field, originX + scale * a.x, originY + scale * a.y, originX + scale * c.x,
                    originY + scale * c.y, r, r + 0.5F * softness);
    }

    // From distance to coverage, then each pixel the mean of its parts.
    const float slope = radius / softness;
    for (float& q : field) {
        const float cover = 0.5F + slope * (1 - std::sqrt(q));
        q = cover < 0 ? 0 : cover > 1 ? 1 : cover;
    }
    for (int y = 0; y < boxSide; ++y)
        for (int x = 0; x < boxSide; ++x) {
            float sum = 0;
            for (int v = 0; v < detail; ++v)
                for (int u = 0; u < detail; ++u)
                    sum += field[static_cast<std::size_t>((y * detail + v) * side + x * detail + u)];
            const float value = sum * (255.0F / (detail * detail)) * pen.gain;
            box[static_cast<std::size_t>(y * boxSide + x)] = std::min(value, 255.0F);
        }
}

} // namespace lamina::digits
