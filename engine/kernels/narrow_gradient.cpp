// Compiled with -O2 whatever the build, like panel_product.cpp and for the same reason.
#include "engine/kernels/narrow_gradient.h"

#include "engine/kernels/clones.h"
#include "engine/kernels/eight.h"
#include "engine/kernels/onednn.h"

#include <algorithm>

namespace lamina {

namespace {
constexpr Index width = 16; // output channels at a time
constexpr Index ahead = 32;
constexpr Index together = 64; // columns, so that what is read of dy stays in the nearest cache

// Columns of one row of y: kernel[tap][0 … width) += sum over its columns. The sums of a row begin at 0, so
// that rounding grows with the number of rows and that of columns, not with their product. Taps: Runs of Run
// that stand one after the other.
template <typename Register, int Runs, int Run>
[[gnu::always_inline]] inline void tile(const float* __restrict x, const Index* taps, Index across,
                                        const float* __restrict dy, Index out, Index columns,
                                        float* __restrict kernel)
{
    constexpr int count = Runs * Run;
    Sixteen<Register> sums[count] = {};
    for (Index column = 0; column < columns; ++column) {
        Sixteen<Register> row;
        row.from(dy + column * out);
        __builtin_prefetch(dy + (column + ahead) * out); // dy comes from memory, and this is all its reading
#pragma GCC unroll 9
        for (int r = 0; r < Runs; ++r) {
            const float* run = x + taps[r * Run] + column * across;
#pragma GCC unroll 9
            for (int t = 0; t < Run; ++t)
                sums[r * Run + t].add(run[t], row);
        }
    }
#pragma GCC unroll 27
    for (int t = 0; t < count; ++t) {
        Sixteen<Register> sum;
        sum.from(kernel + t * out);
        sum.add(sums[t]);
        sum.to(kernel + t * out);
    }
}

// As many weights at a time as have their sums in registers.
template <typename Register, int Runs, int Run>
[[gnu::always_inline]] inline void addTiles(const float* x, const Index* taps, Index tapCount, Index across,
                                            const float* dy, Index out, Index columns, float* kernel)
{
    constexpr Index tallest = Runs * Run;
    for (Index first = 0; first < columns; first += together)
        for (Index j = 0; j < out; j += width) {
            const Index count = std::min(together, columns - first);
            const float* from = x + first * across;
            const float* gradient = dy + first * out + j;
            float* into = kernel + j;
            Index tap = 0;
            for (; tap + tallest <= tapCount; tap += tallest)
                tile<Register, Runs, Run>(from, taps + tap, across, gradient, out, count, into + tap * out);
            for (; tap + 3 <= tapCount; tap += 3)
                tile<Register, 3, 1>(from, taps + tap, across, gradient, out, count, into + tap * out);
            for (; tap < tapCount; ++tap)
                tile<Register, 1, 1>(from, taps + tap, across, gradient, out, count, into + tap * out);
        }
}

LAMINA_CLONES void addRow(const float* x, const Index* taps, Index tapCount, Index across, const float* dy,
                          Index out, Index columns, float* kernel)
{
    addTiles<Vec, 6, 1>(x, taps, tapCount, across, dy, out, columns, kernel);
}

LAMINA_WIDE void addRowWide(const float* x, const Index* taps, Index tapCount, Index across, const float* dy,
                            Index out, Index columns, float* kernel)
{
    addTiles<Wide, 8, 1>(x, taps, tapCount, across, dy, out, columns, kernel);
}

// 3 × 3 of three colours at once.
LAMINA_WIDE void addRowOfColours(const float* x, const Index* taps, Index tapCount, Index across,
                                 const float* dy, Index out, Index columns, float* kernel)
{
    addTiles<Wide, 3, 9>(x, taps, tapCount, across, dy, out, columns, kernel);
}

LAMINA_CLONES void addBias(const float* dy, Index out, Index columns, float* bias)
{
    for (Index j = 0; j < out; j += width) {
        float sums[width] = {};
        for (Index column = 0; column < columns; ++column)
            for (Index i = 0; i < width; ++i)
                sums[i] += dy[column * out + j + i];
        for (Index i = 0; i < width; ++i)
            bias[j + i] += sums[i];
    }
}
} // namespace

bool NarrowGradient::serves(const ConvolutionGeometry& g)
{
    return g.groups == 1 && g.in <= 4 && g.out % width == 0;
}

NarrowGradient::NarrowGradient(const ConvolutionGeometry& g)
    : m_x(g.height * g.width * g.in), m_pictureHeight(g.height), m_pictureWidth(g.width),
      m_top(g.rows.before), m_left(g.columns.before), m_height(g.height + g.rows.before + g.rows.after),
      m_width(g.width + g.columns.before + g.columns.after), m_in(g.in), m_out(g.out), m_rows(g.rows.output),
      m_columns(g.columns.output), m_down(g.strideHeight * m_width * g.in), m_across(g.strideWidth * g.in),
      m_padded(m_height > g.height || m_width > g.width)
{
    for (Index row = 0; row < g.kernelHeight; ++row)
        for (Index column = 0; column < g.kernelWidth; ++column)
            for (Index channel = 0; channel < g.in; ++channel)
                m_taps.push_back((row * g.dilationHeight * m_width + column * g.dilationWidth) * g.in
                                 + channel);
}

const float* NarrowGradient::padded(const float* x, float* scratch) const
{
    if (!m_padded)
        return x;
    const Index line = m_pictureWidth * m_in;
    std::fill_n(scratch, m_height * m_width * m_in, 0.0F);
    for (Index row = 0; row < m_pictureHeight; ++row)
        std::copy_n(x + row * line, line, scratch + ((m_top + row) * m_width + m_left) * m_in);
    return scratch;
}

void NarrowGradient::run(const float* x, const float* dy, Index samples, float* kernel, float* bias,
                         float* scratch) const
{
    const auto taps = static_cast<Index>(m_taps.size());
    const bool threeRuns = taps == 27 && m_taps[8] == 8 && m_taps[26] == m_taps[18] + 8;
    const auto add = !onednn::hasWideRegisters() ? addRow : threeRuns ? addRowOfColours : addRowWide;
    std::fill_n(kernel, taps * m_out, 0.0F);
    if (bias)
        std::fill_n(bias, m_out, 0.0F);
    for (Index sample = 0; sample < samples; ++sample) {
        const float* picture = padded(x + sample * m_x, scratch);
        for (Index row = 0; row < m_rows; ++row) {
            const float* gradient = dy + (sample * m_rows + row) * m_columns * m_out;
            add(picture + row * m_down, m_taps.data(), taps, m_across, gradient, m_out, m_columns, kernel);
            if (bias)
                addBias(gradient, m_out, m_columns, bias);
        }
    }
}

} // namespace lamina
