#include "engine/kernels/recurrent_kernel.h"

#include "engine/kernels/activation.h"
#include "engine/kernels/clones.h"
#include "engine/kernels/panel_product.h"
#include "engine/kernels/product.h"

#include <algorithm>

namespace lamina {

namespace {
LAMINA_CLONES void addRow(const float* row, float* sums, Index count)
{
    for (Index j = 0; j < count; ++j)
        sums[j] += row[j];
}

LAMINA_CLONES void multiply(const float* a, const float* b, float* product, Index count)
{
    for (Index i = 0; i < count; ++i)
        product[i] = a[i] * b[i];
}

LAMINA_CLONES void addMultiplied(const float* a, const float* b, float* sum, Index count)
{
    for (Index i = 0; i < count; ++i)
        sum[i] += a[i] * b[i];
}

bool drops(double rate)
{
    return rate > 0 && rate < 1; // Keras takes both ends for none
}

RecurrentGeometry adapted(RecurrentGeometry geometry, bool training)
{
    if (!training || !drops(geometry.dropout))
        geometry.dropout = 0;
    if (!training || !drops(geometry.recurrentDropout))
        geometry.recurrentDropout = 0;
    return geometry;
}

// Keras computes a layer like this by other code, where the inputs' dropout is drawn for each step instead of
// once for all.
bool isStandard(const RecurrentGeometry& g)
{
    return g.cell != RecurrentCell::Simple && g.activation == ActivationKind::Tanh
        && g.recurrentActivation == ActivationKind::Sigmoid && g.recurrentDropout == 0 && g.bias
        && (g.cell == RecurrentCell::Lstm || g.resetAfter);
}

// What one call needs, in floats, in the order of RecurrentFrame.
struct Sizes {
    Index x, z, pre, h, c, a, q, keep;
    Index saved() const { return x + z + pre + h + c + a + q + keep; }
};

Sizes sizesOf(const RecurrentGeometry& g, Index samples, bool keepsSums, std::size_t inputs,
              std::size_t blocks)
{
    const Index rows = g.steps * samples;
    const Index states = (g.steps + 1) * samples * g.units;
    const bool lstm = g.cell == RecurrentCell::Lstm;
    return {.x = rows * g.in * static_cast<Index>(g.dropout > 0 ? inputs : 1),
            .z = rows * g.gates() * g.units,
            .pre = keepsSums ? rows * g.gates() * g.units : 0,
            .h = states,
            .c = lstm ? states : 0,
            .a = lstm ? rows * g.units : 0,
            .q = g.cell == RecurrentCell::Gru ? rows * g.units : 0,
            .keep = g.recurrentDropout > 0 ? static_cast<Index>(blocks) * samples * g.units : 0};
}
} // namespace

void columnSums(const float* m, Index rows, Index columns, Index stride, float* c)
{
    std::fill_n(c, columns, 0.0F);
    for (Index row = 0; row < rows; ++row)
        addRow(m + row * stride, c, columns);
}

RecurrentKernel::RecurrentKernel(const RecurrentGeometry& geometry, const KernelRequest& request)
    : m_g(adapted(geometry, request.training)), m_samples(request.samples), m_training(request.training),
      m_keepsSums(request.training
                  && (backwardNeedsInput(m_g.activation) || backwardNeedsInput(m_g.recurrentActivation))),
      m_dropsSteps(isStandard(geometry))
{
}

void RecurrentKernel::setBlocks(std::vector<Block> blocks)
{
    const auto gateByGate = [this] {
        std::vector<Block> gates;
        for (Index g = 0; g < m_g.gates(); ++g)
            gates.push_back({g * m_g.units, m_g.units});
        return gates;
    };
    const bool apart = m_g.recurrentDropout > 0;
    m_blocks = apart ? gateByGate() : std::move(blocks);
    m_inputBlocks = apart && m_g.dropout > 0 ? gateByGate() : std::vector<Block>{{0, width()}};
    const auto place = [this](Block& each, Index depth) {
        each.panels = m_packed;
        m_packed += panelFloats(depth, each.columns);
        each.transposed = m_packed;
        m_packed += m_training ? panelFloats(each.columns, depth) : 0;
    };
    for (Block& each : m_inputBlocks)
        place(each, m_g.in);
    for (Block& each : m_blocks)
        place(each, m_g.units);
}

Workspace RecurrentKernel::workspace() const
{
    const Index step = m_samples * m_g.units;
    const Index rows = m_g.steps * m_samples;
    const Index after = std::max(rows * m_g.in, m_g.recurrentDropout > 0 ? rows * m_g.units : 0);
    return {.saved = sizesOf(m_g, m_samples, m_keepsSums, m_inputBlocks.size(), m_blocks.size()).saved(),
            .scratch = 6 * step + 5 * m_g.units + (m_training ? after : 0),
            .packed = m_packed};
}

void RecurrentKernel::pack(std::span<const float* const> parameters, float* packed) const
{
    const auto packAll = [&](const std::vector<Block>& blocks, const float* matrix, Index depth) {
        for (const Block& each : blocks) {
            packPanels(matrix + each.first, depth, each.columns, width(), 1, packed + each.panels);
            if (m_training)
                packPanels(matrix + each.first, each.columns, depth, 1, width(), packed + each.transposed);
        }
    };
    packAll(m_inputBlocks, parameters[0], m_g.in);
    packAll(m_blocks, parameters[1], m_g.units);
}

RecurrentFrame RecurrentKernel::frameOf(const Pass& pass) const
{
    const Sizes sizes = sizesOf(m_g, m_samples, m_keepsSums, m_inputBlocks.size(), m_blocks.size());
    float* next = pass.saved;
    const auto take = [&next](Index size) {
        float* here = size > 0 ? next : nullptr;
        next += size;
        return here;
    };
    RecurrentFrame frame{};
    frame.rows = pass.samples;
    frame.packed = pass.packed;
    frame.bias = m_g.bias ? pass.parameters[2] : nullptr;
    frame.x = take(sizes.x);
    frame.z = take(sizes.z);
    frame.pre = take(sizes.pre);
    frame.h = take(sizes.h);
    frame.c = take(sizes.c);
    frame.a = take(sizes.a);
    frame.q = take(sizes.q);
    frame.keep = take(sizes.keep);
    const Index step = pass.samples * m_g.units;
    next = pass.scratch;
    frame.dropped = take(step);
    frame.dh = take(step);
    frame.dc = take(step);
    frame.spare = take(step);
    next += 2 * step; // see backward()
    frame.row = take(5 * m_g.units);
    return frame;
}

const float* RecurrentKernel::source(const RecurrentFrame& frame, Index t, std::size_t index) const
{
    const Index step = frame.rows * m_g.units;
    const float* h = frame.h + t * step;
    if (!frame.keep)
        return h;
    multiply(h, frame.keep + static_cast<Index>(index) * step, frame.dropped, step);
    return frame.dropped;
}

void RecurrentKernel::addProduct(const RecurrentFrame& frame, std::size_t index, const float* from, float* to,
                                 Index toStride) const
{
    addPanelProduct(from, m_g.units, frame.packed + m_blocks[index].panels, frame.rows, m_g.units,
                    m_blocks[index].columns, to, toStride);
}

void RecurrentKernel::addTransposed(const RecurrentFrame& frame, std::size_t index, const float* from,
                                    Index fromStride, float* to) const
{
    addPanelProduct(from, fromStride, frame.packed + m_blocks[index].transposed, frame.rows,
                    m_blocks[index].columns, m_g.units, to, m_g.units);
}

void RecurrentKernel::addBack(const RecurrentFrame& frame, std::size_t index, const float* from,
                              Index fromStride, float* to) const
{
    if (!frame.keep)
        return addTransposed(frame, index, from, fromStride, to);
    const Index step = frame.rows * m_g.units;
    std::fill_n(frame.dropped, step, 0.0F);
    addTransposed(frame, index, from, fromStride, frame.dropped);
    addMultiplied(frame.dropped, frame.keep + static_cast<Index>(index) * step, to, step);
}

void RecurrentKernel::blockGradient(const RecurrentFrame& frame, std::size_t index, const float* sums,
                                    Index sumsStride, float* kernel) const
{
    const float* from = frame.h;
    if (frame.keep) {
        const Index step = frame.rows * m_g.units;
        float* dropped = frame.row + 5 * m_g.units;
        for (Index t = 0; t < m_g.steps; ++t)
            multiply(frame.h + t * step, frame.keep + static_cast<Index>(index) * step, dropped + t * step,
                     step);
        from = dropped;
    }
    transposedProduct(from, rowsOf(frame), m_g.units, sums, sumsStride, m_blocks[index].columns,
                      kernel + m_blocks[index].first, width());
}

void RecurrentKernel::recurrentGradient(const RecurrentFrame& frame, float* kernel, float* bias) const
{
    if (kernel)
        for (std::size_t b = 0; b < m_blocks.size(); ++b)
            blockGradient(frame, b, frame.z + m_blocks[b].first, width(), kernel);
    if (bias)
        columnSums(frame.z, rowsOf(frame), width(), width(), bias);
}

void RecurrentKernel::startSums(const RecurrentFrame& frame) const
{
    for (Index row = 0; row < rowsOf(frame); ++row)
        if (frame.bias)
            std::copy_n(frame.bias, width(), frame.z + row * width());
        else
            std::fill_n(frame.z + row * width(), width(), 0.0F);
}

std::unique_ptr<Kernel> makeRecurrentKernel(const RecurrentGeometry& geometry, const KernelRequest& request)
{
    switch (geometry.cell) {
    case RecurrentCell::Simple:
        return makeSimpleCell(geometry, request);
    case RecurrentCell::Lstm:
        return makeLstmCell(geometry, request);
    case RecurrentCell::Gru:
        return makeGruCell(geometry, request);
    }
    return nullptr;
}

} // namespace lamina
