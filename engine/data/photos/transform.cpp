#include "engine/data/photos/transform.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace lamina {

namespace {

using Row = std::array<double, 3>; // what x, y and 1 are multiplied by

struct Affine {
    Row x{1, 0, 0};
    Row y{0, 1, 0};
};

Affine operator*(const Affine& a, const Affine& b)
{
    const auto row = [&b](const Row& r) {
        return Row{r[0] * b.x[0] + r[1] * b.y[0], r[0] * b.x[1] + r[1] * b.y[1],
                   r[0] * b.x[2] + r[1] * b.y[2] + r[2]};
    };
    return {row(a.x), row(a.y)};
}

// From a pixel of the result to where it comes from. Keras 2.13 writes its matrices for x and y and exchanges
// them at the end, after which its two shifts are exchanged, too, and a picture that is not square turns
// about another point than its middle; here each shift is what its name says, and the middle is the middle.
// Square pictures with equal shifts are Keras' to the digit.
Affine affineOf(const PictureTransform& t, Index width, Index height)
{
    const double turn = t.theta * std::numbers::pi / 180;
    const double lean = t.shear * std::numbers::pi / 180;
    const double middleX = static_cast<double>(width) / 2 - 0.5;
    const double middleY = static_cast<double>(height) / 2 - 0.5;
    const Affine rotation{{std::cos(turn), -std::sin(turn), 0}, {std::sin(turn), std::cos(turn), 0}};
    const Affine shift{{1, 0, t.shiftX}, {0, 1, t.shiftY}};
    const Affine shear{{1, -std::sin(lean), 0}, {0, std::cos(lean), 0}};
    const Affine zoom{{t.zoomX, 0, 0}, {0, t.zoomY, 0}};
    return Affine{{1, 0, middleX}, {0, 1, middleY}} * (rotation * shift * shear * zoom)
        * Affine{{1, 0, -middleX}, {0, 1, -middleY}};
}

// A coordinate outside 0 … size - 1, brought inside (for Reflect up to half a pixel beyond the edge).
double inside(double at, double size, FillMode mode)
{
    switch (mode) {
    case FillMode::Constant:
    case FillMode::Nearest:
        break;
    case FillMode::Reflect: { // d c b a | a b c d | d c b a
        const double period = 2 * size;
        double place = std::fmod(at + 0.5, period);
        if (place < 0)
            place += period;
        return std::min(place, period - place) - 0.5;
    }
    case FillMode::Wrap: { // SciPy's period is a pixel short: the last pixel is the first one again
        const double period = size - 1;
        if (period <= 0)
            return 0;
        return at < 0 ? at + period * (std::floor(-at / period) + 1) : at - period * std::floor(at / period);
    }
    }
    return std::clamp(at, 0.0, size - 1);
}

struct Source {
    const float* pixels;
    Index width;
    Index height;
    Index channels;
};

// One pixel, all channels. x and y lie inside.
void sampleAt(const Source& from, double x, double y, bool interpolate, float* to)
{
    if (!interpolate) {
        const Index column = std::clamp<Index>(static_cast<Index>(std::floor(x + 0.5)), 0, from.width - 1);
        const Index row = std::clamp<Index>(static_cast<Index>(std::floor(y + 0.5)), 0, from.height - 1);
        std::copy_n(from.pixels + (row * from.width + column) * from.channels, from.channels, to);
        return;
    }
    const double left = std::floor(x);
    const double top = std::floor(y);
    const auto toRight = static_cast<float>(x - left);
    const auto toBottom = static_cast<float>(y - top);
    const auto column = static_cast<Index>(left);
    const auto row = static_cast<Index>(top);
    const Index columns[] = {std::max<Index>(column, 0), std::min<Index>(column + 1, from.width - 1)};
    const Index rows[] = {std::max<Index>(row, 0), std::min<Index>(row + 1, from.height - 1)};
    const float* a = from.pixels + (rows[0] * from.width + columns[0]) * from.channels;
    const float* b = from.pixels + (rows[0] * from.width + columns[1]) * from.channels;
    const float* c = from.pixels + (rows[1] * from.width + columns[0]) * from.channels;
    const float* d = from.pixels + (rows[1] * from.width + columns[1]) * from.channels;
    for (Index i = 0; i < from.channels; ++i) {
        const float upper = a[i] + (b[i] - a[i]) * toRight;
        const float lower = c[i] + (d[i] - c[i]) * toRight;
        to[i] = upper + (lower - upper) * toBottom;
    }
}

void warp(std::span<float> picture, const Shape& shape, const Affine& affine, const Filling& filling)
{
    thread_local std::vector<float> before;
    before.assign(picture.begin(), picture.end());
    const Source from{before.data(), shape[1], shape[0], shape[2]};
    const auto lastX = static_cast<double>(from.width - 1);
    const auto lastY = static_cast<double>(from.height - 1);
    float* to = picture.data();
    for (Index row = 0; row < from.height; ++row) {
        const double startX = affine.x[2] + affine.x[1] * static_cast<double>(row);
        const double startY = affine.y[2] + affine.y[1] * static_cast<double>(row);
        for (Index column = 0; column < from.width; ++column, to += from.channels) {
            double x = startX + affine.x[0] * static_cast<double>(column);
            double y = startY + affine.y[0] * static_cast<double>(column);
            const bool outsideX = !(x >= 0 && x <= lastX);
            const bool outsideY = !(y >= 0 && y <= lastY);
            if (outsideX || outsideY) {
                if (filling.mode == FillMode::Constant) {
                    std::fill_n(to, from.channels, filling.value);
                    continue;
                }
                if (outsideX)
                    x = inside(x, static_cast<double>(from.width), filling.mode);
                if (outsideY)
                    y = inside(y, static_cast<double>(from.height), filling.mode);
            }
            sampleAt(from, x, y, filling.interpolate, to);
        }
    }
}

void shiftChannels(std::span<float> picture, float by)
{
    const auto [least, greatest] = std::ranges::minmax(picture);
    for (float& value : picture)
        value = std::clamp(value + by, least, greatest);
}

void flipHorizontally(std::span<float> picture, const Shape& shape)
{
    const Index channels = shape[2];
    for (Index row = 0; row < shape[0]; ++row) {
        float* left = picture.data() + row * shape[1] * channels;
        float* right = left + (shape[1] - 1) * channels;
        for (; left < right; left += channels, right -= channels)
            std::swap_ranges(left, left + channels, right);
    }
}

void flipVertically(std::span<float> picture, const Shape& shape)
{
    const Index pitch = shape[1] * shape[2];
    for (Index row = 0; row < shape[0] / 2; ++row)
        std::swap_ranges(picture.data() + row * pitch, picture.data() + (row + 1) * pitch,
                         picture.data() + (shape[0] - 1 - row) * pitch);
}

// Through 8 bits, as Keras does it with Pillow. What does not fit there is spread over it before and back
// after.
void changeBrightness(std::span<float> picture, float factor)
{
    const auto [least, greatest] = std::ranges::minmax(picture);
    const bool spread = least < 0 || greatest > 255;
    const float range = greatest - least;
    for (float& value : picture) {
        float fitted = value;
        if (spread)
            fitted = (range == 0 ? value - least : (value - least) / range) * 255;
        const auto byte = static_cast<float>(static_cast<std::uint8_t>(fitted));
        const float changed = std::trunc(std::clamp(byte * factor, 0.0F, 255.0F));
        value = spread ? changed / 255 * range + least : changed;
    }
}

} // namespace

void transformPicture(std::span<float> picture, const Shape& shape, const PictureTransform& t,
                      const Filling& filling)
{
    assert(shape.rank() == 3 && static_cast<Index>(picture.size()) == shape.elements());
    if (t.theta != 0 || t.shiftX != 0 || t.shiftY != 0 || t.shear != 0 || t.zoomX != 1 || t.zoomY != 1)
        warp(picture, shape, affineOf(t, shape[1], shape[0]), filling);
    if (t.channelShift)
        shiftChannels(picture, static_cast<float>(*t.channelShift));
    if (t.flipHorizontal)
        flipHorizontally(picture, shape);
    if (t.flipVertical)
        flipVertically(picture, shape);
    if (t.brightness)
        changeBrightness(picture, static_cast<float>(*t.brightness));
}

} // namespace lamina
