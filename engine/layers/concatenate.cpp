// Concatenate: the inputs one after the other along an axis.   x1 [..., a, ...], x2 [..., b, ...]
// y [..., a + b, ...]
#include "engine/model/joining.h"

#include <algorithm>
#include <numeric>

namespace lamina::layers {

namespace {
const std::array concatenateFields{
    fields::whole("axis", "-1", -8, 8, LAMINA_TEXT("layers", "Axis"),
                  LAMINA_TEXT("layers", "Along which the inputs are laid; -1: the last, 0 is the batch"))};

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const int axis = sampleAxis(attributes.whole("axis"), inputs[0]);
    if (axis < 0)
        return Fault{FaultKind::Input,
                     Text(LAMINA_TEXT("layers", "Inputs of shape %1 have no axis %2 to be laid along"),
                          inputs[0].textWithBatch(), attributes.whole("axis")),
                     {.path = "config.axis"},
                     LAMINA_TEXT("layers", "count from 1, for the batch is axis 0, or from -1 at the end")};
    Shape together = inputs[0];
    for (std::size_t i = 1; i < inputs.size(); ++i) {
        Shape expected = inputs[0];
        if (inputs[i].rank() == expected.rank())
            expected[axis] = inputs[i][axis];
        if (inputs[i] != expected)
            return Fault{
                FaultKind::Input,
                Text(LAMINA_TEXT("layers", "Input %1 is %2, and the first is %3: only axis %4 may differ"),
                     i + 1, inputs[i].text(), inputs[0].text(), axis + 1),
                {.path = "inputs[" + std::to_string(i) + "]"},
                LAMINA_TEXT("layers", "bring the inputs to one size along the other axes")};
        together[axis] += inputs[i][axis];
    }
    return Signature{
        .outputs = {together}, .parameters = {}, .flops = static_cast<double>(together.elements())};
}

// A sample is `rows` rows of y, and in each row the inputs' own runs of numbers lie side by side.
class ConcatenateKernel final : public Kernel {
public:
    ConcatenateKernel(std::span<const Shape> inputs, int axis)
    {
        for (int a = 0; a < axis; ++a)
            m_rows *= inputs[0][a];
        for (const Shape& shape : inputs)
            m_runs.push_back(shape.elements() / std::max<Index>(m_rows, 1));
        m_width = std::accumulate(m_runs.begin(), m_runs.end(), Index{0});
    }
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }
    void forward(const Pass& p) const override
    {
        forEachInput(p, [&](std::size_t i, Index row, Index offset) {
            std::copy_n(p.x[i] + row * m_runs[i], m_runs[i], p.y[0] + row * m_width + offset);
        });
    }
    void backward(const Pass& p) const override
    {
        forEachInput(p, [&](std::size_t i, Index row, Index offset) {
            if (p.dx[i])
                std::copy_n(p.dy[0] + row * m_width + offset, m_runs[i], p.dx[i] + row * m_runs[i]);
        });
    }

private:
    template <typename Work>
    void forEachInput(const Pass& p, const Work& work) const
    {
        Index offset = 0;
        for (std::size_t i = 0; i < m_runs.size(); ++i) {
            for (Index row = 0; row < p.samples * m_rows; ++row)
                work(i, row, offset);
            offset += m_runs[i];
        }
    }

    Index m_rows = 1; // of a sample
    std::vector<Index> m_runs; // numbers of each input in a row
    Index m_width = 0; // of a row
};

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    const int axis = sampleAxis(request.attributes.whole("axis"), request.inputs[0]);
    return joiningMasks(std::make_unique<ConcatenateKernel>(request.inputs, axis), request, axis);
}
} // namespace

const LayerType& concatenate()
{
    static const LayerType type{.className = "Concatenate",
                                .label = LAMINA_TEXT("layers", "Concatenate"),
                                .help = LAMINA_TEXT("layers", "Lays its inputs one after the other"),
                                .family = Family::Joining,
                                .fields = concatenateFields,
                                .minimumInputs = 2,
                                .maximumInputs = anyNumberOfInputs,
                                .signature = signature,
                                .compile = compile,
                                .examples = {{"{}", {{3}, {4}}},
                                             {"{}", {{2, 3, 1}, {2, 3, 4}, {2, 3, 2}}},
                                             {"{}", {{3, 2}, {3, 1}}, 0, true},
                                             {R"({"axis": 1})", {{2, 3}, {4, 3}}},
                                             {R"({"axis": -2})", {{2, 3, 2}, {2, 1, 2}}}},
                                .mask = MaskRule::Joins};
    return type;
}

} // namespace lamina::layers
