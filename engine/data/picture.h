// Picture files of any common format, as numbers.
#pragma once

#include "engine/core/fault.h"
#include "engine/core/shape.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace lamina {

// 8 bits a pixel, row by row.
struct GreyPicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> values;
};

// Decodes to grey. What is transparent shows paper: white under dark ink, black under light ink. Faults: a
// missing or empty file, one that is no picture or a damaged one, one of more than 100 million pixels.
Result<GreyPicture> readGreyPicture(const std::filesystem::path& file);

// Decodes and resizes (bilinear; areas are averaged where the picture shrinks) to `shape`, which is (height,
// width, channels): 1 channel is grey, 3 are red, green, blue. Values 0 to 255, whatever the proportion was.
Result<std::vector<float>> readPicture(const std::filesystem::path& file, const Shape& shape);

// The same from a file's bytes; `name` stands in faults.
Result<std::vector<float>> decodePicture(std::span<const std::uint8_t> bytes, const Shape& shape,
                                         const std::string& name);

} // namespace lamina
