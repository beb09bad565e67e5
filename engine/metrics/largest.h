// Places in a row of predictions.
#pragma once

#include "engine/core/shape.h"

#include <algorithm>
#include <cmath>

namespace lamina {

// The first of equals, as TensorFlow's argmax.
inline Index largestOf(const float* row, Index classes)
{
    return std::max_element(row, row + classes) - row;
}

// Whether fewer than k are larger, as TensorFlow's in_top_k: equal ones at the edge are all in; what is no
// finite number is not.
inline bool isInTop(const float* row, Index classes, Index place, Index k)
{
    if (place < 0 || place >= classes || !std::isfinite(row[place]))
        return false;
    Index larger = 0;
    for (Index c = 0; c < classes; ++c) {
        if (!std::isfinite(row[c]))
            return false;
        larger += row[c] > row[place] ? 1 : 0;
    }
    return larger < k;
}

} // namespace lamina
