#include "engine/kernels/window.h"

#include <algorithm>

namespace lamina {

Window placeWindow(Index size, Index kernel, Index stride, Index dilation, Padding padding)
{
    const Index reach = (kernel - 1) * dilation + 1;
    if (padding == Padding::Valid)
        return {.output = size < reach ? 0 : (size - reach) / stride + 1};
    const Index output = (size + stride - 1) / stride;
    const Index total = std::max<Index>((output - 1) * stride + reach - size, 0);
    return {.output = output, .before = total / 2, .after = total - total / 2};
}

} // namespace lamina
