// Max pooling of our own: oneDNN's takes five times what its memory traffic costs.
#include "engine/kernels/clones.h"
#include "engine/kernels/eight.h"
#include "engine/kernels/pooling.h"

#include <algorithm>
#include <cstdint>

namespace lamina {

namespace {
using Which = std::uint8_t; // the cell of a window that was largest
constexpr Which nobody = 255; // none: a relu made them all 0

// The cells of a window that lie in the picture.
struct Cells {
    Index firstRow, endRow, firstColumn, endColumn; // of the picture
    Index top, left; // of the window
};

// One dimension of a picture: where the windows along it begin.
struct Axis {
    Index size, pool, stride, before, output;

    Index begin(Index window) const { return window * stride - before; }
    Index first(Index window) const { return std::max<Index>(begin(window), 0); }
    Index end(Index window) const { return std::min(begin(window) + pool, size); }
    bool overlaps() const { return pool > stride; }
};

struct Picture {
    Axis rows, columns;
    Index channels;

    Cells cells(Index row, Index column) const
    {
        return {rows.first(row),     rows.end(row),   columns.first(column),
                columns.end(column), rows.begin(row), columns.begin(column)};
    }
    Which cell(const Cells& c, Index row, Index column) const
    {
        return static_cast<Which>((row - c.top) * columns.pool + column - c.left);
    }
};

using Lanes = std::int32_t __attribute__((vector_size(32)));
using Bytes = Which __attribute__((vector_size(8)));

[[gnu::always_inline]] inline void largestOfEight(const Picture& p, const Cells& cells, const float* x,
                                                  Vec& best, Lanes& where)
{
    where = Lanes{} + p.cell(cells, cells.firstRow, cells.firstColumn);
    load(best, x + (cells.firstRow * p.columns.size + cells.firstColumn) * p.channels);
    for (Index row = cells.firstRow; row < cells.endRow; ++row)
        for (Index column = cells.firstColumn; column < cells.endColumn; ++column) {
            const Lanes here = Lanes{} + p.cell(cells, row, column);
            Vec value;
            load(value, x + (row * p.columns.size + column) * p.channels);
            where = value > best ? here : where;
            best = value > best ? value : best;
        }
}

template <bool afterRelu>
[[gnu::always_inline]] inline void largestOfEight(const Picture& p, const Cells& cells, const float* x,
                                                  float* y, Which* which)
{
    Vec best;
    Lanes where;
    largestOfEight(p, cells, x, best, where);
    if (afterRelu)
        where = best > 0 ? where : Lanes{} + nobody;
    store(y, best);
    const auto bytes = __builtin_convertvector(where, Bytes);
    store(which, bytes);
}

template <bool afterRelu>
[[gnu::always_inline]] inline void largest(const Picture& p, const Cells& cells, const float* x, float* y,
                                           Which* which)
{
    float best = x[(cells.firstRow * p.columns.size + cells.firstColumn) * p.channels];
    Which where = p.cell(cells, cells.firstRow, cells.firstColumn);
    for (Index row = cells.firstRow; row < cells.endRow; ++row)
        for (Index column = cells.firstColumn; column < cells.endColumn; ++column) {
            const float value = x[(row * p.columns.size + column) * p.channels];
            where = value > best ? p.cell(cells, row, column) : where;
            best = value > best ? value : best;
        }
    *y = best;
    *which = afterRelu && !(best > 0) ? nobody : where;
}

template <bool afterRelu>
[[gnu::always_inline]] inline void poolPicture(const Picture& p, const float* x, float* y, Which* which)
{
    for (Index row = 0; row < p.rows.output; ++row)
        for (Index column = 0; column < p.columns.output; ++column) {
            const Cells cells = p.cells(row, column);
            Index c = 0;
            for (; c + 8 <= p.channels; c += 8)
                largestOfEight<afterRelu>(p, cells, x + c, y + c, which + c);
            for (; c < p.channels; ++c)
                largest<afterRelu>(p, cells, x + c, y + c, which + c);
            y += p.channels;
            which += p.channels;
        }
}

LAMINA_CLONES void pool(const Picture& p, const float* x, float* y, Which* which)
{
    poolPicture<false>(p, x, y, which);
}

LAMINA_CLONES void poolAfterRelu(const Picture& p, const float* x, float* y, Which* which)
{
    poolPicture<true>(p, x, y, which);
}

template <bool adds>
[[gnu::always_inline]] inline void giveBackEight(const Picture& p, const Cells& cells, const float* dy,
                                                 const Which* which, float* dx)
{
    Vec gradient;
    Bytes bytes;
    load(gradient, dy);
    load(bytes, which);
    const auto where = __builtin_convertvector(bytes, Lanes);
    for (Index row = cells.firstRow; row < cells.endRow; ++row)
        for (Index column = cells.firstColumn; column < cells.endColumn; ++column) {
            float* into = dx + (row * p.columns.size + column) * p.channels;
            Vec share = where == p.cell(cells, row, column) ? gradient : Vec{};
            if (adds) {
                Vec before;
                load(before, into);
                share += before;
            }
            store(into, share);
        }
}

template <bool adds>
[[gnu::always_inline]] inline void giveBack(const Picture& p, const Cells& cells, float dy, Which which,
                                            float* dx)
{
    for (Index row = cells.firstRow; row < cells.endRow; ++row)
        for (Index column = cells.firstColumn; column < cells.endColumn; ++column) {
            float& into = dx[(row * p.columns.size + column) * p.channels];
            const float share = which == p.cell(cells, row, column) ? dy : 0.0F;
            into = adds ? into + share : share;
        }
}

template <bool adds>
[[gnu::always_inline]] inline void unpoolRow(const Picture& p, Index row, const float* dy, const Which* which,
                                             float* dx)
{
    for (Index column = 0; column < p.columns.output; ++column) {
        const Cells cells = p.cells(row, column);
        Index c = 0;
        for (; c + 8 <= p.channels; c += 8)
            giveBackEight<adds>(p, cells, dy + c, which + c, dx + c);
        for (; c < p.channels; ++c)
            giveBack<adds>(p, cells, dy[c], which[c], dx + c);
        dy += p.channels;
        which += p.channels;
    }
}

// What no window covers is 0. Without overlaps a band of rows is cleared just before its windows are written,
// while it is in the cache, and not at all where they cover it.
LAMINA_CLONES void unpool(const Picture& p, const float* dy, const Which* which, float* dx)
{
    const Index line = p.columns.size * p.channels;
    const bool overlaps = p.rows.overlaps() || p.columns.overlaps();
    const bool covered = p.columns.pool == p.columns.stride && p.columns.before == 0
        && p.columns.output * p.columns.stride >= p.columns.size;
    if (overlaps)
        std::fill_n(dx, p.rows.size * line, 0.0F);
    Index cleared = 0; // rows
    const auto clearTo = [&](Index end) {
        std::fill_n(dx + cleared * line, (end - cleared) * line, 0.0F);
        cleared = end;
    };
    for (Index row = 0; row < p.rows.output; ++row) {
        const float* from = dy + row * p.columns.output * p.channels;
        const Which* whose = which + row * p.columns.output * p.channels;
        if (overlaps) {
            unpoolRow<true>(p, row, from, whose, dx);
            continue;
        }
        clearTo(p.rows.first(row));
        if (covered)
            cleared = p.rows.end(row);
        else
            clearTo(p.rows.end(row));
        unpoolRow<false>(p, row, from, whose, dx);
    }
    if (!overlaps)
        clearTo(p.rows.size);
}

class MaxPoolingKernel final : public Kernel {
public:
    MaxPoolingKernel(const PoolingGeometry& g, const KernelRequest& request)
        : m_picture{.rows = {g.height, g.poolHeight, g.strideHeight, g.rows.before, g.rows.output},
                    .columns = {g.width, g.poolWidth, g.strideWidth, g.columns.before, g.columns.output},
                    .channels = g.channels},
          m_in(g.height * g.width * g.channels), m_out(g.rows.output * g.columns.output * g.channels),
          m_samples(request.samples), m_afterRelu(request.afterRelu)
    {
    }

