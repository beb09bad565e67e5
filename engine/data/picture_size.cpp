#include "engine/data/picture_size.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace lamina {

namespace {

using Bytes = std::span<const std::uint8_t>;

bool isPng(Bytes bytes)
{
    constexpr std::array<std::uint8_t, 8> signature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    return bytes.size() >= 29 && std::equal(signature.begin(), signature.end(), bytes.begin());
}

std::int64_t big(Bytes bytes, std::size_t at, std::size_t count)
{
    std::int64_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8 | bytes[at + i];
    return value;
}

std::int64_t little32(Bytes bytes, std::size_t at)
{
    const std::uint32_t value = std::uint32_t{bytes[at]} | std::uint32_t{bytes[at + 1]} << 8
        | std::uint32_t{bytes[at + 2]} << 16 | std::uint32_t{bytes[at + 3]} << 24;
    return static_cast<std::int32_t>(value);
}

// JPEG: segments one after the other; the frame header is one of the SOF markers.
std::optional<PictureSize> jpegSize(Bytes bytes)
{
    std::size_t at = 2;
    while (at + 9 < bytes.size()) {
        if (bytes[at] != 0xFF)
            return std::nullopt;
        const std::uint8_t marker = bytes[at + 1];
        if (marker == 0xFF) { // padding
            ++at;
            continue;
        }
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
            return PictureSize{big(bytes, at + 7, 2), big(bytes, at + 5, 2)};
        at += 2 + static_cast<std::size_t>(big(bytes, at + 2, 2));
    }
    return std::nullopt;
}

} // namespace

std::optional<PictureSize> announcedSize(Bytes bytes)
{
    if (isPng(bytes))
        return PictureSize{big(bytes, 16, 4), big(bytes, 20, 4)};
    if (bytes.size() >= 4 && bytes[0] == 0xFF && bytes[1] == 0xD8)
        return jpegSize(bytes);
    if (bytes.size() >= 26 && bytes[0] == 'B' && bytes[1] == 'M')
        return PictureSize{std::abs(little32(bytes, 18)), std::abs(little32(bytes, 22))};
    return std::nullopt;
}

bool mayBeTransparent(Bytes bytes)
{
    if (!isPng(bytes))
        return false;
    constexpr std::uint8_t withAlpha = 4; // bit of the colour type
    if (bytes[25] & withAlpha)
        return true;
    constexpr std::array<std::uint8_t, 4> chunk{'t', 'R', 'N', 'S'};
    const Bytes start = bytes.first(std::min<std::size_t>(bytes.size(), 4096)); // stands before the pixels
    return std::search(start.begin(), start.end(), chunk.begin(), chunk.end()) != start.end();
}

} // namespace lamina
