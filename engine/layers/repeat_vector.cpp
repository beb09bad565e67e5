// RepeatVector: the same row n times.   x [features]   y [n, features]
#include "engine/kernels/rows.h"
#include "engine/model/common_fields.h"

#include <algorithm>

namespace lamina::layers {

namespace {
const std::array repeatFields{fields::whole("n", nullptr, 1, 1e6, LAMINA_TEXT("layers", "Times"),
                                            LAMINA_TEXT("layers", "How many steps the sequence has"))};

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (x.rank() != 1)
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("layers", "RepeatVector reads one row of numbers, and here come %1"), x.text()),
            {},
            LAMINA_TEXT("layers", "put a Flatten layer before it")};
    return Signature{.outputs = {Shape{attributes.whole("n"), x[0]}}, .parameters = {}};
}

class RepeatKernel final : public Kernel {
public:
    RepeatKernel(Index times, Index features) : m_times(times), m_features(features) { }
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }
    void forward(const Pass& p) const override
    {
        for (Index row = 0; row < p.samples * m_times; ++row)
            std::copy_n(p.x[0] + row / m_times * m_features, m_features, p.y[0] + row * m_features);
    }
    void backward(const Pass& p) const override
    {
        for (Index n = 0; p.dx[0] && n < p.samples; ++n)
            sumRows(p.dy[0] + n * m_times * m_features, p.dx[0] + n * m_features, m_times, m_features);
    }

private:
    Index m_times;
    Index m_features;
};

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return std::make_unique<RepeatKernel>(request.attributes.whole("n"), request.inputs[0][0]);
}
} // namespace

const LayerType& repeat_vector()
{
    static const LayerType type{
        .className = "RepeatVector",
        .label = LAMINA_TEXT("layers", "Repeat vector"),
        .help = LAMINA_TEXT("layers", "Makes a sequence of one row, the same at each step"),
        .family = Family::ShapeChange,
        .fields = repeatFields,
        .signature = signature,
        .compile = compile,
        .examples = {{R"({"n": 3})", {{4}}}, {R"({"n": 1})", {{1}}}}};
    return type;
}

} // namespace lamina::layers
