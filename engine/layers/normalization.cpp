// Normalization: (x - mean) / sqrt(variance), with mean and variance of the training data or as given.
// x [...]   mean, variance: the sizes of the kept axes; count []   y as x
#include "engine/kernels/broadcast.h"
#include "engine/kernels/clones.h"
#include "engine/model/common_fields.h"
#include "engine/model/joining.h"

#include <algorithm>
#include <cmath>

namespace lamina::layers {

namespace {
constexpr double least = 1e-7; // Keras' epsilon(): no deviation is taken for less

const std::array normalizationFields{
    Field{.name = "axis",
          .kind = FieldKind::WholeList,
          .defaultJson = "-1",
          .label = LAMINA_TEXT("layers", "Axis"),
          .help =
              LAMINA_TEXT("layers", "Axes that keep a mean for each place; empty: one mean for all numbers"),
          .minimum = -8,
          .maximum = 8,
          .orNull = true},
    Field{.name = "mean",
          .kind = FieldKind::RealList,
          .defaultJson = "null",
          .label = LAMINA_TEXT("layers", "Mean"),
          .help = LAMINA_TEXT("layers", "Empty: that of the training data"),
          .orNull = true},
    Field{.name = "variance",
          .kind = FieldKind::RealList,
          .defaultJson = "null",
          .label = LAMINA_TEXT("layers", "Variance"),
          .help = LAMINA_TEXT("layers", "Empty: that of the training data"),
          .minimum = 0,
          .orNull = true},
    fields::flag("invert", "false", LAMINA_TEXT("layers", "Invert"),
                 LAMINA_TEXT("layers", "The other way: back to numbers as they were")),
};

// The input's shape with 1 along the axes that share a mean, or nothing if an axis is not there.
std::optional<Shape> keptShape(const Attributes& attributes, const Shape& x)
{
    Shape kept(std::vector<Index>(static_cast<std::size_t>(x.rank()), 1));
    for (const Index given : attributes.wholes("axis")) {
        const int axis = sampleAxis(given, x);
        if (axis < 0)
            return std::nullopt;
        kept[axis] = x[axis];
    }
    return kept;
}

// Without the axes that are 1 because they are shared.
Shape variableShape(const Attributes& attributes, const Shape& x)
{
    std::vector<bool> keeps(static_cast<std::size_t>(x.rank()), false);
    for (const Index given : attributes.wholes("axis"))
        keeps[static_cast<std::size_t>(sampleAxis(given, x))] = true;
    std::vector<Index> sizes;
    for (int axis = 0; axis < x.rank(); ++axis)
        if (keeps[static_cast<std::size_t>(axis)])
            sizes.push_back(x[axis]);
    return Shape(sizes);
}

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    const std::optional<Shape> kept = keptShape(attributes, x);
    if (!kept)
        return Fault{FaultKind::Input,
                     Text(LAMINA_TEXT("layers", "An input of shape %1 has no axis %2 to keep means along"),
                          x.textWithBatch(), attributes.value("axis").dump()),
                     {.path = "config.axis"},
                     LAMINA_TEXT("layers", "count from 1, for the batch is axis 0, or from -1 at the end")};
    Signature result{.outputs = {x}, .parameters = {}, .flops = 2.0 * static_cast<double>(x.elements())};
    const bool given = !attributes.isNull("mean");
    if (given != !attributes.isNull("variance"))
        return Fault{
            FaultKind::Input,
            LAMINA_TEXT("layers", "Mean and variance go together"),
            {.path = given ? "config.mean" : "config.variance"},
            LAMINA_TEXT("layers", "give both, or leave both out to take them from the training data")};
    for (const char* name : {"mean", "variance"})
        if (const std::vector<double> values = attributes.reals(name);
            given && values.size() != 1 && static_cast<Index>(values.size()) != kept->elements())
            return Fault{FaultKind::Input,
                         Text(LAMINA_TEXT("layers", "'%1' has %2 numbers, and %3 are kept along the axes"),
                              name, values.size(), kept->elements()),
                         {.path = std::string("config.") + name},
                         LAMINA_TEXT("layers", "give as many, or a single one for all")};
    if (given)
        return result;
    const Shape variable = variableShape(attributes, x);
    result.parameters = {{.name = "mean", .shape = variable, .initializer = "zeros", .trainable = false},
                         {.name = "variance", .shape = variable, .initializer = "ones", .trainable = false},
                         {.name = "count", .shape = {}, .initializer = "zeros", .trainable = false}};
    return result;
}

// y = (x + before) · factor + after, with numbers of their own or one for all.
LAMINA_CLONES void applyEach(const float* x, const float* before, const float* factor, const float* after,
                             float* y, Index count)
{
    for (Index i = 0; i < count; ++i)
        y[i] = (x[i] + before[i]) * factor[i] + after[i];
}

LAMINA_CLONES void applyOne(const float* x, float before, float factor, float after, float* y, Index count)
{
    for (Index i = 0; i < count; ++i)
        y[i] = (x[i] + before) * factor + after;
}

class NormalizationKernel final : public Kernel {
public:
    NormalizationKernel(const KernelRequest& request, const Shape& kept)
        : m_elements(request.inputs[0].elements()),
          m_layout(layOutRuns(std::span(&kept, 1), request.inputs[0])),
          m_invert(request.attributes.flag("invert")), m_mean(spread(request.attributes.reals("mean"))),
          m_variance(spread(request.attributes.reals("variance")))
    {
    }
    // scratch: what is added before, the factor, what is added after.
    Workspace workspace() const override { return {.scratch = 3 * numbers()}; }
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }
    bool inPlace() const override { return true; }

