#include "engine/kernels/merge_directions.h"

#include "engine/core/buffer.h"

#include <algorithm>

namespace lamina {

namespace {
class Directions final : public Kernel {
public:
    Directions(const DirectionsGeometry& geometry, const KernelRequest& request)
        : m_g(geometry), m_samples(request.samples)
    {
        for (const std::size_t way : {0U, 1U}) {
            const RecurrentGeometry& g = m_g.directions[way];
            m_kernels[way] = makeRecurrentKernel(g, request);
            m_wants[way] = m_kernels[way]->workspace();
            m_outputs[way] = m_samples * (g.sequences ? g.steps : 1) * g.units;
            m_states[way] = !g.states ? 0 : g.cell == RecurrentCell::Lstm ? 2 : 1;
            m_parameters[way] = g.bias ? 3 : 2;
        }
        m_dx = roundedToCacheLine(m_samples * m_g.directions[0].steps * m_g.directions[0].in);
    }

    // Kept: what each kernel keeps, then both outputs. Free: what the kernels use, then the gradients of both
    // outputs, then that of the inputs from the second.
    Workspace workspace() const override
    {
        const Index outputs = roundedToCacheLine(m_outputs[0]) + roundedToCacheLine(m_outputs[1]);
        return {.saved = savedBefore(2) + outputs,
                .scratch = scratchOfKernels() + outputs + m_dx,
                .packed = m_wants[0].packed + m_wants[1].packed};
    }
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }

    void pack(std::span<const float* const> parameters, float* packed) const override
    {
        m_kernels[0]->pack(parameters.first(m_parameters[0]), packed);
        m_kernels[1]->pack(parameters.subspan(m_parameters[0]), packed + m_wants[0].packed);
    }

    void forward(const Pass& outer) const override
    {
        for (const std::size_t way : {0U, 1U}) {
            std::array<float*, 3> y{output(outer, way)};
            for (std::size_t s = 0; s < m_states[way]; ++s)
                y[1 + s] = outer.y[stateAt(way) + s];
            Pass p = inside(outer, way);
            p.y = y;
            m_kernels[way]->forward(p);
        }
        turn(outer, output(outer, 1));
        merge(outer);
    }

    void backward(const Pass& outer) const override
    {
        float* gradients = outer.scratch + scratchOfKernels();
        const std::array<float*, 2> dy{gradients, gradients + roundedToCacheLine(m_outputs[0])};
        float* dx = dy[1] + roundedToCacheLine(m_outputs[1]);
        part(outer, dy);
        turn(outer, dy[1]);
        for (const std::size_t way : {0U, 1U}) {
            std::array<const float*, 3> dys{dy[way]};
            for (std::size_t s = 0; s < m_states[way]; ++s)
                dys[1 + s] = outer.dy[stateAt(way) + s];
            Pass p = inside(outer, way);
            p.dy = dys;
            float* to = outer.dx[0] && way == 1 ? dx : outer.dx[0];
            p.dx = {&to, 1};
            p.parameterGradients = way == 0 ? outer.parameterGradients.first(m_parameters[0])
                                            : outer.parameterGradients.subspan(m_parameters[0]);
            m_kernels[way]->backward(p);
        }
        const Index count = m_samples * m_g.directions[0].steps * m_g.directions[0].in;
        for (Index i = 0; outer.dx[0] && i < count; ++i)
            outer.dx[0][i] += dx[i];
    }

private:
    Index savedBefore(std::size_t way) const
    {
        Index floats = 0;
        for (std::size_t before = 0; before < way; ++before)
            floats += roundedToCacheLine(m_wants[before].saved);
        return floats;
    }
    Index scratchOfKernels() const
    {
        return roundedToCacheLine(std::max(m_wants[0].scratch, m_wants[1].scratch));
    }
    float* output(const Pass& outer, std::size_t way) const
    {
        return outer.saved + savedBefore(2) + (way == 0 ? 0 : roundedToCacheLine(m_outputs[0]));
    }
    // Where the states of a direction begin among the layer's outputs.
    std::size_t stateAt(std::size_t way) const
    {
        return (m_g.merge == MergeMode::Apart ? 2 : 1) + (way == 0 ? 0 : m_states[0]);
    }

