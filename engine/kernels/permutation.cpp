#include "engine/kernels/permutation.h"

#include "engine/kernels/onednn.h"

#include <algorithm>

namespace lamina {

namespace {
using namespace onednn;

class PermutationKernel final : public Kernel {
public:
    PermutationKernel(const std::vector<Index>& dims, const KernelRequest& request)
    {
        // x's steps from cell to cell, axis by axis, and the same axes as y has them.
        const std::vector<Index>& from = request.inputs[0].sizes();
        const std::size_t rank = dims.size();
        std::vector<Index> steps(rank, 1);
        for (std::size_t axis = rank; axis-- > 1;)
            steps[axis - 1] = steps[axis] * from[axis];
        const Index elements = request.inputs[0].elements();
        dnnl::memory::dims sizes{request.samples};
        dnnl::memory::dims xSteps{elements};
        dnnl::memory::dims ySteps(rank + 1, 1);
        Index last = 0;
        for (const Index dim : dims) {
            const auto axis = static_cast<std::size_t>(dim - 1);
            sizes.push_back(from[axis]);
            xSteps.push_back(steps[axis]);
            m_inOrder = m_inOrder && (from[axis] == 1 || dim > last);
            last = from[axis] == 1 ? last : dim;
        }
        for (std::size_t axis = rank; axis-- > 0;)
            ySteps[axis] = ySteps[axis + 1] * sizes[axis + 1];
        const dnnl::memory::desc x(sizes, dnnl::memory::data_type::f32, xSteps);
        const dnnl::memory::desc y(sizes, dnnl::memory::data_type::f32, ySteps);
        m_forward = reorder(x, y);
        if (request.training)
            m_backward = reorder(y, x);
    }

    // Axes of size 1 may go anywhere: the numbers stay where they are.
    bool isView() const override { return m_inOrder; }
    Workspace workspace() const override
    {
        return {.scratch = std::max(m_forward.scratchFloats(), m_backward.scratchFloats())};
    }
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }
    void forward(const Pass& p) const override { m_forward.run({p.x[0], p.y[0]}, p.scratch); }
    void backward(const Pass& p) const override
    {
        if (p.dx[0])
            m_backward.run({p.dy[0], p.dx[0]}, p.scratch);
    }

private:
    bool m_inOrder = true;
    Execution m_forward, m_backward;
};
} // namespace

std::unique_ptr<Kernel> makePermutationKernel(const std::vector<Index>& dims, const KernelRequest& request)
{
    return std::make_unique<PermutationKernel>(dims, request);
}

} // namespace lamina
