// Dropout: in training each number is 0 with probability rate, the others grow by 1 / (1 - rate).   x [...]
// y as x
#include "engine/kernels/clones.h"
#include "engine/kernels/view.h"
#include "engine/model/random_factors.h"

namespace lamina::layers {

namespace {
const std::array dropoutFields{
    fields::real("rate", nullptr, 0, 1, LAMINA_TEXT("layers", "Rate"),
                 LAMINA_TEXT("layers", "Share of the numbers left out in training, from 0 to 1")),
    fields::seed()};

Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    return Signature{.outputs = {inputs[0]}, .parameters = {}};
}

// The mask is a function of the number's place in the batch, so backward makes it again instead of keeping
// it.
LAMINA_CLONES void mask(std::uint64_t key, std::uint64_t first, std::uint64_t threshold, float scale,
                        const float* from, float* to, Index count)
{
    for (Index i = 0; i < count; ++i) {
        const std::uint64_t bits =
            mixBits(key + (first + static_cast<std::uint64_t>(i)) * 0x9E3779B97F4A7C15ULL);
        to[i] = (bits >> 32) >= threshold ? from[i] * scale : 0.0F;
    }
}

class DropoutKernel final : public RandomFactorsKernel {
public:
    explicit DropoutKernel(const KernelRequest& request)
        : RandomFactorsKernel(request), m_rate(request.attributes.real("rate")),
          m_elements(request.inputs[0].elements())
    {
    }

private:
    void apply(const Pass& p, const CounterRandom& random, const float* from, float* to) const override
    {
        const auto threshold = static_cast<std::uint64_t>(m_rate * 0x1p32);
        const auto scale = m_rate < 1 ? static_cast<float>(1 / (1 - m_rate)) : 0.0F;
        mask(random.key(), static_cast<std::uint64_t>(p.firstSample * m_elements), threshold, scale, from, to,
             p.samples * m_elements);
    }
    double m_rate;
    Index m_elements;
};

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    if (!request.training || request.attributes.real("rate") == 0)
        return makeViewKernel(request.inputs[0].elements());
    return std::make_unique<DropoutKernel>(request);
}
} // namespace

const LayerType& dropout()
{
    static const LayerType type{
        .className = "Dropout",
        .label = LAMINA_TEXT("layers", "Dropout"),
        .help = LAMINA_TEXT("layers",
                            "Leaves random numbers out while training, so that no unit relies on another"),
        .family = Family::Regularisation,
        .fields = dropoutFields,
        .signature = signature,
        .compile = compile,
        .examples = {{R"({"rate": 0.5})", {{7}}},
                     {R"({"rate": 0.2})", {{3, 4, 2}}},
                     {R"({"rate": 0.4})", {{4, 2}}, 0, true},
                     {R"({"rate": 0.4, "seed": 7})", {{6}}},
                     {R"({"rate": 0})", {{4}}}},
        .mask = MaskRule::Passes};
    return type;
}

} // namespace lamina::layers