    // saved: the cell that was largest in each window, a byte each.
    Workspace workspace() const override
    {
        return {.saved = (m_samples * m_out + static_cast<Index>(sizeof(float)) - 1)
                    / static_cast<Index>(sizeof(float))};
    }
    bool undoesRelu() const override { return m_afterRelu; }
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }

    void forward(const Pass& p) const override
    {
        auto* which = reinterpret_cast<Which*>(p.saved);
        for (Index sample = 0; sample < p.samples; ++sample)
            (m_afterRelu ? poolAfterRelu : pool)(m_picture, p.x[0] + sample * m_in, p.y[0] + sample * m_out,
                                                 which + sample * m_out);
    }

    void backward(const Pass& p) const override
    {
        if (!p.dx[0])
            return;
        const auto* which = reinterpret_cast<const Which*>(p.saved);
        for (Index sample = 0; sample < p.samples; ++sample)
            unpool(m_picture, p.dy[0] + sample * m_out, which + sample * m_out, p.dx[0] + sample * m_in);
    }

private:
    Picture m_picture;
    Index m_in;
    Index m_out;
    Index m_samples;
    bool m_afterRelu;
};
} // namespace

bool canPoolBytes(const PoolingGeometry& geometry)
{
    return geometry.poolHeight * geometry.poolWidth <= nobody;
}

std::unique_ptr<Kernel> makeMaxPoolingKernel(const PoolingGeometry& geometry, const KernelRequest& request)
{
    return std::make_unique<MaxPoolingKernel>(geometry, request);
}

} // namespace lamina
