// Softmax: e^x over the sum of e^x along an axis.   x [..., n, ...]   y as x
// Along the last axis the plan applies it as an activation, so that a cross-entropy may take the logits.
#include "engine/kernels/clones.h"
#include "engine/kernels/vector_math.h"
#include "engine/kernels/view.h"
#include "engine/model/common_fields.h"
#include "engine/model/joining.h"

#include <algorithm>

namespace lamina::layers {

namespace {
const std::array softmaxFields{
    Field{.name = "axis",
          .kind = FieldKind::WholeList,
          .defaultJson = "-1",
          .label = LAMINA_TEXT("layers", "Axis"),
          .help = LAMINA_TEXT("layers", "Along which the numbers share 1; -1: the last, 0 is the batch"),
          .minimum = -8,
          .maximum = 8,
          .listLength = 1}};

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Index axis = attributes.wholes("axis")[0];
    if (sampleAxis(axis, inputs[0]) < 0)
        return Fault{FaultKind::Input,
                     Text(LAMINA_TEXT("layers", "An input of shape %1 has no axis %2 for a softmax"),
                          inputs[0].textWithBatch(), axis),
                     {.path = "config.axis"},
                     LAMINA_TEXT("layers", "count from 1, for the batch is axis 0, or from -1 at the end")};
    return Signature{
        .outputs = {inputs[0]}, .parameters = {}, .flops = 4.0 * static_cast<double>(inputs[0].elements())};
}

// Along an axis that is not the last: rows of `width` numbers, `length` of them share 1 place by place.
LAMINA_CLONES void softmaxAcross(const float* x, float* y, float* largest, float* sum, Index length,
                                 Index width)
{
    for (Index i = 0; i < width; ++i) {
        largest[i] = x[i];
        sum[i] = 0;
    }
    for (Index k = 1; k < length; ++k)
        for (Index i = 0; i < width; ++i)
            largest[i] = x[k * width + i] > largest[i] ? x[k * width + i] : largest[i];
    for (Index k = 0; k < length; ++k)
        for (Index i = 0; i < width; ++i) {
            const float e = vectorExp(x[k * width + i] - largest[i]);
            y[k * width + i] = e;
            sum[i] += e;
        }
    for (Index k = 0; k < length; ++k)
        for (Index i = 0; i < width; ++i)
            y[k * width + i] /= sum[i];
}

LAMINA_CLONES void softmaxAcrossGradient(const float* y, const float* dy, float* dx, float* dot, Index length,
                                         Index width)
{
    for (Index i = 0; i < width; ++i)
        dot[i] = 0;
    for (Index k = 0; k < length; ++k)
        for (Index i = 0; i < width; ++i)
            dot[i] += y[k * width + i] * dy[k * width + i];
    for (Index k = 0; k < length; ++k)
        for (Index i = 0; i < width; ++i)
            dx[k * width + i] = y[k * width + i] * (dy[k * width + i] - dot[i]);
}

class SoftmaxAcross final : public Kernel {
public:
    SoftmaxAcross(const Shape& shape, int axis) : m_length(shape[axis])
    {
        for (int a = 0; a < shape.rank(); ++a)
            if (a != axis)
                (a < axis ? m_blocks : m_width) *= shape[a];
    }
    Workspace workspace() const override { return {.scratch = 2 * m_width}; }
    bool backwardReadsInput() const override { return false; }
    bool inPlace() const override { return true; }
    void forward(const Pass& p) const override
    {
        for (Index block = 0; block < p.samples * m_blocks; ++block)
            softmaxAcross(p.x[0] + block * size(), p.y[0] + block * size(), p.scratch, p.scratch + m_width,
                          m_length, m_width);
    }
    void backward(const Pass& p) const override
    {
        for (Index block = 0; p.dx[0] && block < p.samples * m_blocks; ++block)
            softmaxAcrossGradient(p.y[0] + block * size(), p.dy[0] + block * size(), p.dx[0] + block * size(),
                                  p.scratch, m_length, m_width);
    }

private:
    Index size() const { return m_length * m_width; }
    Index m_blocks = 1; // of a sample
    Index m_length;
    Index m_width = 1;
};

bool isLast(const Attributes& attributes, const Shape& shape)
{
    return sampleAxis(attributes.wholes("axis")[0], shape) == shape.rank() - 1;
}

ActivationKind activation(const Attributes& attributes, std::span<const Shape> inputs)
{
    return isLast(attributes, inputs[0]) ? ActivationKind::Softmax : ActivationKind::Linear;
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    const Shape& shape = request.inputs[0];
    if (isLast(request.attributes, shape))
        return makeViewKernel(shape.elements());
    return std::make_unique<SoftmaxAcross>(shape, sampleAxis(request.attributes.wholes("axis")[0], shape));
}
} // namespace

const LayerType& softmax()
{
    static const LayerType type{
        .className = "Softmax",
        .label = LAMINA_TEXT("layers", "Softmax"),
        .help = LAMINA_TEXT("layers", "Turns numbers into shares of 1, such as probabilities of classes"),
        .family = Family::Activation,
        .fields = softmaxFields,
        .signature = signature,
        .compile = compile,
        .activation = activation,
        .examples = {{R"({})", {{4}}}, {R"({"axis": 1})", {{3, 2, 5}}}, {R"({"axis": [-2]})", {{3, 4}}}},
        .mask = MaskRule::Passes};
    return type;
}

} // namespace lamina::layers
