// Pictures looked at through an affine map, as TensorFlow's ImageProjectiveTransformV3 does it: the value of
// an output pixel is read at a place of the input, between its pixels. Linear in the picture.
#pragma once

#include "engine/core/shape.h"

namespace lamina {

// What lies beyond the edge: a value, the picture mirrored, the picture again, or its nearest pixel.
enum class FillMode { Constant, Reflect, Wrap, Nearest };
enum class Interpolation { Nearest, Bilinear };

struct ResampleGeometry {
    Index height = 0;
    Index width = 0;
    Index channels = 0;
    FillMode fill = FillMode::Reflect;
    Interpolation interpolation = Interpolation::Bilinear;
    float fillValue = 0;

    Index elements() const { return height * width * channels; }
};

// Output pixel (x, y) is read at (xx x + xy y + x0, yx x + yy y + y0).
struct AffineMap {
    float xx = 1, xy = 0, x0 = 0;
    float yx = 0, yy = 1, y0 = 0;
};

Index resampleScratch(const ResampleGeometry& geometry); // floats
void resample(const ResampleGeometry& geometry, const AffineMap& map, const float* x, float* y,
              float* scratch);
// dx is overwritten.
void resampleBackward(const ResampleGeometry& geometry, const AffineMap& map, const float* dy, float* dx,
                      float* scratch);

} // namespace lamina
