#include "widgets/designer/activation_picture.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace lamina {

namespace {
constexpr Index mostCurves = 4;
constexpr double foldedAspect = 2.5; // columns to rows of a folded vector

void measure(ActivationPicture& picture, std::span<const float> values)
{
    float low = std::numeric_limits<float>::infinity(), high = -low;
    double sum = 0;
    for (const float value : values) {
        if (!std::isfinite(value)) {
            ++picture.notFinite;
            continue;
        }
        low = std::min(low, value);
        high = std::max(high, value);
        sum += static_cast<double>(value);
        picture.zeros += value == 0 ? 1 : 0;
    }
    picture.count = static_cast<qint64>(values.size());
    if (const qint64 finite = picture.count - picture.notFinite; finite > 0) {
        picture.low = low;
        picture.high = high;
        picture.mean = sum / static_cast<double>(finite);
    }
}

// One plane of an output: rows and columns of numbers that lie `step` apart.
struct Plane {
    const float* first;
    Index rows, columns, rowStep, step;
};

class Shades {
public:
    // From 0 where nothing is below it: what is dark gives nothing.
    explicit Shades(const ActivationPicture& picture)
        : m_low(static_cast<double>(std::min(picture.low, 0.0F))),
          m_span(std::max(static_cast<double>(picture.high) - m_low, 1e-30))
    {
    }

