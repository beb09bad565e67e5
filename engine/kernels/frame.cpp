#include "engine/kernels/frame.h"

#include <algorithm>

namespace lamina {

namespace {
// Each is the other's gradient.
void putInside(const PictureFrame& f, const float* inner, float* outer, Index samples)
{
    const Index row = f.width * f.channels;
    const Index outerRow = f.outerWidth() * f.channels;
    for (Index n = 0; n < samples; ++n) {
        outer = std::fill_n(outer, f.top * outerRow, 0.0F);
        for (Index h = 0; h < f.height; ++h, inner += row) {
            outer = std::fill_n(outer, f.left * f.channels, 0.0F);
            outer = std::copy_n(inner, row, outer);
            outer = std::fill_n(outer, f.right * f.channels, 0.0F);
        }
        outer = std::fill_n(outer, f.bottom * outerRow, 0.0F);
    }
}

void takeInside(const PictureFrame& f, const float* outer, float* inner, Index samples)
{
    const Index row = f.width * f.channels;
    const Index outerRow = f.outerWidth() * f.channels;
    for (Index n = 0; n < samples; ++n, outer += f.outerHeight() * outerRow)
        for (Index h = 0; h < f.height; ++h)
            inner = std::copy_n(outer + (f.top + h) * outerRow + f.left * f.channels, row, inner);
}

class FrameKernel final : public Kernel {
public:
    FrameKernel(const PictureFrame& frame, bool pads) : m_frame(frame), m_pads(pads) { }
    // Without a frame both pictures are the same.
    bool isView() const override
    {
        return m_frame.outerHeight() == m_frame.height && m_frame.outerWidth() == m_frame.width;
    }
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }
    void forward(const Pass& p) const override
    {
        if (m_pads)
            putInside(m_frame, p.x[0], p.y[0], p.samples);
        else
            takeInside(m_frame, p.x[0], p.y[0], p.samples);
    }
    void backward(const Pass& p) const override
    {
        if (p.dx[0] && m_pads)
            takeInside(m_frame, p.dy[0], p.dx[0], p.samples);
        else if (p.dx[0])
            putInside(m_frame, p.dy[0], p.dx[0], p.samples);
    }

private:
    PictureFrame m_frame;
    bool m_pads;
};
} // namespace

std::unique_ptr<Kernel> makePaddingKernel(const PictureFrame& frame)
{
    return std::make_unique<FrameKernel>(frame, true);
}

std::unique_ptr<Kernel> makeCroppingKernel(const PictureFrame& frame)
{
    return std::make_unique<FrameKernel>(frame, false);
}

} // namespace lamina
