// A picture inside a larger one, channels last.
#pragma once

#include "engine/model/kernel.h"

namespace lamina {

struct PictureFrame {
    Index height = 0, width = 0, channels = 0; // of the picture inside
    Index top = 0, bottom = 0, left = 0, right = 0;
    Index outerHeight() const { return top + height + bottom; }
    Index outerWidth() const { return left + width + right; }
};

std::unique_ptr<Kernel> makePaddingKernel(const PictureFrame& frame); // zeros around x
std::unique_ptr<Kernel> makeCroppingKernel(const PictureFrame& frame); // the picture inside x

} // namespace lamina
