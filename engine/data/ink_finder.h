// Tells ink from paper.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include <opencv2/core.hpp>

namespace lamina {

// The ink alone, cut to its bounds: 8 bits a pixel, 0 paper, 255 ink, at most about 1000 pixels a side. Empty
// when there is none. `grey` is 8 bits a pixel, ink darker or lighter than its border.
cv::Mat findInk(const cv::Mat& grey);

} // namespace lamina
