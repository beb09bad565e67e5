#include "engine/kernels/rows.h"

#include "engine/kernels/clones.h"

#include <algorithm>

namespace lamina {

namespace {
LAMINA_CLONES void addRowToEach(const float* bias, float* y, Index rows, Index channels)
{
    for (Index r = 0; r < rows; ++r)
        for (Index c = 0; c < channels; ++c)
            y[r * channels + c] += bias[c];
}

LAMINA_CLONES void addRowToEachAndCut(const float* bias, float* y, Index rows, Index channels)
{
    for (Index r = 0; r < rows; ++r)
        for (Index c = 0; c < channels; ++c) {
            const float sum = y[r * channels + c] + bias[c];
            y[r * channels + c] = sum > 0 || sum != sum ? sum : 0.0F; // a not-a-number stays visible
        }
}

constexpr Index blockChannels = 64;
constexpr Index run = 128;

LAMINA_CLONES void addColumns(const float* x, float* sums, Index rows, Index channels, Index block)
{
    for (Index r = 0; r < rows; ++r)
        for (Index c = 0; c < block; ++c)
            sums[c] += x[r * channels + c];
}
} // namespace

void addBias(const float* bias, float* y, Index rows, Index channels, bool relu)
{
    if (relu)
        addRowToEachAndCut(bias, y, rows, channels);
    else
        addRowToEach(bias, y, rows, channels);
}

void sumRows(const float* x, float* sums, Index rows, Index channels)
{
    std::fill_n(sums, channels, 0.0F);
    for (Index first = 0; first < channels; first += blockChannels) {
        const Index block = std::min(blockChannels, channels - first);
        for (Index r = 0; r < rows; r += run) {
            float partial[blockChannels] = {};
            addColumns(x + r * channels + first, partial, std::min(run, rows - r), channels, block);
            for (Index c = 0; c < block; ++c)
                sums[first + c] += partial[c];
        }
    }
}

} // namespace lamina
