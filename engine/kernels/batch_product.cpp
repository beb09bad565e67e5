#include "engine/kernels/batch_product.h"

#include "engine/kernels/onednn.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lamina {

namespace {
using namespace onednn;

constexpr float least = 1e-12F; // Keras' floor for a squared length

// One of the two factors: [before, k, behind] for each sample, taken as rows of k numbers.
struct Factor {
    Index before;
    Index sum;
    Index behind;

    Index rows() const { return before * behind; }
    Index elements() const { return rows() * sum; }
    // The rows lie one after the other, or side by side; else they must be brought into order.
    bool ordered() const { return behind == 1 || before == 1; }
    Tag tag() const { return behind == 1 ? Tag::abc : Tag::acb; }
    // of number k of a row
    Index place(Index row, Index k) const { return (row / behind * sum + k) * behind + row % behind; }
};

Execution product(const dnnl::memory::desc& a, const dnnl::memory::desc& b, const dnnl::memory::desc& y)
{
    const dnnl::matmul::primitive_desc description({a, b, y}, attributes(), cpu());
    return Execution(dnnl::matmul(description), {{DNNL_ARG_SRC, a}, {DNNL_ARG_WEIGHTS, b}, {DNNL_ARG_DST, y}},
                     description.scratchpad_desc());
}

Tag turned(Tag tag)
{
    return tag == Tag::abc ? Tag::acb : Tag::abc;
}

class BatchProduct final : public Kernel {
public:
    BatchProduct(const BatchProductGeometry& g, const KernelRequest& request)
        : m_a{g.aBefore, g.sum, g.aBehind}, m_b{g.bBefore, g.sum, g.bBehind}, m_samples(request.samples),
          m_training(request.training), m_normalize(g.normalize),
          m_copies(g.normalize || !m_a.ordered() || !m_b.ordered())
    {
        const Index m = m_a.rows();
        const Index n = m_b.rows();
        const Tag aTag = m_copies ? Tag::abc : m_a.tag();
        const Tag bTag = m_copies ? Tag::abc : m_b.tag();
        const auto y = floats({m_samples, m, n}, Tag::abc);
        m_forward =
            product(floats({m_samples, m, g.sum}, aTag), floats({m_samples, g.sum, n}, turned(bTag)), y);
        m_productScratch = m_forward.scratchFloats();
        if (!m_training)
            return;
        m_backwardA = product(y, floats({m_samples, n, g.sum}, bTag), floats({m_samples, m, g.sum}, aTag));
        m_backwardB = product(floats({m_samples, n, m}, Tag::acb), floats({m_samples, m, g.sum}, aTag),
                              floats({m_samples, n, g.sum}, bTag));
        m_productScratch =
            std::max({m_productScratch, m_backwardA.scratchFloats(), m_backwardB.scratchFloats()});
    }

    // saved: both factors in order, and 1 / length of each row.
    Workspace workspace() const override
    {
        const Index elements = m_samples * (m_a.elements() + m_b.elements());
        const Index rows = m_normalize ? m_samples * (m_a.rows() + m_b.rows()) : 0;
        const Index gradients =
            m_copies && m_training ? m_samples * std::max(m_a.elements(), m_b.elements()) : 0;
        return {.saved = m_copies ? elements + rows : 0, .scratch = m_productScratch + gradients};
    }
    bool backwardReadsInput() const override { return !m_copies; }
    bool backwardReadsOutput() const override { return false; }

    void forward(const Pass& p) const override
    {
        if (m_copies) {
            order(m_a, p.x[0], orderedA(p), lengthsA(p));
            order(m_b, p.x[1], orderedB(p), lengthsB(p));
        }
        m_forward.run({a(p), b(p), p.y[0]}, p.scratch);
    }

    void backward(const Pass& p) const override
    {
        give(p, m_backwardA, {p.dy[0], b(p)}, m_a, orderedA(p), lengthsA(p), p.dx[0]);
        give(p, m_backwardB, {p.dy[0], a(p)}, m_b, orderedB(p), lengthsB(p), p.dx[1]);
    }

private:
    float* orderedA(const Pass& p) const { return p.saved; }
    float* orderedB(const Pass& p) const { return p.saved + m_samples * m_a.elements(); }
    float* lengthsA(const Pass& p) const { return orderedB(p) + m_samples * m_b.elements(); }
    float* lengthsB(const Pass& p) const { return lengthsA(p) + m_samples * m_a.rows(); }
    const float* a(const Pass& p) const { return m_copies ? orderedA(p) : p.x[0]; }
    const float* b(const Pass& p) const { return m_copies ? orderedB(p) : p.x[1]; }

    void order(const Factor& factor, const float* x, float* rows, float* lengths) const
    {
        for (Index sample = 0; sample < m_samples; ++sample, x += factor.elements())
            for (Index row = 0; row < factor.rows(); ++row, rows += factor.sum) {
                float squares = 0;
                for (Index k = 0; k < factor.sum; ++k) {
                    rows[k] = x[factor.place(row, k)];
                    squares += rows[k] * rows[k];
                }
                if (!m_normalize)
                    continue;
                const float inverse = 1.0F / std::sqrt(std::max(squares, least));
                for (Index k = 0; k < factor.sum; ++k)
                    rows[k] *= inverse;
                *lengths++ = inverse;
            }
    }

    // With u = x / |x|: dx = (du - u (u · du)) / |x|; where the length stands on its floor, dx = du / floor.
    void give(const Pass& p, const Execution& execution, std::array<const float*, 2> operands,
              const Factor& factor, const float* rows, const float* lengths, float* dx) const
    {
        if (!dx)
            return;
        float* gradients = m_copies ? p.scratch + m_productScratch : dx;
        execution.run({operands[0], operands[1], gradients}, p.scratch);
        if (!m_copies)
            return;
        for (Index sample = 0; sample < m_samples; ++sample, dx += factor.elements())
            for (Index row = 0; row < factor.rows(); ++row, gradients += factor.sum, rows += factor.sum) {
                float scale = 1;
                float along = 0;
                if (m_normalize) {
                    scale = *lengths++;
                    for (Index k = 0; k < factor.sum; ++k)
                        along += rows[k] * gradients[k];
                    if (scale >= 1.0F / std::sqrt(least))
                        along = 0;
                }
                for (Index k = 0; k < factor.sum; ++k)
                    dx[factor.place(row, k)] =
                        scale * (gradients[k] - (m_normalize ? along * rows[k] : 0.0F));
            }
    }

    Factor m_a;
    Factor m_b;
    Index m_samples;
    bool m_training;
    bool m_normalize;
    bool m_copies; // both factors are brought into order first
    Index m_productScratch = 0;
    Execution m_forward;
    Execution m_backwardA;
    Execution m_backwardB;
};
} // namespace

std::unique_ptr<Kernel> makeBatchProductKernel(const BatchProductGeometry& geometry,
                                               const KernelRequest& request)
{
    return std::make_unique<BatchProduct>(geometry, request);
}

} // namespace lamina
