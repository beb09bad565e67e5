// Picture files as OpenCV gives them, for the files of this folder.
#pragma once

#include "engine/core/fault.h"

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <span>

namespace lamina {

constexpr std::uintmax_t largestPictureFile = 256'000'000; // bytes

Fault unreadablePicture(const std::string& name);
// Refuses a picture by the size its header announces, before memory is taken for it.
Faults pictureSizeFaults(std::span<const std::uint8_t> bytes, const std::string& name);
// `mode`: one of cv::ImreadModes. Empty: not a picture.
cv::Mat decodedPicture(std::span<const std::uint8_t> bytes, int mode);

} // namespace lamina