    void forward(const Pass& p) const override
    {
        const float* mean = m_mean.empty() ? p.parameters[0] : m_mean.data();
        float* factor = factors(p);
        for (Index i = 0; i < numbers(); ++i) {
            p.scratch[i] = m_invert ? 0.0F : -mean[i];
            factor[numbers() + i] = m_invert ? mean[i] : 0.0F;
        }
        apply(p, p.x[0], p.y[0]);
    }
    void backward(const Pass& p) const override
    {
        if (!p.dx[0])
            return;
        float* factor = factors(p);
        std::fill_n(p.scratch, numbers(), 0.0F);
        std::fill_n(factor + numbers(), numbers(), 0.0F);
        apply(p, p.dy[0], p.dx[0]);
    }

private:
    const BroadcastOperand& operand() const { return m_layout.operands[0]; }
    Index numbers() const { return operand().elements; }
    std::vector<float> spread(const std::vector<double>& given) const
    {
        std::vector<float> values;
        for (Index i = 0; !given.empty() && i < numbers(); ++i)
            values.push_back(static_cast<float>(given[given.size() == 1 ? 0 : static_cast<std::size_t>(i)]));
        return values;
    }
    float* factors(const Pass& p) const
    {
        const float* variance = m_variance.empty() ? p.parameters[1] : m_variance.data();
        float* factor = p.scratch + numbers();
        for (Index i = 0; i < numbers(); ++i) {
            const double deviation = std::max(std::sqrt(static_cast<double>(variance[i])), least);
            factor[i] = static_cast<float>(m_invert ? deviation : 1 / deviation);
        }
        return factor;
    }
    void apply(const Pass& p, const float* from, float* to) const
    {
        for (Index sample = 0; sample < p.samples; ++sample)
            for (Index run = 0; run < m_layout.runs; ++run) {
                const Index offset = sample * m_elements + run * m_layout.run;
                const float* before = p.scratch + operand().starts[static_cast<std::size_t>(run)];
                const float* factor = before + numbers();
                const float* after = factor + numbers();
                if (operand().moves)
                    applyEach(from + offset, before, factor, after, to + offset, m_layout.run);
                else
                    applyOne(from + offset, *before, *factor, *after, to + offset, m_layout.run);
            }
    }

    Index m_elements;
    BroadcastRuns m_layout;
    bool m_invert;
    std::vector<float> m_mean; // empty: the layer's variables
    std::vector<float> m_variance;
};

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return std::make_unique<NormalizationKernel>(request, *keptShape(request.attributes, request.inputs[0]));
}