    double share(double value) const { return std::clamp((value - m_low) / m_span, 0.0, 1.0); }
    uchar index(double value) const
    {
        return std::isfinite(value) ? static_cast<uchar>(2 + std::lround(share(value) * 253)) : uchar{1};
    }

private:
    double m_low, m_span;
};

// The mean over the cells that fall on one; not-a-number if one of them is.
double meanOver(const Plane& plane, Index rowFrom, Index rowTo, Index columnFrom, Index columnTo)
{
    double sum = 0;
    for (Index row = rowFrom; row < rowTo; ++row)
        for (Index column = columnFrom; column < columnTo; ++column)
            sum += static_cast<double>(plane.first[row * plane.rowStep + column * plane.step]);
    return sum / static_cast<double>((rowTo - rowFrom) * (columnTo - columnFrom));
}

// Calls set(x, y, mean) for each cell of the plane, made smaller where it has more than `side`.
template <typename Set>
void shrink(const Plane& plane, int side, const Set& set)
{
    const Index height = std::min<Index>(plane.rows, side), width = std::min<Index>(plane.columns, side);
    for (Index y = 0; y < height; ++y)
        for (Index x = 0; x < width; ++x)
            set(static_cast<int>(x), static_cast<int>(y),
                meanOver(plane, y * plane.rows / height, (y + 1) * plane.rows / height,
                         x * plane.columns / width, (x + 1) * plane.columns / width));
}

QImage shaded(const Plane& plane, int side, const Shades& shades)
{
    QImage image(static_cast<int>(std::min<Index>(plane.columns, side)),
                 static_cast<int>(std::min<Index>(plane.rows, side)), QImage::Format_Indexed8);
    shrink(plane, side, [&](int x, int y, double mean) { image.scanLine(y)[x] = shades.index(mean); });
    return image;
}

QImage coloured(std::span<const float> values, const Shape& shape, int side, const Shades& shades)
{
    const Index rows = shape[0], columns = shape[1];
    QImage image(static_cast<int>(std::min<Index>(columns, side)),
                 static_cast<int>(std::min<Index>(rows, side)), QImage::Format_RGB888);
    for (int channel = 0; channel < 3; ++channel)
        shrink({values.data() + channel, rows, columns, 3 * columns, 3}, side,
               [&](int x, int y, double mean) {
                   const double share = std::isfinite(mean) ? shades.share(mean) : 0;
                   image.scanLine(y)[3 * x + channel] = static_cast<uchar>(std::lround(share * 255));
               });
    return image;
}

// A long vector, row by row; what is left of the last row is empty.
QImage folded(std::span<const float> values, int side, const Shades& shades)
{
    const auto count = static_cast<Index>(values.size());
    const Index most = Index{side} * std::max<Index>(side / 2, 1);
    const Index cells = std::min(count, most);
    const auto columns = static_cast<Index>(std::ceil(std::sqrt(static_cast<double>(cells) * foldedAspect)));
    const Index rows = (cells + columns - 1) / columns;
    QImage image(static_cast<int>(columns), static_cast<int>(rows), QImage::Format_Indexed8);
    image.fill(0);
    const Plane plane{values.data(), 1, count, 0, 1};
    for (Index cell = 0; cell < cells; ++cell)
        image.scanLine(static_cast<int>(cell / columns))[cell % columns] =
            shades.index(meanOver(plane, 0, 1, cell * count / cells, (cell + 1) * count / cells));
    return image;
}

// Vectors and single numbers.
void takeVector(ActivationPicture& picture, std::span<const float> values, const ActivationDetail& detail)
{
    picture.isProbabilities = picture.count > 1 && picture.notFinite == 0 && picture.low >= 0
        && std::abs(picture.mean * static_cast<double>(picture.count) - 1) < 1e-3;
    if (picture.isProbabilities && !picture.isConstant())
        picture.likeliest = static_cast<int>(std::ranges::max_element(values) - values.begin());
    if (picture.count > detail.bars) {
        picture.kind = ActivationPicture::Kind::Cells;
        picture.maps = {folded(values, 4 * detail.side, Shades(picture))};
        return;
    }
    picture.kind = ActivationPicture::Kind::Bars;
    picture.series = {{values.begin(), values.end()}};
}

void takeSequence(ActivationPicture& picture, std::span<const float> values, const ActivationDetail& detail)
{
    const Index steps = picture.shape[0], features = picture.shape[1];
    if (features > mostCurves) {
        picture.kind = ActivationPicture::Kind::Cells;
        picture.maps = {
            shaded({values.data(), steps, features, features, 1}, 2 * detail.side, Shades(picture))};
        return;
    }
    picture.kind = ActivationPicture::Kind::Curves;
    const Index points = std::min<Index>(steps, Index{8} * detail.side);
    for (Index feature = 0; feature < features; ++feature) {
        std::vector<float>& curve = picture.series.emplace_back();
        const Plane plane{values.data() + feature, steps, 1, features, 1};
        for (Index point = 0; point < points; ++point)
            curve.push_back(static_cast<float>(
                meanOver(plane, point * steps / points, (point + 1) * steps / points, 0, 1)));
    }
}

// Whatever stands before the last three axes, as the time of a film, counts as more maps.
void takeMaps(ActivationPicture& picture, std::span<const float> values, const ActivationDetail& detail)
{
    const Shape& shape = picture.shape;
    const Index rows = shape[-3], columns = shape[-2], channels = shape[-1];
    const Index cells = rows * columns * channels;
    const Shades shades(picture);
    const bool isPicture = shape.rank() == 3 && (channels == 1 || channels == 3);
    picture.kind = isPicture ? ActivationPicture::Kind::Picture : ActivationPicture::Kind::Maps;
    picture.mapCount = isPicture ? 1 : picture.count / (rows * columns);
    if (isPicture && channels == 3) {
        picture.maps = {coloured(values, shape, 4 * detail.side, shades)};
        return;
    }
    const int side = isPicture ? 4 * detail.side : detail.side;
    for (Index map = 0; map < std::min<Index>(picture.mapCount, detail.maps); ++map)
        picture.maps.push_back(shaded({values.data() + map / channels * cells + map % channels, rows, columns,
                                       columns * channels, channels},
                                      side, shades));
}
} // namespace

QString ActivationPicture::nameOf(int index) const
{
    return index < names.size() ? names[index] : QString::number(index);
}

ActivationPicture activationPicture(const Shape& shape, std::span<const float> values,
                                    const ActivationDetail& detail)
{
    assert(static_cast<Index>(values.size()) == shape.elements());
    ActivationPicture picture;
    picture.shape = shape;
    measure(picture, values);
    if (values.empty())
        return picture;
    // 1 × 1 × 64 is a vector, too.
    if (shape.rank() == 0 || shape[-1] == picture.count)
        takeVector(picture, values, detail);
    else if (shape.rank() == 2)
        takeSequence(picture, values, detail);
    else
        takeMaps(picture, values, detail);
    return picture;
}

} // namespace lamina
