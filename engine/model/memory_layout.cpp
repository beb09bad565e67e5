#include "engine/model/memory_layout.h"

#include "engine/core/buffer.h"

#include <algorithm>
#include <numeric>

namespace lamina {

MemoryLayout layOut(const std::vector<Lifetime>& arrays)
{
    MemoryLayout layout;
    layout.offsets.resize(arrays.size());
    std::vector<std::size_t> order(arrays.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return arrays[a].size > arrays[b].size; });
    std::vector<std::size_t> placed;
    for (const std::size_t index : order) {
        const Lifetime& array = arrays[index];
        const Index size = roundedToCacheLine(array.size);
        std::vector<std::pair<Index, Index>> taken; // begin and end of what is alive with it
        for (const std::size_t other : placed)
            if (arrays[other].first <= array.last && array.first <= arrays[other].last)
                taken.emplace_back(layout.offsets[other],
                                   layout.offsets[other] + roundedToCacheLine(arrays[other].size));
        std::sort(taken.begin(), taken.end());
        Index offset = 0;
        for (const auto& [begin, end] : taken) {
            if (offset + size <= begin)
                break;
            offset = std::max(offset, end);
        }
        layout.offsets[index] = offset;
        layout.total = std::max(layout.total, offset + size);
        placed.push_back(index);
    }
    return layout;
}

} // namespace lamina
