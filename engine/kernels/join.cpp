#include "engine/kernels/join.h"

#include "engine/kernels/broadcast.h"
#include "engine/kernels/clones.h"

#include <algorithm>
#include <array>

namespace lamina {

namespace {
constexpr Index blockSize = 512; // numbers worked on at a time: they stay in the nearest cache

// out = op(a, b); an operand that does not run is one number for the whole block.
template <typename Op>
[[gnu::always_inline]] inline void combine(const float* a, bool aRuns, const float* b, bool bRuns, float* out,
                                           Index count, Op op)
{
    if (aRuns && bRuns) {
        for (Index i = 0; i < count; ++i)
            out[i] = op(a[i], b[i]);
    } else if (aRuns) {
        const float second = *b;
        for (Index i = 0; i < count; ++i)
            out[i] = op(a[i], second);
    } else {
        const float first = *a;
        for (Index i = 0; i < count; ++i)
            out[i] = op(first, bRuns ? b[i] : *b);
    }
}

LAMINA_CLONES void sums(const float* a, bool aRuns, const float* b, bool bRuns, float* out, Index n)
{
    combine(a, aRuns, b, bRuns, out, n, [](float x, float y) { return x + y; });
}

LAMINA_CLONES void differences(const float* a, bool aRuns, const float* b, bool bRuns, float* out, Index n)
{
    combine(a, aRuns, b, bRuns, out, n, [](float x, float y) { return x - y; });
}

LAMINA_CLONES void products(const float* a, bool aRuns, const float* b, bool bRuns, float* out, Index n)
{
    combine(a, aRuns, b, bRuns, out, n, [](float x, float y) { return x * y; });
}

// Written so that a not-a-number on either side stays visible.
LAMINA_CLONES void larger(const float* a, bool aRuns, const float* b, bool bRuns, float* out, Index n)
{
    combine(a, aRuns, b, bRuns, out, n, [](float x, float y) { return x >= y || x != x ? x : y; });
}

LAMINA_CLONES void smaller(const float* a, bool aRuns, const float* b, bool bRuns, float* out, Index n)
{
    combine(a, aRuns, b, bRuns, out, n, [](float x, float y) { return x <= y || x != x ? x : y; });
}

LAMINA_CLONES void scale(const float* from, float factor, float* to, Index n)
{
    for (Index i = 0; i < n; ++i)
        to[i] = from[i] * factor;
}

LAMINA_CLONES void addTo(float* into, const float* values, Index n)
{
    for (Index i = 0; i < n; ++i)
        into[i] += values[i];
}

// Gives the block's dy to x where it is the extreme and no earlier input took it: taken becomes 1 there.
LAMINA_CLONES void claim(const float* x, bool runs, const float* extreme, const float* dy, float* taken,
                         float* gradient, Index n)
{
    for (Index i = 0; i < n; ++i) {
        const bool mine = (runs ? x[i] : *x) == extreme[i] && taken[i] == 0.0F;
        gradient[i] = mine ? dy[i] : 0.0F;
        taken[i] = mine ? 1.0F : taken[i];
    }
}

// In a fixed order, eight sums side by side.
LAMINA_CLONES float total(const float* values, Index n)
{
    std::array<float, 8> lanes{};
    Index i = 0;
    for (; i + 8 <= n; i += 8)
        for (std::size_t k = 0; k < 8; ++k)
            lanes[k] += values[i + static_cast<Index>(k)];
    for (std::size_t k = 0; i < n; ++i, ++k)
        lanes[k] += values[i];
    return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

class JoinKernel final : public Kernel {
public:
    JoinKernel(JoinKind kind, std::span<const Shape> inputs, const Shape& output)
        : m_kind(kind), m_elements(output.elements()), m_layout(layOutRuns(inputs, output)),
          m_allWhole(std::ranges::all_of(m_layout.operands, &BroadcastOperand::whole))
    {
    }

    bool backwardReadsInput() const override
    {
        return m_kind == JoinKind::Multiply || m_kind == JoinKind::Maximum || m_kind == JoinKind::Minimum;
    }
    bool backwardReadsOutput() const override { return false; }
    bool inPlace() const override { return m_layout.operands[0].whole; }

    void forward(const Pass& p) const override
    {
        forEachBlock(p.samples, [&](Index sample, Index run, Index from, Index count) {
            join(p, sample, run, from, count, p.y[0] + sample * m_elements + run * m_layout.run + from);
        });
    }

    // The first input's gradient may lie where dy lies, so within a block it is written last.
    void backward(const Pass& p) const override
    {
        for (std::size_t i = 0; i < m_layout.operands.size(); ++i)
            if (p.dx[i] && !m_layout.operands[i].whole)
                std::fill_n(p.dx[i], p.samples * m_layout.operands[i].elements, 0.0F);
        forEachBlock(p.samples, [&](Index sample, Index run, Index from, Index count) {
            const float* dy = p.dy[0] + sample * m_elements + run * m_layout.run + from;
            if (m_kind == JoinKind::Maximum || m_kind == JoinKind::Minimum)
                backwardOfExtreme(p, dy, sample, run, from, count);
            else
                backwardOfSmooth(p, dy, sample, run, from, count);
        });
    }

private:
    template <typename Work>
    void forEachBlock(Index samples, const Work& work) const
    {
        if (m_allWhole) { // the samples lie side by side: one long run
            for (Index from = 0; from < samples * m_elements; from += blockSize)
                work(0, 0, from, std::min(blockSize, samples * m_elements - from));
            return;
        }
        for (Index sample = 0; sample < samples; ++sample)
            for (Index run = 0; run < m_layout.runs; ++run)
                for (Index from = 0; from < m_layout.run; from += blockSize)
                    work(sample, run, from, std::min(blockSize, m_layout.run - from));
    }

    template <typename Number>
    Number* at(Number* const base, std::size_t input, Index sample, Index run, Index from) const
    {
        const BroadcastOperand& operand = m_layout.operands[input];
        return base + sample * operand.elements + operand.starts[static_cast<std::size_t>(run)]
            + (operand.moves ? from : 0);
    }

    void apply(const float* a, bool aRuns, const float* b, bool bRuns, float* out, Index n) const
    {
        switch (m_kind) {
        case JoinKind::Add:
        case JoinKind::Average:
            return sums(a, aRuns, b, bRuns, out, n);
        case JoinKind::Subtract:
            return differences(a, aRuns, b, bRuns, out, n);
        case JoinKind::Multiply:
            return products(a, aRuns, b, bRuns, out, n);
        case JoinKind::Maximum:
            return larger(a, aRuns, b, bRuns, out, n);
        case JoinKind::Minimum:
            return smaller(a, aRuns, b, bRuns, out, n);
        }
    }

    // All inputs of a block are read before y is written, which may be the memory of several of them.
    void join(const Pass& p, Index sample, Index run, Index from, Index count, float* y) const
    {
        std::array<float, blockSize> sum;
        const std::size_t last = m_layout.operands.size() - 1;
        const float* first = at(p.x[0], 0, sample, run, from);
        bool runs = m_layout.operands[0].moves;
        for (std::size_t i = 1; i <= last; ++i) {
            float* out = i == last ? y : sum.data();
            apply(first, runs, at(p.x[i], i, sample, run, from), m_layout.operands[i].moves, out, count);
            first = out;
            runs = true;
        }
        if (last == 0 && runs)
            std::copy_n(first, count, y);
        else if (last == 0)
            std::fill_n(y, count, *first);
        if (m_kind == JoinKind::Average)
            scale(y, share(), y, count);
    }

    float share() const { return 1.0F / static_cast<float>(m_layout.operands.size()); }

    void give(const Pass& p, std::size_t i, const float* gradient, Index sample, Index run, Index from,
              Index count) const
    {
        float* dx = at(p.dx[i], i, sample, run, from);
        if (m_layout.operands[i].whole) {
            if (dx != gradient)
                std::copy_n(gradient, count, dx);
        } else if (m_layout.operands[i].moves) {
            addTo(dx, gradient, count);
        } else {
            *dx += total(gradient, count);
        }
    }

    void backwardOfSmooth(const Pass& p, const float* dy, Index sample, Index run, Index from,
                          Index count) const
    {
        std::array<float, blockSize> gradient;
        for (std::size_t i = m_layout.operands.size(); i-- > 0;) {
            if (!p.dx[i])
                continue;
            const float* mine = gradient.data();
            if (m_kind == JoinKind::Average)
                scale(dy, share(), gradient.data(), count);
            else if (m_kind == JoinKind::Subtract && i == 1)
                scale(dy, -1, gradient.data(), count);
            else
                mine = dy;
            for (std::size_t other = 0; m_kind == JoinKind::Multiply && other < m_layout.operands.size();
                 ++other)
                if (other != i) {
                    products(mine, true, at(p.x[other], other, sample, run, from),
                             m_layout.operands[other].moves, gradient.data(), count);
                    mine = gradient.data();
                }
            give(p, i, mine, sample, run, from, count);
        }
    }

    void backwardOfExtreme(const Pass& p, const float* dy, Index sample, Index run, Index from,
                           Index count) const
    {
        std::array<float, blockSize> extreme;
        std::array<float, blockSize> taken{};
        std::array<float, blockSize> arriving;
        std::array<float, blockSize> gradient;
        std::copy_n(dy, count, arriving.data());
        join(p, sample, run, from, count, extreme.data());
        for (std::size_t i = 0; i < m_layout.operands.size(); ++i) {
            claim(at(p.x[i], i, sample, run, from), m_layout.operands[i].moves, extreme.data(),
                  arriving.data(), taken.data(), gradient.data(), count);
            if (p.dx[i])
                give(p, i, gradient.data(), sample, run, from, count);
        }
    }

    JoinKind m_kind;
    Index m_elements;
    BroadcastRuns m_layout;
    bool m_allWhole;
};
} // namespace

std::unique_ptr<Kernel> makeJoinKernel(JoinKind kind, std::span<const Shape> inputs, const Shape& output)
{
    return std::make_unique<JoinKernel>(kind, inputs, output);
}

} // namespace lamina
