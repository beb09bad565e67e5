#include "engine/kernels/pooling.h"

#include "engine/kernels/onednn.h"

#include <algorithm>

namespace lamina {

namespace {
using namespace onednn;

class PoolingKernel final : public Kernel {
public:
    PoolingKernel(PoolingKind kind, const PoolingGeometry& g, const KernelRequest& request)
    {
        const auto x = floats({request.samples, g.channels, g.height, g.width}, Tag::nhwc);
        const auto y = floats({request.samples, g.channels, g.rows.output, g.columns.output}, Tag::nhwc);
        const dnnl::memory::dims strides{g.strideHeight, g.strideWidth};
        const dnnl::memory::dims pool{g.poolHeight, g.poolWidth};
        const dnnl::memory::dims before{g.rows.before, g.columns.before};
        const dnnl::memory::dims after{g.rows.after, g.columns.after};
        const auto algorithm = kind == PoolingKind::Maximum ? dnnl::algorithm::pooling_max
                                                            : dnnl::algorithm::pooling_avg_exclude_padding;
        const auto propagation =
            request.training ? dnnl::prop_kind::forward_training : dnnl::prop_kind::forward_inference;
        const dnnl::pooling_forward::primitive_desc forward(
            {propagation, algorithm, x, y, strides, pool, before, after}, attributes(), cpu());
        const bool remembers = request.training && kind == PoolingKind::Maximum; // which cell won
        m_where = remembers ? forward.workspace_desc() : dnnl::memory::desc();
        m_forward = remembers
            ? Execution(dnnl::pooling_forward(forward),
                        {{DNNL_ARG_SRC, x}, {DNNL_ARG_DST, y}, {DNNL_ARG_WORKSPACE, m_where}},
                        forward.scratchpad_desc())
            : Execution(dnnl::pooling_forward(forward), {{DNNL_ARG_SRC, x}, {DNNL_ARG_DST, y}},
                        forward.scratchpad_desc());
        if (!request.training)
            return;
        const dnnl::pooling_backward::primitive_desc backward({algorithm, x, y, strides, pool, before, after},
                                                              attributes(), cpu(), forward);
        m_backward = remembers
            ? Execution(dnnl::pooling_backward(backward),
                        {{DNNL_ARG_DIFF_SRC, x}, {DNNL_ARG_DIFF_DST, y}, {DNNL_ARG_WORKSPACE, m_where}},
                        backward.scratchpad_desc())
            : Execution(dnnl::pooling_backward(backward), {{DNNL_ARG_DIFF_SRC, x}, {DNNL_ARG_DIFF_DST, y}},
                        backward.scratchpad_desc());
    }

    Workspace workspace() const override
    {
        return {.saved = remembers() ? floatsIn(m_where) : 0,
                .scratch = std::max(m_forward.scratchFloats(), m_backward.scratchFloats())};
    }
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }

    void forward(const Pass& p) const override
    {
        if (remembers())
            m_forward.run({p.x[0], p.y[0], p.saved}, p.scratch);
        else
            m_forward.run({p.x[0], p.y[0]}, p.scratch);
    }

    void backward(const Pass& p) const override
    {
        if (!p.dx[0])
            return;
        if (remembers())
            m_backward.run({p.dx[0], p.dy[0], p.saved}, p.scratch);
        else
            m_backward.run({p.dx[0], p.dy[0]}, p.scratch);
    }

private:
    bool remembers() const { return m_where.get_size() > 0; }
    dnnl::memory::desc m_where;
    Execution m_forward;
    Execution m_backward;
};
} // namespace

std::unique_ptr<Kernel> makePoolingKernel(PoolingKind kind, const PoolingGeometry& geometry,
                                          const KernelRequest& request)
{
    if (kind == PoolingKind::Maximum && canPoolBytes(geometry))
        return makeMaxPoolingKernel(geometry, request);
    return std::make_unique<PoolingKernel>(kind, geometry, request);
}

} // namespace lamina
