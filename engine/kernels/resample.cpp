#include "engine/kernels/resample.h"

#include "engine/kernels/clones.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace lamina {

namespace {
// Where the pixels of one output row are read: up to four pixels of the input each, with their weights, and
// what the fill value adds. All arrays have the width's length.
struct Taps {
    std::int32_t* pixel[4]; // NOLINT(modernize-avoid-c-arrays): passed to loops as plain pointers
    float* weight[4]; // NOLINT(modernize-avoid-c-arrays)
    float* rest;
};

Taps tapsIn(float* scratch, Index width)
{
    Taps taps{};
    for (int t = 0; t < 4; ++t) {
        taps.pixel[t] = reinterpret_cast<std::int32_t*>(scratch + t * width);
        taps.weight[t] = scratch + (4 + t) * width;
    }
    taps.rest = scratch + 8 * width;
    return taps;
}

[[gnu::always_inline]] inline float whole(float v)
{
    return static_cast<float>(static_cast<std::int32_t>(v));
}

// A coordinate beyond the edge brought into the picture, as TensorFlow does it: (d c b a | a b c d | d c b
// a), (a b c d | a b c d | a b c d) and (a a a a | a b c d | d d d d).
template <FillMode mode>
[[gnu::always_inline]] inline float place(float v, float length)
{
    if constexpr (mode == FillMode::Constant)
        return v;
    if constexpr (mode == FillMode::Reflect) {
        const float twice = 2.0F * length;
        const float below = v + twice * whole(-v / twice);
        const float mirroredBelow = below < -length ? below + twice : -below - 1.0F;
        const float above = v - twice * whole(v / twice);
        const float mirroredAbove = above >= length ? twice - above - 1.0F : above;
        v = v < 0.0F ? mirroredBelow : v > length - 1.0F ? mirroredAbove : v;
    }
    if constexpr (mode == FillMode::Wrap) {
        const float period = length > 1.0F ? length - 1.0F : 1.0F;
        const float below = v + length * (whole(-v / period) + 1.0F);
        const float above = v - length * whole(v / period);
        v = v < 0.0F ? below : v > length - 1.0F ? above : v;
    }
    v = v > 0.0F ? v : 0.0F;
    return v < length - 1.0F ? v : length - 1.0F;
}

// To the nearest whole number, halves away from zero.
[[gnu::always_inline]] inline float rounded(float v)
{
    return v < 0.0F ? -whole(0.5F - v) : whole(v + 0.5F);
}

[[gnu::always_inline]] inline float below(float v)
{
    const float cut = whole(v);
    return cut > v ? cut - 1.0F : cut;
}

struct Bounds {
    float width;
    float height;
};

// One tap: its pixel, clamped into the picture, and its weight, which goes to the fill value outside.
[[gnu::always_inline]] inline void setTap(Bounds b, float x, float y, float weight, float fill,
                                          std::int32_t& pixel, float& kept, float& rest)
{
    const bool inside = (x >= 0.0F) & (x < b.width) & (y >= 0.0F) & (y < b.height);
    kept = inside ? weight : 0.0F;
    rest += inside ? 0.0F : weight * fill;
    const float column = inside ? x : 0.0F;
    const float row = inside ? y : 0.0F;
    pixel = static_cast<std::int32_t>(row) * static_cast<std::int32_t>(b.width)
        + static_cast<std::int32_t>(column);
}

template <FillMode mode>
[[gnu::always_inline]] inline void tapRow(const ResampleGeometry& g, const AffineMap& m, float row,
                                          const Taps& taps)
{
    const Bounds b{static_cast<float>(g.width), static_cast<float>(g.height)};
    const float fill = g.fillValue;
    const float startX = m.xy * row + m.x0;
    const float startY = m.yy * row + m.y0;
    const auto width = static_cast<std::int32_t>(g.width);
    if (g.interpolation == Interpolation::Nearest) {
        for (std::int32_t i = 0; i < width; ++i) {
            const auto column = static_cast<float>(i);
            const float x = rounded(place<mode>(m.xx * column + startX, b.width));
            const float y = rounded(place<mode>(m.yx * column + startY, b.height));
            float rest = 0;
            setTap(b, x, y, 1.0F, fill, taps.pixel[0][i], taps.weight[0][i], rest);
            taps.rest[i] = rest;
        }
        return;
    }
    for (std::int32_t i = 0; i < width; ++i) {
        const auto column = static_cast<float>(i);
        const float x = place<mode>(m.xx * column + startX, b.width);
        const float y = place<mode>(m.yx * column + startY, b.height);
        const float left = below(x);
        const float top = below(y);
        const float fx = x - left;
        const float fy = y - top;
        float rest = 0;
        setTap(b, left, top, (1.0F - fx) * (1.0F - fy), fill, taps.pixel[0][i], taps.weight[0][i], rest);
        setTap(b, left + 1.0F, top, fx * (1.0F - fy), fill, taps.pixel[1][i], taps.weight[1][i], rest);
        setTap(b, left, top + 1.0F, (1.0F - fx) * fy, fill, taps.pixel[2][i], taps.weight[2][i], rest);
        setTap(b, left + 1.0F, top + 1.0F, fx * fy, fill, taps.pixel[3][i], taps.weight[3][i], rest);
        taps.rest[i] = rest;
    }
}

LAMINA_CLONES void tapConstant(const ResampleGeometry& g, const AffineMap& m, float row, const Taps& taps)
{
    tapRow<FillMode::Constant>(g, m, row, taps);
}

LAMINA_CLONES void tapReflect(const ResampleGeometry& g, const AffineMap& m, float row, const Taps& taps)
{
    tapRow<FillMode::Reflect>(g, m, row, taps);
}

LAMINA_CLONES void tapWrap(const ResampleGeometry& g, const AffineMap& m, float row, const Taps& taps)
{
    tapRow<FillMode::Wrap>(g, m, row, taps);
}

LAMINA_CLONES void tapNearest(const ResampleGeometry& g, const AffineMap& m, float row, const Taps& taps)
{
    tapRow<FillMode::Nearest>(g, m, row, taps);
}

void tap(const ResampleGeometry& g, const AffineMap& m, Index row, const Taps& taps)
{
    const auto y = static_cast<float>(row);
    switch (g.fill) {
    case FillMode::Constant:
        return tapConstant(g, m, y, taps);
    case FillMode::Reflect:
        return tapReflect(g, m, y, taps);
    case FillMode::Wrap:
        return tapWrap(g, m, y, taps);
    case FillMode::Nearest:
        return tapNearest(g, m, y, taps);
    }
}

int tapCount(const ResampleGeometry& g)
{
    return g.interpolation == Interpolation::Nearest ? 1 : 4;
}

// y[i] += weight[i] · x[pixel[i]], with the fill's share first.
LAMINA_CLONES void readGray(const Taps& taps, int count, const float* x, float* y, Index width)
{
    for (Index i = 0; i < width; ++i)
        y[i] = taps.rest[i];
    for (int t = 0; t < count; ++t) {
        const std::int32_t* pixel = taps.pixel[t];
        const float* weight = taps.weight[t];
        for (Index i = 0; i < width; ++i)
            y[i] += weight[i] * x[pixel[i]];
    }
}

LAMINA_CLONES void readColours(const Taps& taps, int count, const float* x, float* y, Index width,
                               Index channels)
{
    for (Index i = 0; i < width; ++i, y += channels) {
        for (Index c = 0; c < channels; ++c)
            y[c] = taps.rest[i];
        for (int t = 0; t < count; ++t) {
            const float* from = x + taps.pixel[t][i] * channels;
            const float weight = taps.weight[t][i];
            for (Index c = 0; c < channels; ++c)
                y[c] += weight * from[c];
        }
    }
}

LAMINA_CLONES void addBack(const Taps& taps, int count, const float* dy, float* dx, Index width,
                           Index channels)
{
    for (Index i = 0; i < width; ++i, dy += channels)
        for (int t = 0; t < count; ++t) {
            float* to = dx + taps.pixel[t][i] * channels;
            const float weight = taps.weight[t][i];
            for (Index c = 0; c < channels; ++c)
                to[c] += weight * dy[c];
        }
}
} // namespace

Index resampleScratch(const ResampleGeometry& g)
{
    return 9 * g.width;
}

void resample(const ResampleGeometry& g, const AffineMap& map, const float* x, float* y, float* scratch)
{
    const Taps taps = tapsIn(scratch, g.width);
    for (Index row = 0; row < g.height; ++row) {
        tap(g, map, row, taps);
        float* to = y + row * g.width * g.channels;
        if (g.channels == 1)
            readGray(taps, tapCount(g), x, to, g.width);
        else
            readColours(taps, tapCount(g), x, to, g.width, g.channels);
    }
}

void resampleBackward(const ResampleGeometry& g, const AffineMap& map, const float* dy, float* dx,
                      float* scratch)
{
    const Taps taps = tapsIn(scratch, g.width);
    std::fill_n(dx, g.elements(), 0.0F);
    for (Index row = 0; row < g.height; ++row) {
        tap(g, map, row, taps);
        addBack(taps, tapCount(g), dy + row * g.width * g.channels, dx, g.width, g.channels);
    }
}

} // namespace lamina