// Mean and squared distances of all that came, merged batch by batch as Chan, Golub and LeVeque (1979) do.
class Statistics final : public Adaptation {
public:
    Statistics(const Shape& x, const Shape& kept)
        : m_elements(x.elements()), m_layout(layOutRuns(std::span(&kept, 1), x)),
          m_each(m_elements / kept.elements()), m_mean(static_cast<std::size_t>(kept.elements())),
          m_squares(m_mean.size()), m_batchMean(m_mean.size()), m_batchSquares(m_mean.size())
    {
    }

    void add(const float* x, Index samples) override
    {
        if (samples == 0)
            return;
        const auto arriving = static_cast<double>(samples * m_each);
        std::ranges::fill(m_batchMean, 0.0);
        std::ranges::fill(m_batchSquares, 0.0);
        forEachNumber(x, samples,
                      [this](float value, std::size_t at) { m_batchMean[at] += static_cast<double>(value); });
        for (double& mean : m_batchMean)
            mean /= arriving;
        forEachNumber(x, samples, [this](float value, std::size_t at) {
            const double distance = static_cast<double>(value) - m_batchMean[at];
            m_batchSquares[at] += distance * distance;
        });
        const double all = m_count + arriving;
        for (std::size_t i = 0; i < m_mean.size(); ++i) {
            const double difference = m_batchMean[i] - m_mean[i];
            m_squares[i] += m_batchSquares[i] + difference * difference * m_count * arriving / all;
            m_mean[i] += difference * arriving / all;
        }
        m_count = all;
    }

    void finish(std::span<float* const> parameters) const override
    {
        for (std::size_t i = 0; i < m_mean.size(); ++i) {
            parameters[0][i] = static_cast<float>(m_mean[i]);
            parameters[1][i] = static_cast<float>(m_squares[i] / std::max(m_count, 1.0));
        }
        parameters[2][0] = static_cast<float>(m_count);
    }

private:
    template <typename Visit>
    void forEachNumber(const float* x, Index samples, const Visit& visit) const
    {
        const BroadcastOperand& operand = m_layout.operands[0];
        for (Index sample = 0; sample < samples; ++sample, x += m_elements)
            for (Index run = 0; run < m_layout.runs; ++run)
                for (Index i = 0; i < m_layout.run; ++i)
                    visit(x[run * m_layout.run + i],
                          static_cast<std::size_t>(operand.starts[static_cast<std::size_t>(run)]
                                                   + (operand.moves ? i : 0)));
    }

    Index m_elements;
    BroadcastRuns m_layout;
    Index m_each; // numbers of a sample that share a mean
    double m_count = 0; // numbers behind each mean
    std::vector<double> m_mean;
    std::vector<double> m_squares;
    std::vector<double> m_batchMean;
    std::vector<double> m_batchSquares;
};

std::unique_ptr<Adaptation> adapt(const Attributes& attributes, std::span<const Shape> inputs,
                                  std::span<float* const> parameters)
{
    if (parameters.empty() || parameters[2][0] > 0)
        return nullptr;
    return std::make_unique<Statistics>(inputs[0], *keptShape(attributes, inputs[0]));
}
} // namespace

const LayerType& normalization()
{
    static const LayerType type{
        .className = "Normalization",
        .label = LAMINA_TEXT("layers", "Normalization"),
        .help =
            LAMINA_TEXT("layers", "Brings numbers to the mean 0 and variance 1 that the training data have"),
        .family = Family::Normalisation,
        .fields = normalizationFields,
        .signature = signature,
        .compile = compile,
        .adapt = adapt,
        .examples = {{R"({})", {{5}}},
                     {R"({"axis": [1, 3]})", {{2, 3, 4}}},
                     {R"({"axis": null})", {{3, 2}}},
                     {R"({"axis": 1, "invert": true})", {{3, 2}}},
                     {R"({"mean": 0.5, "variance": [0.25, 4]})", {{3, 2}}}}};
    return type;
}

} // namespace lamina::layers
