// The changes that Keras' ImageDataGenerator makes to a picture, with numbers that were drawn already.
#pragma once

#include "engine/core/shape.h"

#include <optional>
#include <span>

namespace lamina {

enum class FillMode { Constant, Nearest, Reflect, Wrap }; // what lies outside, as scipy.ndimage has it

struct Filling {
    FillMode mode = FillMode::Nearest;
    float value = 0; // of Constant
    bool interpolate = true; // else the nearest pixel
};

// Done in this order: the affine part, the channels, the flips, the brightness.
struct PictureTransform {
    double theta = 0; // degrees
    double shiftX = 0; // pixels: how much further to the right each pixel comes from
    double shiftY = 0; // further below
    double shear = 0; // degrees
    double zoomX = 1; // above 1 the picture shrinks
    double zoomY = 1;
    std::optional<double> channelShift; // added, within the picture's least and greatest value
    bool flipHorizontal = false;
    bool flipVertical = false;
    std::optional<double> brightness; // a factor; the picture is rounded down to 8 bits
};

// In place. `shape` is (height, width, channels).
void transformPicture(std::span<float> picture, const Shape& shape, const PictureTransform& transform,
                      const Filling& filling);

} // namespace lamina
