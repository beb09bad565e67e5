// The penalties on a network's weights, as a part of the loss.
#pragma once

#include "engine/core/pieces.h"
#include "engine/model/network.h"
#include "engine/model/regularizers.h"

namespace lamina {

// Frozen weights count, too: Keras adds their penalty all the same.
class Penalties {
public:
    explicit Penalties(const Network& network);

    bool empty() const { return m_ranges.empty(); }
    // The sum over all weights that have one; does not depend on the number of threads.
    double value(Workers& workers, const float* weights);

private:
    struct Range {
        Index offset;
        Index count;
        Penalty penalty;
    };
    std::vector<Range> m_ranges;
    std::vector<double> m_values; // of each range
};

} // namespace lamina
