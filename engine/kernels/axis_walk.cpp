#include "engine/kernels/axis_walk.h"

#include <algorithm>

namespace lamina {

namespace {
Index ceilQuotient(Index a, Index b) // b > 0
{
    return a >= 0 ? (a + b - 1) / b : -(-a / b);
}

Index floorQuotient(Index a, Index b) // b > 0
{
    return a >= 0 ? a / b : -((-a + b - 1) / b);
}

// Adds a target to the last run if it goes on there.
void add(AxisWalk& walk, const AxisRun& target)
{
    if (!walk.runs.empty()) {
        AxisRun& last = walk.runs.back();
        if (last.target + last.count * walk.targetStep == target.target && last.tap == target.tap
            && last.taps == target.taps) {
            ++last.count;
            return;
        }
    }
    walk.runs.push_back(target);
}
} // namespace

AxisWalk walkForward(const AxisWindow& axis)
{
    AxisWalk walk{
        .runs = {}, .targetStep = 1, .sourceStep = axis.stride, .tapStep = 1, .tapSourceStep = axis.dilation};
    for (Index o = 0; o < axis.window.output; ++o) {
        const Index start = o * axis.stride - axis.window.before;
        const Index first = std::max<Index>(0, ceilQuotient(-start, axis.dilation));
        const Index end = std::min(axis.kernel, floorQuotient(axis.size - 1 - start, axis.dilation) + 1);
        if (end > first)
            add(walk,
                {.target = o,
                 .count = 1,
                 .source = start + first * axis.dilation,
                 .tap = first,
                 .taps = end - first});
        else
            add(walk, {.target = o, .count = 1});
    }
    return walk;
}

// Input cell i meets tap k of output o where o · stride - before + k · dilation = i. With i + before = q ·
// stride
// + rest that is k = rest + j · stride and o = q - j · dilation, if stride or dilation is 1.
AxisWalk walkBackward(const AxisWindow& axis)
{
    AxisWalk walk{.runs = {},
                  .targetStep = axis.stride,
                  .sourceStep = 1,
                  .tapStep = -axis.stride,
                  .tapSourceStep = axis.dilation};
    for (Index offset = 0; offset < std::min(axis.stride, axis.size); ++offset)
        for (Index i = offset; i < axis.size; i += axis.stride) {
            const Index q = (i + axis.window.before) / axis.stride;
            const Index rest = (i + axis.window.before) % axis.stride;
            const Index first = std::max<Index>(0, ceilQuotient(q - (axis.window.output - 1), axis.dilation));
            const Index end =
                std::min(ceilQuotient(axis.kernel - rest, axis.stride), floorQuotient(q, axis.dilation) + 1);
            if (end > first) // the last tap first, so that what is read goes upwards
                add(walk,
                    {.target = i,
                     .count = 1,
                     .source = q - (end - 1) * axis.dilation,
                     .tap = rest + (end - 1) * axis.stride,
                     .taps = end - first});
            else
                add(walk, {.target = i, .count = 1});
        }
    return walk;
}

} // namespace lamina
