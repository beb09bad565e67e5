#include "engine/kernels/broadcast.h"

#include <algorithm>

namespace lamina {

std::optional<Shape> broadcast(const Shape& a, const Shape& b)
{
    std::vector<Index> sizes(static_cast<std::size_t>(std::max(a.rank(), b.rank())));
    for (int back = 1; back <= static_cast<int>(sizes.size()); ++back) {
        const Index first = back <= a.rank() ? a[-back] : 1;
        const Index second = back <= b.rank() ? b[-back] : 1;
        if (first != second && first != 1 && second != 1)
            return std::nullopt;
        sizes[sizes.size() - static_cast<std::size_t>(back)] = first == 1 ? second : first;
    }
    return Shape(std::move(sizes));
}

namespace {
// Axes of the output side by side along which the same inputs move.
struct MergedAxis {
    Index size;
    std::vector<bool> moves; // by input
};

// The last first; axes of size 1 say nothing.
std::vector<MergedAxis> mergeAxes(std::span<const Shape> inputs, const Shape& output)
{
    std::vector<MergedAxis> axes;
    for (int back = 1; back <= output.rank(); ++back) {
        if (output[-back] == 1)
            continue;
        MergedAxis axis{output[-back], {}};
        for (const Shape& shape : inputs)
            axis.moves.push_back(back <= shape.rank() && shape[-back] != 1);
        if (!axes.empty() && axes.back().moves == axis.moves)
            axes.back().size *= axis.size;
        else
            axes.push_back(std::move(axis));
    }
    return axes;
}
} // namespace

BroadcastRuns layOutRuns(std::span<const Shape> inputs, const Shape& output)
{
    const std::vector<MergedAxis> axes = mergeAxes(inputs, output);
    BroadcastRuns layout;
    layout.run = axes.empty() ? 1 : axes[0].size;
    layout.runs = output.elements() / std::max<Index>(layout.run, 1);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        BroadcastOperand operand{.elements = inputs[i].elements(),
                                 .whole = inputs[i].elements() == output.elements(),
                                 .moves = axes.empty() || axes[0].moves[i],
                                 .starts = std::vector<Index>(static_cast<std::size_t>(layout.runs))};
        for (Index run = 0; run < layout.runs; ++run) {
            Index rest = run;
            Index stride = operand.moves ? layout.run : 1;
            Index start = 0;
            for (std::size_t a = 1; a < axes.size(); ++a) {
                if (axes[a].moves[i]) {
                    start += rest % axes[a].size * stride;
                    stride *= axes[a].size;
                }
                rest /= axes[a].size;
            }
            operand.starts[static_cast<std::size_t>(run)] = start;
        }
        layout.operands.push_back(std::move(operand));
    }
    return layout;
}

} // namespace lamina
