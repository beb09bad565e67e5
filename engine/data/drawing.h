// A drawn or photographed digit, prepared exactly as MNIST's were: cut to its ink, fitted into 20×20 keeping
// its proportion, its centre of mass in the middle of 28×28. White ink on black.
#pragma once

#include "engine/data/picture.h"

#include <array>

namespace lamina {

// Values 0 (paper) to 255 (ink), row by row.
struct InkPicture {
    int width = 0;
    int height = 0;
    std::vector<float> values;
};

// The stages in order, so that a window can show them.
struct PreparedDrawing {
    InkPicture
        cropped; // the ink alone, in the picture's own resolution or, if that is large, in a smaller one
    InkPicture fitted; // 20×20
    InkPicture centred; // 28×28: what the network sees
};

// Grey levels, any size, dark on light or light on dark. Paper is what the border shows; a slanting light
// over it, noise and specks are taken away. Ink is brought to 255 however faint it was. A line that would be
// under 1.7 pixels wide in the 20×20 box, as a fine pen leaves it, is widened to that: MNIST's are 2 to 3
// wide, and a hairline scaled down would be a shadow. Fault: there is no ink.
Result<PreparedDrawing> prepareDrawing(std::span<const std::uint8_t> grey, int width, int height);

// The same of a picture file; also its faults.
Result<PreparedDrawing> prepareDrawing(const std::filesystem::path& file);

} // namespace lamina
