// LeakyReLU: x for x > 0, alpha x otherwise.   x [...]   y as x
#include "engine/model/common_fields.h"

namespace lamina::layers {

namespace {
const std::array leakyFields{
    fields::real("alpha", "0.3", 0, 1e6, LAMINA_TEXT("layers", "Slope"),
                 LAMINA_TEXT("layers", "Slope below zero (Keras 3 calls it negative_slope)"))};

Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    return Signature{
        .outputs = {inputs[0]}, .parameters = {}, .flops = static_cast<double>(inputs[0].elements())};
}

class Leaky final : public Kernel {
public:
    Leaky(float slope, Index elements) : m_slope(slope), m_elements(elements) { }
    // With a slope of 0 or more the output has the input's sign: it is enough.
    bool backwardReadsInput() const override { return false; }
    bool inPlace() const override { return true; }
    void forward(const Pass& p) const override { leakyRelu(m_slope, p.x[0], p.y[0], p.samples * m_elements); }
    void backward(const Pass& p) const override
    {
        if (p.dx[0])
            leakyReluBackward(m_slope, p.y[0], p.dy[0], p.dx[0], p.samples * m_elements);
    }

private:
    float m_slope;
    Index m_elements;
};

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return std::make_unique<Leaky>(static_cast<float>(request.attributes.real("alpha")),
                                   request.inputs[0].elements());
}
} // namespace

const LayerType& leaky_relu()
{
    static const LayerType type{.className = "LeakyReLU",
                                .label = LAMINA_TEXT("layers", "Leaky ReLU"),
                                .help =
                                    LAMINA_TEXT("layers", "As relu, but lets a little through below zero"),
                                .family = Family::Activation,
                                .fields = leakyFields,
                                .signature = signature,
                                .compile = compile,
                                .examples = {{R"({})", {{2, 3}}}, {R"({"alpha": 0.1})", {{5}}}},
                                .mask = MaskRule::Passes};
    return type;
}

} // namespace lamina::layers
