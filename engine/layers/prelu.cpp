// PReLU: x for x > 0, alpha x otherwise, with a trained alpha (He and others 2015).   x [...]   y as x
// alpha as x, with 1 along the shared axes
#include "engine/kernels/broadcast.h"
#include "engine/kernels/clones.h"
#include "engine/model/common_fields.h"
#include "engine/model/joining.h"

#include <algorithm>

namespace lamina::layers {

namespace {
const std::array preluFields{
    fields::initializer("alpha_initializer", "\"zeros\"", LAMINA_TEXT("layers", "Alpha initializer")),
    fields::regularizer("alpha_regularizer", LAMINA_TEXT("layers", "Alpha regularizer")),
    fields::constraint("alpha_constraint", LAMINA_TEXT("layers", "Alpha constraint")),
    Field{.name = "shared_axes",
          .kind = FieldKind::WholeList,
          .defaultJson = "null",
          .label = LAMINA_TEXT("layers", "Shared axes"),
          .help = LAMINA_TEXT("layers", "Along these one slope serves all: 1, 2 for a slope a channel"),
          .minimum = -8,
          .maximum = 8,
          .orNull = true}};

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    Shape alpha = inputs[0];
    for (const Index shared : attributes.wholes("shared_axes")) {
        const int axis = sampleAxis(shared, inputs[0]);
        if (axis < 0)
            return Fault{
                FaultKind::Input,
                Text(LAMINA_TEXT("layers", "An input of shape %1 has no axis %2 to share slopes along"),
                     inputs[0].textWithBatch(), shared),
                {.path = "config.shared_axes"},
                LAMINA_TEXT("layers", "count from 1, for the batch is axis 0")};
        alpha[axis] = 1;
    }
    return Signature{.outputs = {inputs[0]},
                     .parameters = {fields::parameter(attributes, "alpha", alpha)},
                     .flops = 2.0 * static_cast<double>(inputs[0].elements())};
}

LAMINA_CLONES void slopes(const float* x, const float* alpha, float* y, Index n)
{
    for (Index i = 0; i < n; ++i)
        y[i] = x[i] > 0 ? x[i] : alpha[i] * x[i];
}

LAMINA_CLONES void oneSlope(const float* x, float alpha, float* y, Index n)
{
    for (Index i = 0; i < n; ++i)
        y[i] = x[i] > 0 ? x[i] : alpha * x[i];
}

LAMINA_CLONES void slopesBackward(const float* x, const float* dy, const float* alpha, float* dx, Index n)
{
    for (Index i = 0; i < n; ++i)
        dx[i] = x[i] > 0 ? dy[i] : alpha[i] * dy[i];
}

LAMINA_CLONES void oneSlopeBackward(const float* x, const float* dy, float alpha, float* dx, Index n)
{
    for (Index i = 0; i < n; ++i)
        dx[i] = x[i] > 0 ? dy[i] : alpha * dy[i];
}

LAMINA_CLONES void addSlopeGradients(const float* x, const float* dy, float* sums, Index n)
{
    for (Index i = 0; i < n; ++i)
        sums[i] += x[i] > 0 ? 0.0F : x[i] * dy[i];
}

// Eight sums side by side, in a fixed order.
LAMINA_CLONES float slopeGradient(const float* x, const float* dy, Index n)
{
    std::array<float, 8> sums{};
    Index i = 0;
    for (; i + 8 <= n; i += 8)
        for (std::size_t k = 0; k < 8; ++k) {
            const auto at = i + static_cast<Index>(k);
            sums[k] += x[at] > 0 ? 0.0F : x[at] * dy[at];
        }
    for (std::size_t k = 0; i < n; ++i, ++k)
        sums[k] += x[i] > 0 ? 0.0F : x[i] * dy[i];
    return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

class PreluKernel final : public Kernel {
public:
    PreluKernel(const Shape& shape, const Shape& alpha)
        : m_elements(shape.elements()), m_layout(layOutRuns(std::span(&alpha, 1), shape))
    {
    }
    // scratch: the gradient of a sample, so that no long sum is taken number by number.
    Workspace workspace() const override { return {.scratch = alpha().elements}; }
    bool backwardReadsOutput() const override { return false; }
    bool inPlace() const override { return true; }

    void forward(const Pass& p) const override
    {
        forEachRun(p, [&](Index offset, Index start) {
            const float* a = p.parameters[0] + start;
            if (alpha().moves)
                slopes(p.x[0] + offset, a, p.y[0] + offset, m_layout.run);
            else
                oneSlope(p.x[0] + offset, *a, p.y[0] + offset, m_layout.run);
        });
    }

    void backward(const Pass& p) const override
    {
        if (float* gradient = p.parameterGradients[0])
            gradientOfAlpha(p, gradient);
        if (!p.dx[0])
            return;
        forEachRun(p, [&](Index offset, Index start) {
            const float* a = p.parameters[0] + start;
            if (alpha().moves)
                slopesBackward(p.x[0] + offset, p.dy[0] + offset, a, p.dx[0] + offset, m_layout.run);
            else
                oneSlopeBackward(p.x[0] + offset, p.dy[0] + offset, *a, p.dx[0] + offset, m_layout.run);
        });
    }

private:
    const BroadcastOperand& alpha() const { return m_layout.operands[0]; }

    template <typename Work>
    void forEachRun(const Pass& p, const Work& work) const
    {
        for (Index sample = 0; sample < p.samples; ++sample)
            for (Index run = 0; run < m_layout.runs; ++run)
                work(sample * m_elements + run * m_layout.run, alpha().starts[static_cast<std::size_t>(run)]);
    }

    void gradientOfAlpha(const Pass& p, float* gradient) const
    {
        std::fill_n(gradient, alpha().elements, 0.0F);
        for (Index sample = 0; sample < p.samples; ++sample) {
            std::fill_n(p.scratch, alpha().elements, 0.0F);
            for (Index run = 0; run < m_layout.runs; ++run) {
                const Index offset = sample * m_elements + run * m_layout.run;
                float* sums = p.scratch + alpha().starts[static_cast<std::size_t>(run)];
                if (alpha().moves)
                    addSlopeGradients(p.x[0] + offset, p.dy[0] + offset, sums, m_layout.run);
                else
                    *sums += slopeGradient(p.x[0] + offset, p.dy[0] + offset, m_layout.run);
            }
            for (Index i = 0; i < alpha().elements; ++i)
                gradient[i] += p.scratch[i];
        }
    }

    Index m_elements;
    BroadcastRuns m_layout;
};

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return std::make_unique<PreluKernel>(request.inputs[0], request.signature.parameters[0].shape);
}
} // namespace

const LayerType& prelu()
{
    static const LayerType type{
        .className = "PReLU",
        .label = LAMINA_TEXT("layers", "PReLU"),
        .help = LAMINA_TEXT("layers", "As relu, with a slope below zero that is learned"),
        .family = Family::Activation,
        .fields = preluFields,
        .signature = signature,
        .compile = compile,
        .examples =
            {{R"({"alpha_initializer": "random_uniform"})", {{5}}},
             {R"({"shared_axes": [1, 2], "alpha_initializer": {"class_name": "Constant", "config": {"value": 0.25}}})",
              {{3, 4, 2}}},
             {R"({"shared_axes": [2], "alpha_initializer": "ones"})", {{3, 4}}},
             {R"({"shared_axes": [1, 3]})", {{3, 2, 4}}}},
        .mask = MaskRule::Passes};
    return type;
}

} // namespace lamina::layers
