#include "engine/kernels/upsampling.h"

#include "engine/kernels/clones.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lamina {

namespace {
// Rows of cells: what stands between two is (1 - t) · a + t · b.
LAMINA_CLONES void mix(float t, const float* a, const float* b, float* y, Index count)
{
    for (Index i = 0; i < count; ++i)
        y[i] = a[i] + t * (b[i] - a[i]);
}

LAMINA_CLONES void addScaled(float factor, const float* x, float* y, Index count)
{
    for (Index i = 0; i < count; ++i)
        y[i] += factor * x[i];
}

class NearestKernel final : public Kernel {
public:
    NearestKernel(const Shape& x, Index rowFactor, Index columnFactor)
        : m_height(x[0]), m_width(x[1]), m_channels(x[2]), m_rows(rowFactor), m_columns(columnFactor)
    {
    }
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }
    Workspace workspace() const override { return {.scratch = outputRow()}; }

    void forward(const Pass& p) const override
    {
        const float* x = p.x[0];
        float* y = p.y[0];
        for (Index row = 0; row < p.samples * m_height; ++row, x += m_width * m_channels) {
            const float* first = y;
            for (Index w = 0; w < m_width; ++w)
                for (Index i = 0; i < m_columns; ++i)
                    y = std::copy_n(x + w * m_channels, m_channels, y);
            for (Index i = 1; i < m_rows; ++i)
                y = std::copy_n(first, outputRow(), y);
        }
    }

    void backward(const Pass& p) const override
    {
        const float* dy = p.dy[0];
        float* dx = p.dx[0];
        for (Index row = 0; dx && row < p.samples * m_height; ++row) {
            std::fill_n(p.scratch, outputRow(), 0.0F);
            for (Index i = 0; i < m_rows; ++i, dy += outputRow())
                addScaled(1, dy, p.scratch, outputRow());
            const float* sums = p.scratch;
            for (Index w = 0; w < m_width; ++w, dx += m_channels) {
                std::fill_n(dx, m_channels, 0.0F);
                for (Index i = 0; i < m_columns; ++i, sums += m_channels)
                    addScaled(1, sums, dx, m_channels);
            }
        }
    }

private:
    Index outputRow() const { return m_width * m_columns * m_channels; }
    Index m_height, m_width, m_channels, m_rows, m_columns;
};

// Between which two cells an output stands, and how near to the second.
struct Between {
    Index first, second;
    float t;
};

std::vector<Between> placesBetween(Index size, Index factor)
{
    std::vector<Between> places;
    for (Index o = 0; o < size * factor; ++o) {
        const double centre = (static_cast<double>(o) + 0.5) / static_cast<double>(factor) - 0.5;
        const double below = std::floor(centre);
        const auto last = static_cast<double>(size - 1);
        places.push_back({.first = static_cast<Index>(std::clamp(below, 0.0, last)),
                          .second = static_cast<Index>(std::clamp(below + 1, 0.0, last)),
                          .t = static_cast<float>(centre - below)});
    }
    return places;
}

class BilinearKernel final : public Kernel {
public:
    BilinearKernel(const Shape& x, Index rowFactor, Index columnFactor)
        : m_height(x[0]), m_width(x[1]), m_channels(x[2]), m_rows(placesBetween(x[0], rowFactor)),
          m_columns(placesBetween(x[1], columnFactor))
    {
    }
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }
    Workspace workspace() const override { return {.scratch = inputRow()}; }

    void forward(const Pass& p) const override
    {
        float* y = p.y[0];
        for (Index n = 0; n < p.samples; ++n) {
            const float* x = p.x[0] + n * m_height * inputRow();
            for (const Between& row : m_rows) {
                mix(row.t, x + row.first * inputRow(), x + row.second * inputRow(), p.scratch, inputRow());
                for (const Between& column : m_columns) {
                    mix(column.t, p.scratch + column.first * m_channels,
                        p.scratch + column.second * m_channels, y, m_channels);
                    y += m_channels;
                }
            }
        }
    }

    void backward(const Pass& p) const override
    {
        if (!p.dx[0])
            return;
        const float* dy = p.dy[0];
        std::fill_n(p.dx[0], p.samples * m_height * inputRow(), 0.0F);
        for (Index n = 0; n < p.samples; ++n) {
            float* dx = p.dx[0] + n * m_height * inputRow();
            for (const Between& row : m_rows) {
                std::fill_n(p.scratch, inputRow(), 0.0F);
                for (const Between& column : m_columns) {
                    addScaled(1 - column.t, dy, p.scratch + column.first * m_channels, m_channels);
                    addScaled(column.t, dy, p.scratch + column.second * m_channels, m_channels);
                    dy += m_channels;
                }
                addScaled(1 - row.t, p.scratch, dx + row.first * inputRow(), inputRow());
                addScaled(row.t, p.scratch, dx + row.second * inputRow(), inputRow());
            }
        }
    }

private:
    Index inputRow() const { return m_width * m_channels; }
    Index m_height, m_width, m_channels;
    std::vector<Between> m_rows, m_columns;
};
} // namespace

std::unique_ptr<Kernel> makeUpsamplingKernel(Interpolation interpolation, const Shape& picture,
                                             Index rowFactor, Index columnFactor)
{
    if (interpolation == Interpolation::Nearest)
        return std::make_unique<NearestKernel>(picture, rowFactor, columnFactor);
    return std::make_unique<BilinearKernel>(picture, rowFactor, columnFactor);
}

} // namespace lamina
