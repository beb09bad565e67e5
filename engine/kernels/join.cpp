#include "engine/kernels/join.h"

#include "engine/kernels/clones.h"

#include <algorithm>
#include <array>
#include <numeric>

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

// How an input lies over the output, whose axes are merged as far as all inputs allow: where each run of the
// last merged axis begins, and whether the input moves along within it.
struct Operand {
    Index elements = 0; // of one sample
    bool whole = false; // as large as the output
    bool runs = true;
    std::vector<Index> starts;
};

class JoinKernel final : public Kernel {
public:
    JoinKernel(JoinKind kind, std::span<const Shape> inputs, const Shape& output)
        : m_kind(kind), m_elements(output.elements())
    {
        for (const Shape& shape : inputs)
            m_operands.push_back(
                {.elements = shape.elements(), .whole = shape.elements() == m_elements, .starts = {}});
        m_allWhole = std::all_of(m_operands.begin(), m_operands.end(),
                                 [](const Operand& operand) { return operand.whole; });
        layOut(inputs, output);
    }

    bool backwardReadsInput() const override
    {
        return m_kind == JoinKind::Multiply || m_kind == JoinKind::Maximum || m_kind == JoinKind::Minimum;
    }
    bool backwardReadsOutput() const override { return false; }
    bool inPlace() const override { return m_operands[0].whole; }

    void forward(const Pass& p) const override
    {
        forEachBlock(p.samples, [&](Index sample, Index run, Index from, Index count) {
            join(p, sample, run, from, count, p.y[0] + sample * m_elements + run * m_run + from);
        });
    }

    // The first input's gradient may lie where dy lies, so within a block it is written last.
    void backward(const Pass& p) const override
    {
        for (std::size_t i = 0; i < m_operands.size(); ++i)
            if (p.dx[i] && !m_operands[i].whole)
                std::fill_n(p.dx[i], p.samples * m_operands[i].elements, 0.0F);
        forEachBlock(p.samples, [&](Index sample, Index run, Index from, Index count) {
            const float* dy = p.dy[0] + sample * m_elements + run * m_run + from;
            if (m_kind == JoinKind::Maximum || m_kind == JoinKind::Minimum)
                backwardOfExtreme(p, dy, sample, run, from, count);
            else
                backwardOfSmooth(p, dy, sample, run, from, count);
        });
    }

private:
    void layOut(std::span<const Shape> inputs, const Shape& output)
    {
        struct Axis {
            Index size;
            std::vector<bool> moves; // by input
        };
        std::vector<Axis> axes; // the last first
        for (int back = 1; back <= output.rank(); ++back) {
            if (output[-back] == 1)
                continue;
            Axis axis{output[-back], {}};
            for (const Shape& shape : inputs)
                axis.moves.push_back(back <= shape.rank() && shape[-back] != 1);
            if (!axes.empty() && axes.back().moves == axis.moves)
                axes.back().size *= axis.size;
            else
                axes.push_back(std::move(axis));
        }
        m_run = axes.empty() ? 1 : axes[0].size;
        m_runs = m_run > 0 ? m_elements / m_run : 0;
        for (std::size_t i = 0; i < m_operands.size(); ++i) {
            Operand& operand = m_operands[i];
            operand.runs = axes.empty() || axes[0].moves[i];
            operand.starts.resize(static_cast<std::size_t>(m_runs));
            for (Index run = 0; run < m_runs; ++run) {
                Index rest = run;
                Index stride = operand.runs ? m_run : 1;
                Index start = 0;
                for (std::size_t a = 1; a < axes.size(); ++a) {
                    if (axes[a].moves[i]) {
                        start += rest % axes[a].size * stride;
                        stride *= axes[a].size;
                    }
                    rest /= axes[a].size;
                }
                operand.starts[static_cast<std::size_t>(run)] = start;
            }
        }
    }

