// A mask's runs of what is real, so that losses and metrics see only that and need know nothing of masks.
#pragma once

#include "engine/core/shape.h"

namespace lamina {

// Calls visit(first, count) for each run of positions that the mask calls real. Each of its entries speaks of
// `each` positions on end.
template <typename Visit>
void forRealRuns(const float* mask, Index entries, Index each, const Visit& visit)
{
    for (Index i = 0; i < entries;) {
        if (mask[i] == 0) {
            ++i;
            continue;
        }
        const Index first = i;
        while (i < entries && mask[i] != 0)
            ++i;
        visit(first * each, (i - first) * each);
    }
}

} // namespace lamina
