// Where the windows of convolutions and poolings stand along one axis. Rules: keras_semantics 5.1 (Keras'
// conv_utils).
#pragma once

#include "engine/core/shape.h"

namespace lamina {

enum class Padding { Valid, Same };

struct Window {
    Index output = 0;
    Index before = 0; // padding at the top or left
    Index after = 0; // at the bottom or right: the odd cell goes here
};

// output is 0 or less where the window does not fit.
Window placeWindow(Index size, Index kernel, Index stride, Index dilation, Padding padding);

} // namespace lamina
