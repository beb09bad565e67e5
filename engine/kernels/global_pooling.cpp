#include "engine/kernels/global_pooling.h"

#include "engine/kernels/clones.h"
#include "engine/kernels/rows.h"

#include <algorithm>
#include <numeric>

namespace lamina {

namespace {
LAMINA_CLONES void scale(float factor, float* y, Index count)
{
    for (Index i = 0; i < count; ++i)
        y[i] *= factor;
}

LAMINA_CLONES void spread(float factor, const float* dy, float* dx, Index channels)
{
    for (Index c = 0; c < channels; ++c)
        dx[c] = dy[c] * factor;
}

LAMINA_CLONES void addScaled(float factor, const float* x, float* y, Index channels)
{
    for (Index c = 0; c < channels; ++c)
        y[c] += x[c] * factor;
}

// A not-a-number stays visible.
LAMINA_CLONES void largestOfCells(const float* x, float* y, Index cells, Index channels)
{
    for (Index c = 0; c < channels; ++c)
        y[c] = x[c];
    for (Index cell = 1; cell < cells; ++cell)
        for (Index c = 0; c < channels; ++c) {
            const float value = x[cell * channels + c];
            y[c] = value > y[c] || value != value ? value : y[c];
        }
}

LAMINA_CLONES void shareAmongLargest(const float* x, const float* y, const float* dy, float* shares,
                                     float* dx, Index cells, Index channels)
{
    for (Index c = 0; c < channels; ++c)
        shares[c] = 0;
    for (Index cell = 0; cell < cells; ++cell)
        for (Index c = 0; c < channels; ++c)
            shares[c] += x[cell * channels + c] == y[c] ? 1.0F : 0.0F;
    for (Index c = 0; c < channels; ++c)
        shares[c] = dy[c] / std::max(shares[c], 1.0F);
    for (Index cell = 0; cell < cells; ++cell)
        for (Index c = 0; c < channels; ++c)
            dx[cell * channels + c] = x[cell * channels + c] == y[c] ? shares[c] : 0.0F;
}

class GlobalAverage final : public Kernel {
public:
    GlobalAverage(Index cells, Index channels, bool masked)
        : m_cells(cells), m_channels(channels), m_masked(masked)
    {
    }
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }
    void forward(const Pass& p) const override
    {
        const Index size = m_cells * m_channels;
        for (Index n = 0; n < p.samples; ++n) {
            float* y = p.y[0] + n * m_channels;
            if (const float* mask = maskOf(p, n)) {
                std::fill_n(y, m_channels, 0.0F);
                for (Index cell = 0; cell < m_cells; ++cell)
                    addScaled(mask[cell], p.x[0] + n * size + cell * m_channels, y, m_channels);
            } else {
                sumRows(p.x[0] + n * size, y, m_cells, m_channels);
            }
            scale(1 / count(p, n), y, m_channels);
        }
    }
    void backward(const Pass& p) const override
    {
        for (Index n = 0; p.dx[0] && n < p.samples; ++n) {
            const float* mask = maskOf(p, n);
            const float share = 1 / count(p, n);
            for (Index cell = 0; cell < m_cells; ++cell)
                spread(mask ? mask[cell] * share : share, p.dy[0] + n * m_channels,
                       p.dx[0] + (n * m_cells + cell) * m_channels, m_channels);
        }
    }

private:
    const float* maskOf(const Pass& p, Index n) const { return m_masked ? p.mask() + n * m_cells : nullptr; }
    // Of the cells that count. Where none does, the mean is no number, as in Keras.
    float count(const Pass& p, Index n) const
    {
        const float* mask = maskOf(p, n);
        return mask ? std::accumulate(mask, mask + m_cells, 0.0F) : static_cast<float>(m_cells);
    }
    Index m_cells;
    Index m_channels;
    bool m_masked;
};

class GlobalMaximum final : public Kernel {
public:
    GlobalMaximum(Index cells, Index channels) : m_cells(cells), m_channels(channels) { }
    Workspace workspace() const override { return {.scratch = m_channels}; }
    void forward(const Pass& p) const override
    {
        for (Index n = 0; n < p.samples; ++n)
            largestOfCells(p.x[0] + n * m_cells * m_channels, p.y[0] + n * m_channels, m_cells, m_channels);
    }
    void backward(const Pass& p) const override
    {
        for (Index n = 0; p.dx[0] && n < p.samples; ++n) {
            const Index cells = n * m_cells * m_channels;
            shareAmongLargest(p.x[0] + cells, p.y[0] + n * m_channels, p.dy[0] + n * m_channels, p.scratch,
                              p.dx[0] + cells, m_cells, m_channels);
        }
    }

private:
    Index m_cells;
    Index m_channels;
};
} // namespace

std::unique_ptr<Kernel> makeGlobalAverageKernel(Index cells, Index channels, bool masked)
{
    return std::make_unique<GlobalAverage>(cells, channels, masked);
}

std::unique_ptr<Kernel> makeGlobalMaximumKernel(Index cells, Index channels)
{
    return std::make_unique<GlobalMaximum>(cells, channels);
}

} // namespace lamina
