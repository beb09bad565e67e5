// How a window walks along one axis, written out once: for each cell that is computed, which taps of the
// window meet which cells that are read. The same words serve a convolution and its gradient.
#pragma once

#include "engine/kernels/window.h"

#include <vector>

namespace lamina {

// Neighbouring targets that use the same taps.
struct AxisRun {
    Index target = 0; // the first one
    Index count = 0;
    Index source = 0; // what its first tap reads
    Index tap = 0; // the first tap
    Index taps = 0; // may be 0: nothing reaches these targets
};

struct AxisWalk {
    std::vector<AxisRun> runs;
    Index targetStep = 1; // from one target of a run to the next
    Index sourceStep = 1; // and what its first tap reads moves by
    Index tapStep = 1; // from one tap to the next; below 0 where the window is walked backwards
    Index tapSourceStep = 1; // and what is read moves by
};

struct AxisWindow {
    Index size = 0; // of what the convolution reads
    Index kernel = 1, stride = 1, dilation = 1; // stride or dilation is 1
    Window window;
};
AxisWalk walkForward(const AxisWindow& axis); // from the input to the output
AxisWalk walkBackward(const AxisWindow& axis); // from the output's gradient to the input's

} // namespace lamina
