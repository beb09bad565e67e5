// Pictures of 8 bits a channel to another size, pixel for pixel as Pillow does it, which Keras loads pictures
// with. Channels lie side by side, rows follow each other without a gap.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace lamina {

struct PixelSize {
    int width = 0;
    int height = 0;
    bool operator==(const PixelSize&) const = default;
};

// Each pixel is the one of `from` under its middle.
void resizeNearest(std::span<const std::uint8_t> from, PixelSize fromSize, int channels,
                   std::span<std::uint8_t> into, PixelSize intoSize);

// Weights fall off linearly; where the picture shrinks, over as many pixels as become one. First the rows,
// then the columns, rounded to 8 bits after each.
void resizeBilinear(std::span<const std::uint8_t> from, PixelSize fromSize, int channels,
                    std::span<std::uint8_t> into, PixelSize intoSize);

} // namespace lamina