    Pass inside(const Pass& outer, std::size_t way) const
    {
        Pass p = outer;
        p.parameters =
            way == 0 ? outer.parameters.first(m_parameters[0]) : outer.parameters.subspan(m_parameters[0]);
        p.saved = outer.saved + savedBefore(way);
        p.packed = outer.packed + (way == 0 ? 0 : m_wants[0].packed);
        // Each has a dropout of its own.
        p.random = CounterRandom(outer.random.key(), RandomPurpose::Dropout, {way});
        return p;
    }

    // The second's sequence, read from the end, in the order of the steps; or the other way round.
    void turn(const Pass& pass, float* sequence) const
    {
        const RecurrentGeometry& g = m_g.directions[1];
        for (Index n = 0; g.sequences && n < pass.samples; ++n)
            for (Index t = 0; t < g.steps / 2; ++t) {
                float* early = sequence + (n * g.steps + t) * g.units;
                float* late = sequence + (n * g.steps + g.steps - 1 - t) * g.units;
                std::swap_ranges(early, early + g.units, late);
            }
    }

    void merge(const Pass& p) const
    {
        const float* a = output(p, 0);
        const float* b = output(p, 1);
        float* y = p.y[0];
        switch (m_g.merge) {
        case MergeMode::Concat:
            eachRow([&](Index row, Index left, Index right) {
                std::copy_n(a + row * left, left, y + row * (left + right));
                std::copy_n(b + row * right, right, y + row * (left + right) + left);
            });
            return;
        case MergeMode::Sum:
        case MergeMode::Average: {
            const float factor = m_g.merge == MergeMode::Sum ? 1.0F : 0.5F;
            for (Index i = 0; i < m_outputs[0]; ++i)
                y[i] = (a[i] + b[i]) * factor;
            return;
        }
        case MergeMode::Multiply:
            for (Index i = 0; i < m_outputs[0]; ++i)
                y[i] = a[i] * b[i];
            return;
        case MergeMode::Apart:
            std::copy_n(a, m_outputs[0], y);
            std::copy_n(b, m_outputs[1], p.y[1]);
        }
    }

    // Gives each direction the gradient of its output.
    void part(const Pass& p, const std::array<float*, 2>& to) const
    {
        const float* a = output(p, 0);
        const float* b = output(p, 1);
        const float* dy = p.dy[0];
        if (m_g.merge == MergeMode::Apart || !dy) { // outputs that nobody reads have no gradient
            for (const std::size_t way : {0U, 1U}) {
                const float* from = m_g.merge == MergeMode::Apart ? p.dy[way] : nullptr;
                if (from)
                    std::copy_n(from, m_outputs[way], to[way]);
                else
                    std::fill_n(to[way], m_outputs[way], 0.0F);
            }
            return;
        }
        if (m_g.merge == MergeMode::Concat) {
            eachRow([&](Index row, Index left, Index right) {
                std::copy_n(dy + row * (left + right), left, to[0] + row * left);
                std::copy_n(dy + row * (left + right) + left, right, to[1] + row * right);
            });
            return;
        }
        const float factor = m_g.merge == MergeMode::Average ? 0.5F : 1.0F;
        const bool product = m_g.merge == MergeMode::Multiply;
        for (Index i = 0; i < m_outputs[0]; ++i) {
            to[0][i] = product ? dy[i] * b[i] : dy[i] * factor;
            to[1][i] = product ? dy[i] * a[i] : dy[i] * factor;
        }
    }

    template <typename Visit>
    void eachRow(const Visit& visit) const
    {
        const Index left = m_g.directions[0].units;
        const Index right = m_g.directions[1].units;
        for (Index row = 0; row < m_outputs[0] / left; ++row)
            visit(row, left, right);
    }

    DirectionsGeometry m_g;
    Index m_samples;
    std::array<std::unique_ptr<Kernel>, 2> m_kernels;
    std::array<Workspace, 2> m_wants;
    std::array<Index, 2> m_outputs{}; // floats
    std::array<std::size_t, 2> m_states{};
    std::array<std::size_t, 2> m_parameters{};
    Index m_dx = 0;
};
} // namespace

std::unique_ptr<Kernel> makeDirectionsKernel(const DirectionsGeometry& geometry, const KernelRequest& request)
{
    return std::make_unique<Directions>(geometry, request);
}

} // namespace lamina
