#include "engine/model/penalties.h"

#include <algorithm>

namespace lamina {

namespace {
constexpr Index pieceSize = 32768; // floats
}

Penalties::Penalties(const Network& network)
{
    for (const Variable& variable : network.variables())
        if (const Penalty penalty = penaltyOf(variable.regularizer); penalty.any())
            for (Index done = 0; done < variable.count; done += pieceSize)
                m_ranges.push_back(
                    {variable.offset + done, std::min(pieceSize, variable.count - done), penalty});
    m_values.resize(m_ranges.size());
}

double Penalties::value(Workers& workers, const float* weights)
{
    if (empty())
        return 0;
    workers.run(static_cast<int>(m_ranges.size()), [&](int r) {
        const Range& range = m_ranges[static_cast<std::size_t>(r)];
        m_values[static_cast<std::size_t>(r)] = range.penalty.value(weights + range.offset, range.count);
    });
    double sum = 0;
    for (const double value : m_values)
        sum += value;
    return sum;
}

} // namespace lamina
