// Masking: passes over the time steps at which every number is mask_value.   x [..., f]   y as x, 0 where
// passed over   mask [...]
#include "engine/model/common_fields.h"

#include <algorithm>

namespace lamina::layers {

namespace {
constexpr double large = 1e30;
const std::array maskingFields{
    fields::real("mask_value", "0", -large, large, LAMINA_TEXT("layers", "Mask value"),
                 LAMINA_TEXT("layers", "A time step whose numbers all have this value is passed over"))};

Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    if (inputs[0].rank() == 0)
        return Fault{FaultKind::Input,
                     LAMINA_TEXT("layers",
                                 "Masking looks at the numbers of each time step, and here comes a "
                                 "single one"),
                     {},
                     LAMINA_TEXT("layers", "give the input a shape of at least one axis")};
    return Signature{.outputs = {inputs[0]}, .parameters = {}};
}

class MaskingKernel final : public Kernel {
public:
    MaskingKernel(double value, const Shape& shape)
        : m_value(static_cast<float>(value)), m_width(shape[-1]), m_steps(shape.elements() / shape[-1])
    {
    }
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }
    bool inPlace() const override { return true; }
    void forward(const Pass& p) const override
    {
        const Index steps = p.samples * m_steps;
        for (Index s = 0; s < steps; ++s) {
            const float* step = p.x[0] + s * m_width;
            p.yMask[s] =
                std::all_of(step, step + m_width, [this](float v) { return v == m_value; }) ? 0.0F : 1.0F;
        }
        apply(p, p.x[0], p.y[0]);
    }
    void backward(const Pass& p) const override
    {
        if (p.dx[0])
            apply(p, p.dy[0], p.dx[0]);
    }

private:
    void apply(const Pass& p, const float* from, float* to) const
    {
        for (Index s = 0; s < p.samples * m_steps; ++s)
            if (p.yMask[s] == 0)
                std::fill_n(to + s * m_width, m_width, 0.0F);
            else if (from != to)
                std::copy_n(from + s * m_width, m_width, to + s * m_width);
    }
    float m_value;
    Index m_width;
    Index m_steps; // of one sample
};

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return std::make_unique<MaskingKernel>(request.attributes.real("mask_value"), request.inputs[0]);
}
} // namespace

const LayerType& masking()
{
    static const LayerType type{
        .className = "Masking",
        .label = LAMINA_TEXT("layers", "Masking"),
        .help = LAMINA_TEXT("layers", "Lets the layers after it pass over time steps of filling"),
        .family = Family::Recurrent,
        .fields = maskingFields,
        .signature = signature,
        .compile = compile,
        .examples = {{R"({})", {{4, 3}}}, {R"({"mask_value": -1.5})", {{2}}}, {R"({})", {{2, 3, 2}}}},
        .mask = MaskRule::Makes};
    return type;
}

} // namespace lamina::layers
