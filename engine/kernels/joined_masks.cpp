#include "engine/kernels/joined_masks.h"

#include "engine/model/layer_type.h"

#include <algorithm>
#include <vector>

namespace lamina {

namespace {
Index product(const Shape& shape, int first, int last)
{
    Index elements = 1;
    for (int axis = first; axis < std::min(last, shape.rank()); ++axis)
        elements *= shape[axis];
    return elements;
}

class JoiningMasks final : public Kernel {
public:
    JoiningMasks(std::unique_ptr<Kernel> kernel, const KernelRequest& request, int concatenated)
        : m_kernel(std::move(kernel))
    {
        const int axes = *std::ranges::max_element(request.maskAxes);
        const bool inTurn = concatenated >= 0 && concatenated < axes;
        m_rows = inTurn ? product(request.inputs[0], 0, concatenated) : 1;
        for (std::size_t i = 0; i < request.inputs.size(); ++i)
            m_runs.push_back(inTurn ? product(request.inputs[i], concatenated, axes)
                                    : product(request.inputs[i], 0, request.maskAxes[i]));
        m_inTurn = inTurn;
        for (const Index run : m_runs)
            m_width += run;
        if (!inTurn)
            m_width = product(request.signature.outputs[0], 0, axes);
    }

    Workspace workspace() const override { return m_kernel->workspace(); }
    bool backwardReadsInput() const override { return m_kernel->backwardReadsInput(); }
    bool backwardReadsOutput() const override { return m_kernel->backwardReadsOutput(); }
    bool inPlace() const override { return m_kernel->inPlace(); }
    void forward(const Pass& p) const override
    {
        if (p.yMask && m_inTurn)
            layInTurn(p);
        else if (p.yMask)
            takeAll(p);
        m_kernel->forward(p);
    }
    void backward(const Pass& p) const override { m_kernel->backward(p); }

private:
    void layInTurn(const Pass& p) const
    {
        float* to = p.yMask;
        for (Index row = 0; row < p.samples * m_rows; ++row)
            for (std::size_t i = 0; i < m_runs.size(); ++i, to += m_runs[i - 1])
                if (const float* mask = p.mask(i))
                    std::copy_n(mask + row * m_runs[i], m_runs[i], to);
                else
                    std::fill_n(to, m_runs[i], 1.0F);
    }

    void takeAll(const Pass& p) const
    {
        std::fill_n(p.yMask, p.samples * m_width, 1.0F);
        for (std::size_t i = 0; i < m_runs.size(); ++i) {
            const float* mask = p.mask(i);
            // One that is shorter repeats over the others' steps if it is a single entry.
            if (!mask || (m_runs[i] != m_width && m_runs[i] != 1))
                continue;
            for (Index n = 0; n < p.samples; ++n)
                for (Index j = 0; j < m_width; ++j)
                    p.yMask[n * m_width + j] *= mask[n * m_runs[i] + (m_runs[i] == 1 ? 0 : j)];
        }
    }

    std::unique_ptr<Kernel> m_kernel;
    std::vector<Index> m_runs; // entries of each input's mask, in a row
    Index m_rows = 1; // of a sample
    Index m_width = 0; // of a row of the output's mask
    bool m_inTurn = false;
};
} // namespace

std::unique_ptr<Kernel> joiningMasks(std::unique_ptr<Kernel> kernel, const KernelRequest& request,
                                     int concatenated)
{
    if (std::ranges::all_of(request.maskAxes, [](int axes) { return axes < 0; }))
        return kernel;
    return std::make_unique<JoiningMasks>(std::move(kernel), request, concatenated);
}

} // namespace lamina
