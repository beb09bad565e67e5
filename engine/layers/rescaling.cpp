// Rescaling: y = x · scale + offset.   x [...]   y as x
#include "engine/kernels/clones.h"
#include "engine/model/common_fields.h"

namespace lamina::layers {

namespace {
const std::array rescalingFields{
    fields::real("scale", nullptr, -1e9, 1e9, LAMINA_TEXT("layers", "Scale"),
                 LAMINA_TEXT("layers", "Each number is multiplied by this")),
    fields::real("offset", "0", -1e9, 1e9, LAMINA_TEXT("layers", "Offset"),
                 LAMINA_TEXT("layers", "and this is added")),
};

Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    return Signature{
        .outputs = {inputs[0]}, .parameters = {}, .flops = 2.0 * static_cast<double>(inputs[0].elements())};
}

LAMINA_CLONES void scaleAndShift(float scale, float offset, const float* x, float* y, Index count)
{
    for (Index i = 0; i < count; ++i)
        y[i] = x[i] * scale + offset;
}

class RescalingKernel final : public Kernel {
public:
    RescalingKernel(float scale, float offset, Index elements)
        : m_scale(scale), m_offset(offset), m_elements(elements)
    {
    }
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }
    bool inPlace() const override { return true; }
    void forward(const Pass& p) const override
    {
        scaleAndShift(m_scale, m_offset, p.x[0], p.y[0], p.samples * m_elements);
    }
    void backward(const Pass& p) const override
    {
        if (p.dx[0])
            scaleAndShift(m_scale, 0, p.dy[0], p.dx[0], p.samples * m_elements);
    }

private:
    float m_scale;
    float m_offset;
    Index m_elements;
};

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return std::make_unique<RescalingKernel>(static_cast<float>(request.attributes.real("scale")),
                                             static_cast<float>(request.attributes.real("offset")),
                                             request.inputs[0].elements());
}
} // namespace

const LayerType& rescaling()
{
    static const LayerType type{
        .className = "Rescaling",
        .label = LAMINA_TEXT("layers", "Rescaling"),
        .help = LAMINA_TEXT("layers", "Brings numbers into another range, such as 0–255 into 0–1"),
        .family = Family::ShapeChange,
        .fields = rescalingFields,
        .signature = signature,
        .compile = compile,
        .examples = {{R"({"scale": 0.5, "offset": -1})", {{2, 3}}}}};
    return type;
}

} // namespace lamina::layers
