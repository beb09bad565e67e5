// The loops of a convolution in which every channel sees only itself, on one picture, channels last: for what
// oneDNN does slowly in this layout.
#pragma once

#include "engine/core/shape.h"
#include "engine/kernels/axis_walk.h"

namespace lamina {

struct DepthwiseWalk {
    AxisWalk rows, columns;
    Index sourceWidth = 0, targetWidth = 0;
    Index kernelWidth = 1;
    Index channels = 0;
};

// target = start + the sum of kernel · source over the window; start (one row of channels) may be nullptr for
// 0.
void gather(const DepthwiseWalk& walk, const float* source, const float* kernel, const float* start,
            bool relu, float* target);
// gradient += the sum of source · target's gradient; walk is the forward one.
void correlate(const DepthwiseWalk& walk, const float* source, const float* targetGradient, float* gradient);

// Each channel beside itself, `times` times: c0 c0 c1 c1 …; and the sum of those copies.
void repeatChannels(const float* x, float* y, Index rows, Index channels, Index times);
void foldChannels(const float* y, float* x, Index rows, Index channels, Index times);

} // namespace lamina
