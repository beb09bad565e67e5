// GaussianDropout: in training each number is multiplied by a normal one around 1 of variance
// rate / (1 - rate) (Srivastava and others 2014).   x [...]   y as x
#include "engine/kernels/clones.h"
#include "engine/kernels/vector_random.h"
#include "engine/kernels/view.h"
#include "engine/model/random_factors.h"

namespace lamina::layers {

namespace {
const std::array dropoutFields{
    fields::real("rate", nullptr, 0, 0.999999, LAMINA_TEXT("layers", "Rate"),
                 LAMINA_TEXT("layers", "As strong as a Dropout of this rate, from 0 to below 1")),
    fields::seed()};

Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    return Signature{
        .outputs = {inputs[0]}, .parameters = {}, .flops = 20.0 * static_cast<double>(inputs[0].elements())};
}

// The noise is a function of the number's place in the batch: backward makes it again.
LAMINA_CLONES void multiply(std::uint64_t key, std::uint64_t first, float deviation, const float* from,
                            float* to, Index count)
{
    for (Index i = 0; i < count; ++i)
        to[i] = from[i]
            * (1.0F + deviation * vectorNormal(vectorBits(key, first + static_cast<std::uint64_t>(i))));
}

class GaussianDropout final : public RandomFactorsKernel {
public:
    explicit GaussianDropout(const KernelRequest& request)
        : RandomFactorsKernel(request), m_elements(request.inputs[0].elements())
    {
        const double rate = request.attributes.real("rate");
        m_deviation = static_cast<float>(std::sqrt(rate / (1 - rate)));
    }

private:
    void apply(const Pass& p, const CounterRandom& random, const float* from, float* to) const override
    {
        multiply(random.key(), static_cast<std::uint64_t>(p.firstSample * m_elements), m_deviation, from, to,
                 p.samples * m_elements);
    }
    float m_deviation = 0;
    Index m_elements;
};

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    if (!request.training || request.attributes.real("rate") == 0)
        return makeViewKernel(request.inputs[0].elements());
    return std::make_unique<GaussianDropout>(request);
}
} // namespace

const LayerType& gaussian_dropout()
{
    static const LayerType type{
        .className = "GaussianDropout",
        .label = LAMINA_TEXT("layers", "Gaussian dropout"),
        .help = LAMINA_TEXT("layers", "Multiplies by random numbers around 1 while training"),
        .family = Family::Regularisation,
        .fields = dropoutFields,
        .signature = signature,
        .compile = compile,
        .examples = {{R"({"rate": 0.3})", {{7}}},
                     {R"({"rate": 0.5, "seed": 5})", {{3, 4, 2}}},
                     {R"({"rate": 0})", {{4}}}},
        .mask = MaskRule::Passes};
    return type;
}

} // namespace lamina::layers