    template <typename Work>
    void forEachBlock(Index samples, const Work& work) const
    {
        if (m_allWhole) { // the samples lie side by side: one long run
            for (Index from = 0; from < samples * m_elements; from += blockSize)
                work(0, 0, from, std::min(blockSize, samples * m_elements - from));
            return;
        }
        for (Index sample = 0; sample < samples; ++sample)
            for (Index run = 0; run < m_runs; ++run)
                for (Index from = 0; from < m_run; from += blockSize)
                    work(sample, run, from, std::min(blockSize, m_run - from));
    }

    template <typename Number>
    Number* at(Number* const base, std::size_t input, Index sample, Index run, Index from) const
    {
        const Operand& operand = m_operands[input];
        return base + sample * operand.elements + operand.starts[static_cast<std::size_t>(run)]
            + (operand.runs ? from : 0);
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
        const std::size_t last = m_operands.size() - 1;
        const float* first = at(p.x[0], 0, sample, run, from);
        bool runs = m_operands[0].runs;
        for (std::size_t i = 1; i <= last; ++i) {
            float* out = i == last ? y : sum.data();
            apply(first, runs, at(p.x[i], i, sample, run, from), m_operands[i].runs, out, count);
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

    float share() const { return 1.0F / static_cast<float>(m_operands.size()); }

    void give(const Pass& p, std::size_t i, const float* gradient, Index sample, Index run, Index from,
              Index count) const
    {
        float* dx = at(p.dx[i], i, sample, run, from);
        if (m_operands[i].whole) {
            if (dx != gradient)
                std::copy_n(gradient, count, dx);
        } else if (m_operands[i].runs) {
            addTo(dx, gradient, count);
        } else {
            *dx += total(gradient, count);
        }
    }

    void backwardOfSmooth(const Pass& p, const float* dy, Index sample, Index run, Index from,
                          Index count) const
    {
        std::array<float, blockSize> gradient;
        for (std::size_t i = m_operands.size(); i-- > 0;) {
            if (!p.dx[i])
                continue;
            const float* mine = gradient.data();
            if (m_kind == JoinKind::Average)
                scale(dy, share(), gradient.data(), count);
            else if (m_kind == JoinKind::Subtract && i == 1)
                scale(dy, -1, gradient.data(), count);
            else
                mine = dy;
            for (std::size_t other = 0; m_kind == JoinKind::Multiply && other < m_operands.size(); ++other)
                if (other != i) {
                    products(mine, true, at(p.x[other], other, sample, run, from), m_operands[other].runs,
                             gradient.data(), count);
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
        for (std::size_t i = 0; i < m_operands.size(); ++i) {
            claim(at(p.x[i], i, sample, run, from), m_operands[i].runs, extreme.data(), arriving.data(),
                  taken.data(), gradient.data(), count);
            if (p.dx[i])
                give(p, i, gradient.data(), sample, run, from, count);
        }
    }

    JoinKind m_kind;
    Index m_elements;
    Index m_run = 1; // numbers in a run
    Index m_runs = 1; // in a sample
    bool m_allWhole = false;
    std::vector<Operand> m_operands;
};
} // namespace

std::optional<Shape> broadcast(const Shape& a, const Shape& b)
{
    std::vector<Index> sizes(static_cast<std::size_t>(std::max(a.rank(), b.rank())));
    for (int back = 1; back <= static_cast<int>(sizes.size()); ++back) {
        const Index first = back <= a.rank() ? a[-back] : 1;
        const Index second = back <= b.rank() ? b[-back] : 1;
        if (first != second && first != 1 && second != 1)
            return std::nullopt;
        sizes[sizes.size() - static_cast<std::size_t>(back)] = first == 1 ? second : first;
    }
    return Shape(std::move(sizes));
}

std::unique_ptr<Kernel> makeJoinKernel(JoinKind kind, std::span<const Shape> inputs, const Shape& output)
{
    return std::make_unique<JoinKernel>(kind, inputs, output);
}

} // namespace lamina
