// GaussianNoise: in training, normal noise of a given deviation is added to each number.   x [...]   y as x
#include "engine/kernels/clones.h"
#include "engine/kernels/vector_random.h"
#include "engine/kernels/view.h"
#include "engine/model/common_fields.h"

#include <algorithm>

namespace lamina::layers {

namespace {
const std::array noiseFields{
    fields::real("stddev", nullptr, 0, 1e6, LAMINA_TEXT("layers", "Deviation"),
                 LAMINA_TEXT("layers", "Standard deviation of the noise that is added in training")),
    fields::seed()};

Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    return Signature{
        .outputs = {inputs[0]}, .parameters = {}, .flops = 20.0 * static_cast<double>(inputs[0].elements())};
}

LAMINA_CLONES void addNoise(std::uint64_t key, std::uint64_t first, float deviation, const float* x, float* y,
                            Index count)
{
    for (Index i = 0; i < count; ++i)
        y[i] = x[i] + deviation * vectorNormal(vectorBits(key, first + static_cast<std::uint64_t>(i)));
}

class NoiseKernel final : public Kernel {
public:
    explicit NoiseKernel(const KernelRequest& request)
        : m_deviation(static_cast<float>(request.attributes.real("stddev"))),
          m_elements(request.inputs[0].elements()), m_seed(fields::seedOf(request.attributes))
    {
    }
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }
    bool inPlace() const override { return true; }
    void forward(const Pass& p) const override
    {
        addNoise(randomOf(p, m_seed).key(), static_cast<std::uint64_t>(p.firstSample * m_elements),
                 m_deviation, p.x[0], p.y[0], p.samples * m_elements);
    }
    void backward(const Pass& p) const override
    {
        if (p.dx[0] && p.dx[0] != p.dy[0])
            std::copy_n(p.dy[0], p.samples * m_elements, p.dx[0]);
    }

private:
    float m_deviation;
    Index m_elements;
    std::optional<std::uint64_t> m_seed;
};

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    if (!request.training || request.attributes.real("stddev") == 0)
        return makeViewKernel(request.inputs[0].elements());
    return std::make_unique<NoiseKernel>(request);
}
} // namespace

const LayerType& gaussian_noise()
{
    static const LayerType type{
        .className = "GaussianNoise",
        .label = LAMINA_TEXT("layers", "Gaussian noise"),
        .help = LAMINA_TEXT("layers", "Adds noise while training, so that small differences teach nothing"),
        .family = Family::Regularisation,
        .fields = noiseFields,
        .signature = signature,
        .compile = compile,
        .examples = {{R"({"stddev": 0.5})", {{7}}},
                     {R"({"stddev": 1, "seed": 5})", {{3, 4, 2}}},
                     {R"({"stddev": 0})", {{4}}}},
        .mask = MaskRule::Passes};
    return type;
}

} // namespace lamina::layers
