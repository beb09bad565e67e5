// ELU: x for x > 0, alpha (e^x - 1) otherwise (Clevert, Unterthiner, Hochreiter 2016).   x [...]   y as x
#include "engine/model/common_fields.h"

namespace lamina::layers {

namespace {
const std::array eluFields{
    fields::real("alpha", "1", 0, 1e6, LAMINA_TEXT("layers", "Alpha"),
                 LAMINA_TEXT("layers", "What large negative numbers come close to, with a minus"))};

Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    return Signature{
        .outputs = {inputs[0]}, .parameters = {}, .flops = 4.0 * static_cast<double>(inputs[0].elements())};
}

class EluKernel final : public Kernel {
public:
    EluKernel(float alpha, Index elements) : m_alpha(alpha), m_elements(elements) { }
    bool backwardReadsInput() const override { return false; } // below 0 the derivative is y + alpha
    bool inPlace() const override { return true; }
    void forward(const Pass& p) const override { elu(m_alpha, p.x[0], p.y[0], p.samples * m_elements); }
    void backward(const Pass& p) const override
    {
        if (p.dx[0])
            eluBackward(m_alpha, p.y[0], p.dy[0], p.dx[0], p.samples * m_elements);
    }

private:
    float m_alpha;
    Index m_elements;
};

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return std::make_unique<EluKernel>(static_cast<float>(request.attributes.real("alpha")),
                                       request.inputs[0].elements());
}
} // namespace

const LayerType& elu()
{
    static const LayerType type{
        .className = "ELU",
        .label = LAMINA_TEXT("layers", "ELU"),
        .help = LAMINA_TEXT("layers", "As relu, but bends smoothly to a floor below zero"),
        .family = Family::Activation,
        .fields = eluFields,
        .signature = signature,
        .compile = compile,
        .examples = {{R"({})", {{2, 3}}}, {R"({"alpha": 0.3})", {{7}}}, {R"({"alpha": 0})", {{4}}}},
        .mask = MaskRule::Passes};
    return type;
}

} // namespace lamina::layers
