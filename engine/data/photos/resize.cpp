#include "engine/data/photos/resize.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace lamina {

namespace {

std::size_t bytesOf(PixelSize size, int channels)
{
    return static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height)
        * static_cast<std::size_t>(channels);
}

// The pixel of `from` that lies under the middle of each pixel of `into`. Summed up as Pillow does, so that
// middles between two pixels fall to the same side.
std::vector<int> nearestPlaces(int from, int into)
{
    const double step = static_cast<double>(from) / into;
    double at = step * 0.5;
    std::vector<int> places(static_cast<std::size_t>(into));
    for (int& place : places) {
        place = std::min(static_cast<int>(at), from - 1);
        at += step;
    }
    return places;
}

constexpr int fractionBits = 22; // of a weight as a whole number: what is left of 32 bits beside a pixel

// What one pixel is summed up from: pixels first … first + count - 1, with weights that add up to 2^22.
struct Taps {
    int first = 0;
    int count = 0;
};

struct Filter {
    std::vector<Taps> taps; // for each pixel of the result
    std::vector<std::int32_t> weights; // `stride` for each
    int stride = 0;

    Filter(int from, int into)
    {
        const double scale = static_cast<double>(from) / into;
        const double width = std::max(scale, 1.0); // from the middle to where the weight is zero
        stride = static_cast<int>(std::ceil(width)) * 2 + 1;
        taps.resize(static_cast<std::size_t>(into));
        weights.resize(static_cast<std::size_t>(into) * static_cast<std::size_t>(stride));
        std::vector<double> shares(static_cast<std::size_t>(stride));
        for (int i = 0; i < into; ++i) {
            const double middle = (i + 0.5) * scale;
            const int first = std::max(static_cast<int>(std::floor(middle - width + 0.5)), 0);
            const int count = std::min(static_cast<int>(std::floor(middle + width + 0.5)), from) - first;
            double sum = 0;
            for (int k = 0; k < count; ++k) {
                const double distance = std::abs((first + k - middle + 0.5) / width);
                shares[static_cast<std::size_t>(k)] = std::max(1 - distance, 0.0);
                sum += shares[static_cast<std::size_t>(k)];
            }
            taps[static_cast<std::size_t>(i)] = {first, count};
            for (int k = 0; k < count; ++k)
                weights[static_cast<std::size_t>(i * stride + k)] = static_cast<std::int32_t>(
                    0.5 + shares[static_cast<std::size_t>(k)] / sum * (1 << fractionBits));
        }
    }
};

std::uint8_t rounded(std::int32_t sum)
{
    return static_cast<std::uint8_t>(std::clamp(sum >> fractionBits, 0, 255));
}

constexpr std::int32_t half = 1 << (fractionBits - 1);

void filterRows(std::span<const std::uint8_t> from, int fromWidth, int channels, std::span<std::uint8_t> into,
                PixelSize size)
{
    const Filter filter(fromWidth, size.width);
    for (int y = 0; y < size.height; ++y) {
        const std::uint8_t* row = from.data() + bytesOf({fromWidth, y}, channels);
        std::uint8_t* to = into.data() + bytesOf({size.width, y}, channels);
        for (int x = 0; x < size.width; ++x) {
            const Taps tap = filter.taps[static_cast<std::size_t>(x)];
            const std::int32_t* weights = filter.weights.data() + x * filter.stride;
            for (int c = 0; c < channels; ++c) {
                std::int32_t sum = half;
                for (int k = 0; k < tap.count; ++k)
                    sum += row[(tap.first + k) * channels + c] * weights[k];
                to[x * channels + c] = rounded(sum);
            }
        }
    }
}

void filterColumns(std::span<const std::uint8_t> from, int fromHeight, int channels,
                   std::span<std::uint8_t> into, PixelSize size)
{
    const Filter filter(fromHeight, size.height);
    const std::size_t pitch = bytesOf({size.width, 1}, channels);
    std::vector<std::int32_t> sums(pitch);
    for (int y = 0; y < size.height; ++y) {
        const Taps tap = filter.taps[static_cast<std::size_t>(y)];
        const std::int32_t* weights = filter.weights.data() + y * filter.stride;
        std::fill(sums.begin(), sums.end(), half);
        for (int k = 0; k < tap.count; ++k) {
            const std::uint8_t* row = from.data() + static_cast<std::size_t>(tap.first + k) * pitch;
            for (std::size_t i = 0; i < pitch; ++i)
                sums[i] += row[i] * weights[k];
        }
        std::transform(sums.begin(), sums.end(), into.data() + static_cast<std::size_t>(y) * pitch, rounded);
    }
}

} // namespace

void resizeNearest(std::span<const std::uint8_t> from, PixelSize fromSize, int channels,
                   std::span<std::uint8_t> into, PixelSize intoSize)
{
    assert(from.size() == bytesOf(fromSize, channels) && into.size() == bytesOf(intoSize, channels));
    const std::vector<int> rows = nearestPlaces(fromSize.height, intoSize.height);
    const std::vector<int> columns = nearestPlaces(fromSize.width, intoSize.width);
    std::uint8_t* to = into.data();
    for (const int y : rows) {
        const std::uint8_t* row = from.data() + bytesOf({fromSize.width, y}, channels);
        for (const int x : columns)
            to = std::copy_n(row + x * channels, channels, to);
    }
}

void resizeBilinear(std::span<const std::uint8_t> from, PixelSize fromSize, int channels,
                    std::span<std::uint8_t> into, PixelSize intoSize)
{
    assert(from.size() == bytesOf(fromSize, channels) && into.size() == bytesOf(intoSize, channels));
    std::vector<std::uint8_t> narrowed;
    if (fromSize.width != intoSize.width) {
        const PixelSize size{intoSize.width, fromSize.height};
        narrowed.resize(bytesOf(size, channels));
        filterRows(from, fromSize.width, channels, narrowed, size);
        from = narrowed;
    }
    if (fromSize.height != intoSize.height)
        filterColumns(from, fromSize.height, channels, into, intoSize);
    else
        std::copy(from.begin(), from.end(), into.begin());
}

} // namespace lamina
