// What a picture file says about itself in its header, without decoding it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace lamina {

struct PictureSize {
    std::int64_t width = 0;
    std::int64_t height = 0;
};

// Of PNG, JPEG and BMP; nothing for others and for damaged headers.
std::optional<PictureSize> announcedSize(std::span<const std::uint8_t> bytes);

// A PNG with an alpha channel or a transparent colour.
bool mayBeTransparent(std::span<const std::uint8_t> bytes);

} // namespace lamina
