// GlobalAveragePooling2D: the mean of each channel.   x [h, w, c]   y [c], or [1, 1, c] with keepdims
#include "engine/kernels/clones.h"
#include "engine/model/common_fields.h"

namespace lamina::layers {

namespace {
const std::array globalFields{
    fields::flag("keepdims", "false", LAMINA_TEXT("layers", "Keep axes"),
                 LAMINA_TEXT("layers", "Leave height and width in the shape, as 1"))};

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (x.rank() != 3)
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("layers", "Pooling reads pictures (height, width, channels), and here come %1"),
                 x.text()),
            {},
            LAMINA_TEXT("layers",
                        "put it before the Flatten layer, or give the input a shape like (28, 28, 1)")};
    return Signature{.outputs = {attributes.flag("keepdims") ? Shape{1, 1, x[2]} : Shape{x[2]}},
                     .parameters = {},
                     .flops = static_cast<double>(x.elements())};
}

LAMINA_CLONES void meanOverCells(const float* x, float* y, Index cells, Index channels)
{
    for (Index c = 0; c < channels; ++c)
        y[c] = 0;
    for (Index cell = 0; cell < cells; ++cell)
        for (Index c = 0; c < channels; ++c)
            y[c] += x[cell * channels + c];
    const float scale = 1.0F / static_cast<float>(cells);
    for (Index c = 0; c < channels; ++c)
        y[c] *= scale;
}

LAMINA_CLONES void spreadOverCells(const float* dy, float* dx, Index cells, Index channels)
{
    const float scale = 1.0F / static_cast<float>(cells);
    for (Index cell = 0; cell < cells; ++cell)
        for (Index c = 0; c < channels; ++c)
            dx[cell * channels + c] = dy[c] * scale;
}

class GlobalAverage final : public Kernel {
public:
    explicit GlobalAverage(const Shape& x) : m_cells(x[0] * x[1]), m_channels(x[2]) { }
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }
    void forward(const Pass& p) const override
    {
        for (Index n = 0; n < p.samples; ++n)
            meanOverCells(p.x[0] + n * m_cells * m_channels, p.y[0] + n * m_channels, m_cells, m_channels);
    }
    void backward(const Pass& p) const override
    {
        for (Index n = 0; p.dx[0] && n < p.samples; ++n)
            spreadOverCells(p.dy[0] + n * m_channels, p.dx[0] + n * m_cells * m_channels, m_cells,
                            m_channels);
    }

private:
    Index m_cells;
    Index m_channels;
};

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return std::make_unique<GlobalAverage>(request.inputs[0]);
}
} // namespace

const LayerType& global_average_pooling2d()
{
    static const LayerType type{.className = "GlobalAveragePooling2D",
                                .label = LAMINA_TEXT("layers", "Global average pooling 2D"),
                                .help = LAMINA_TEXT("layers", "One number a feature map: its mean"),
                                .family = Family::Pooling,
                                .fields = globalFields,
                                .signature = signature,
                                .compile = compile,
                                .examples = {{R"({})", {{3, 4, 5}}}, {R"({"keepdims": true})", {{1, 2, 1}}}}};
    return type;
}

} // namespace lamina::layers
