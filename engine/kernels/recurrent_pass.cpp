// The way through time and back, from and to the layouts of the samples.
#include "engine/kernels/clones.h"
#include "engine/kernels/panel_product.h"
#include "engine/kernels/product.h"
#include "engine/kernels/recurrent_kernel.h"

#include <algorithm>

namespace lamina {

namespace {
LAMINA_CLONES void add(const float* row, float* sums, Index count)
{
    for (Index j = 0; j < count; ++j)
        sums[j] += row[j];
}

// 0, or what makes up for the share that is left out.
float keepFactor(std::uint64_t key, std::uint64_t position, double rate)
{
    const std::uint64_t bits = mixBits(key + position * 0x9E3779B97F4A7C15ULL);
    return (bits >> 32) >= static_cast<std::uint64_t>(rate * 0x1p32) ? static_cast<float>(1 / (1 - rate))
                                                                     : 0.0F;
}

constexpr std::uint64_t recurrentSalt = 0x100; // keeps the factors of h apart from those of x
} // namespace

float RecurrentKernel::inputKeep(const Pass& pass, std::size_t group, Index sample, Index step, Index i) const
{
    const Index row = pass.firstSample + sample;
    const Index position = m_dropsSteps ? (row * m_g.steps + step) * m_g.in + i : row * m_g.in + i;
    return keepFactor(mixBits(pass.random.key() + 1 + group), static_cast<std::uint64_t>(position),
                      m_g.dropout);
}

// Brings the inputs into the order of time, and their products with the weights into z.
void RecurrentKernel::gather(const Pass& pass, const RecurrentFrame& frame) const
{
    startSums(frame);
    const Index rows = rowsOf(frame);
    for (std::size_t group = 0; group < m_inputBlocks.size(); ++group) {
        float* x = frame.x + static_cast<Index>(group) * rows * m_g.in;
        for (Index t = 0; t < m_g.steps; ++t)
            for (Index n = 0; n < frame.rows; ++n) {
                const float* from = pass.x[0] + (n * m_g.steps + time(t)) * m_g.in;
                float* to = x + (t * frame.rows + n) * m_g.in;
                if (m_g.dropout == 0)
                    std::copy_n(from, m_g.in, to);
                else
                    for (Index i = 0; i < m_g.in; ++i)
                        to[i] = from[i] * inputKeep(pass, group, n, time(t), i);
            }
        const Block& block = m_inputBlocks[group];
        addPanelProduct(x, m_g.in, frame.packed + block.panels, rows, m_g.in, block.columns,
                        frame.z + block.first, width());
    }
}

void RecurrentKernel::forward(const Pass& pass) const
{
    const RecurrentFrame frame = frameOf(pass);
    gather(pass, frame);
    const Index step = frame.rows * m_g.units;
    std::fill_n(frame.h, step, 0.0F);
    if (frame.c)
        std::fill_n(frame.c, step, 0.0F);
    if (frame.keep)
        for (std::size_t b = 0; b < m_blocks.size(); ++b)
            for (Index i = 0; i < step; ++i)
                frame.keep[static_cast<Index>(b) * step + i] = keepFactor(
                    mixBits(pass.random.key() + recurrentSalt + b),
                    static_cast<std::uint64_t>(pass.firstSample * m_g.units + i), m_g.recurrentDropout);
    const float* mask = pass.mask();
    for (Index t = 0; t < m_g.steps; ++t) {
        stepForward(frame, t);
        for (Index n = 0; mask && n < frame.rows; ++n) {
            if (mask[n * m_g.steps + time(t)] != 0)
                continue;
            for (float* state : {frame.h, frame.c})
                if (state)
                    std::copy_n(state + t * step + n * m_g.units, m_g.units,
                                state + (t + 1) * step + n * m_g.units);
        }
    }
    scatter(pass, frame);
}

void RecurrentKernel::scatter(const Pass& pass, const RecurrentFrame& frame) const
{
    const Index step = frame.rows * m_g.units;
    if (m_g.sequences) {
        for (Index n = 0; n < frame.rows; ++n)
            for (Index t = 0; t < m_g.steps; ++t)
                std::copy_n(frame.h + (t + 1) * step + n * m_g.units, m_g.units,
                            pass.y[0] + (n * m_g.steps + t) * m_g.units);
    } else {
        std::copy_n(frame.h + m_g.steps * step, step, pass.y[0]);
    }
    if (!m_g.states)
        return;
    std::copy_n(frame.h + m_g.steps * step, step, pass.y[1]);
    if (frame.c)
        std::copy_n(frame.c + m_g.steps * step, step, pass.y[2]);
}

// What reaches the last states from outside.
void RecurrentKernel::startGradients(const Pass& pass, const RecurrentFrame& frame) const
{
    const Index step = frame.rows * m_g.units;
    const auto given = [&](std::size_t output) {
        return output < pass.dy.size() ? pass.dy[output] : nullptr;
    };
    std::fill_n(frame.dh, step, 0.0F);
    std::fill_n(frame.dc, step, 0.0F);
    if (!m_g.sequences && given(0))
        std::copy_n(given(0), step, frame.dh);
    if (!m_g.states)
        return;
    if (given(1))
        add(given(1), frame.dh, step);
    if (frame.c && given(2))
        add(given(2), frame.dc, step);
}

void RecurrentKernel::backward(const Pass& pass) const
{
    const RecurrentFrame frame = frameOf(pass);
    const Index step = frame.rows * m_g.units;
    float* carriedH = frame.spare + step;
    float* carriedC = carriedH + step;
    const float* mask = pass.mask();
    startGradients(pass, frame);
    for (Index t = m_g.steps - 1; t >= 0; --t) {
        if (m_g.sequences && pass.dy[0])
            for (Index n = 0; n < frame.rows; ++n)
                add(pass.dy[0] + (n * m_g.steps + t) * m_g.units, frame.dh + n * m_g.units, m_g.units);
        const auto forMasked = [&](const auto& visit) {
            for (Index n = 0; mask && n < frame.rows; ++n)
                if (mask[n * m_g.steps + time(t)] == 0)
                    visit(n * m_g.units);
        };
        // Around a masked step the gradient goes as it is; through it, none.
        forMasked([&](Index at) {
            std::copy_n(frame.dh + at, m_g.units, carriedH + at);
            std::copy_n(frame.dc + at, m_g.units, carriedC + at);
            std::fill_n(frame.dh + at, m_g.units, 0.0F);
            std::fill_n(frame.dc + at, m_g.units, 0.0F);
        });
        stepBackward(frame, t);
        forMasked([&](Index at) {
            std::copy_n(carriedH + at, m_g.units, frame.dh + at);
            std::copy_n(carriedC + at, m_g.units, frame.dc + at);
        });
    }
    if (float* kernel = pass.parameterGradients[0])
        for (std::size_t group = 0; group < m_inputBlocks.size(); ++group)
            transposedProduct(frame.x + static_cast<Index>(group) * rowsOf(frame) * m_g.in, rowsOf(frame),
                              m_g.in, frame.z + m_inputBlocks[group].first, width(),
                              m_inputBlocks[group].columns, kernel + m_inputBlocks[group].first, width());
    recurrentGradient(frame, pass.parameterGradients[1], m_g.bias ? pass.parameterGradients[2] : nullptr);
    if (pass.dx[0])
        inputGradient(pass, frame, pass.dx[0]);
}

void RecurrentKernel::inputGradient(const Pass& pass, const RecurrentFrame& frame, float* dx) const
{
    float* byTime = frame.row + 5 * m_g.units;
    std::fill_n(dx, rowsOf(frame) * m_g.in, 0.0F);
    for (std::size_t group = 0; group < m_inputBlocks.size(); ++group) {
        const Block& block = m_inputBlocks[group];
        std::fill_n(byTime, rowsOf(frame) * m_g.in, 0.0F);
        addPanelProduct(frame.z + block.first, width(), frame.packed + block.transposed, rowsOf(frame),
                        block.columns, m_g.in, byTime, m_g.in);
        for (Index t = 0; t < m_g.steps; ++t)
            for (Index n = 0; n < frame.rows; ++n) {
                const float* from = byTime + (t * frame.rows + n) * m_g.in;
                float* to = dx + (n * m_g.steps + time(t)) * m_g.in;
                if (m_g.dropout == 0)
                    add(from, to, m_g.in);
                else
                    for (Index i = 0; i < m_g.in; ++i)
                        to[i] += from[i] * inputKeep(pass, group, n, time(t), i);
            }
    }
}

} // namespace lamina
