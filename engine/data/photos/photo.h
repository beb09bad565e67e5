// Photographs as Keras loads them: decoded, in colour or grey, resized, whole numbers from 0 to 255. Two
// things are not Keras': a photograph stands upright as its EXIF orientation says, and a file that is cut off
// is a fault.
#pragma once

#include "engine/core/fault.h"
#include "engine/core/json.h"
#include "engine/core/shape.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace lamina {

struct PhotoForm {
    Shape shape; // (height, width, channels): 1 channel is grey, 3 are red, green, blue
    bool bilinear = false; // else the nearest pixel
};

// `into` takes shape.elements() bytes. Faults name the file: missing, empty, no picture, damaged, too large.
Result<void> readPhoto(const std::filesystem::path& file, const PhotoForm& form,
                       std::span<std::uint8_t> into);

// Looks at the start of the file alone: is it there, of a format that can be read, not absurdly large?
Result<void> checkPhoto(const std::filesystem::path& file);

// By its name: .jpg, .png, .bmp …
bool isPhotoName(std::string_view name);

// What a model keeps of how its photographs were read (DataParts::learned).
Json photoReadingToJson(const PhotoForm& form);

// A photograph for a trained model: read as those it was trained on, which `learned` tells. Models of other
// data take a picture as readPicture() gives it.
Result<std::vector<float>> readModelPicture(const std::filesystem::path& file, const Shape& shape,
                                            const Json& learned);

} // namespace lamina
