// BatchNormalization: each channel brought to mean 0 and variance 1 over the whole batch, then scaled and
// shifted. x [..., c]   gamma, beta, moving_mean, moving_variance [c]   y as x.   Rules: keras_semantics 5.4;
// Ioffe and Szegedy 2015. The lanes meet twice: for the batch's mean and variance, and for the sums that the
// gradient needs. Means and squares are merged as Chan, Golub and LeVeque (1979) do, so no digits are lost to
// large means.
#include "engine/kernels/clones.h"
#include "engine/model/common_fields.h"

#include <algorithm>
#include <cmath>

namespace lamina::layers {

namespace {
const std::array normFields{
    Field{.name = "axis",
          .kind = FieldKind::WholeList,
          .defaultJson = "-1",
          .label = LAMINA_TEXT("layers", "Axis"),
          .help = LAMINA_TEXT("layers", "The axis of the channels; Lamina has them last"),
          .minimum = -1,
          .maximum = 8,
          .listLength = 1},
    fields::real("momentum", "0.99", 0, 1, LAMINA_TEXT("layers", "Momentum"),
                 LAMINA_TEXT("layers", "How slowly the moving mean and variance follow the batches")),
    fields::real("epsilon", "0.001", 0, 1, LAMINA_TEXT("layers", "Epsilon"),
                 LAMINA_TEXT("layers", "Added to the variance before its root")),
    fields::flag("center", "true", LAMINA_TEXT("layers", "Center"),
                 LAMINA_TEXT("layers", "Add a trained offset (beta)")),
    fields::flag("scale", "true", LAMINA_TEXT("layers", "Scale"),
                 LAMINA_TEXT("layers", "Multiply by a trained factor (gamma)")),
    fields::initializer("beta_initializer", "\"zeros\"", LAMINA_TEXT("layers", "Beta initializer")),
    fields::initializer("gamma_initializer", "\"ones\"", LAMINA_TEXT("layers", "Gamma initializer")),
    fields::initializer("moving_mean_initializer", "\"zeros\"",
                        LAMINA_TEXT("layers", "Moving mean initializer")),
    fields::initializer("moving_variance_initializer", "\"ones\"",
                        LAMINA_TEXT("layers", "Moving variance initializer")),
    fields::regularizer("beta_regularizer", LAMINA_TEXT("layers", "Beta regularizer")),
    fields::regularizer("gamma_regularizer", LAMINA_TEXT("layers", "Gamma regularizer")),
    fields::constraint("beta_constraint", LAMINA_TEXT("layers", "Beta constraint")),
    fields::constraint("gamma_constraint", LAMINA_TEXT("layers", "Gamma constraint")),
};

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (x.rank() == 0)
        return Fault{FaultKind::Input,
                     LAMINA_TEXT("layers", "There is no channel to normalise in a single number"),
                     {},
                     LAMINA_TEXT("layers", "give the input a shape of at least one axis")};
    const Index axis = attributes.wholes("axis")[0];
    if (axis != -1 && axis != x.rank())
        return Fault{FaultKind::Input,
                     Text(LAMINA_TEXT("layers", "The channels are the last axis here, not axis %1"), axis),
                     {},
                     LAMINA_TEXT("layers", "set axis to -1")};
    const Shape channels{x[-1]};
    Signature result{.outputs = {x}, .parameters = {}, .flops = 4.0 * static_cast<double>(x.elements())};
    if (attributes.flag("scale"))
        result.parameters.push_back(fields::parameter(attributes, "gamma", channels));
    if (attributes.flag("center"))
        result.parameters.push_back(fields::parameter(attributes, "beta", channels));
    result.parameters.push_back(
        {"moving_mean", channels, attributes.value("moving_mean_initializer"), false});
    result.parameters.push_back(
        {"moving_variance", channels, attributes.value("moving_variance_initializer"), false});
    return result;
}

// Sums of short runs of rows are taken in float, the runs in double.
constexpr Index run = 128;

// Counted from a row of the same data, for the last digits of a large mean are those that tell samples apart.
LAMINA_CLONES void addRows(const float* x, const float* from, float* sums, Index rows, Index channels)
{
    for (Index r = 0; r < rows; ++r)
        for (Index c = 0; c < channels; ++c)
            sums[c] += x[r * channels + c] - from[c];
}

LAMINA_CLONES void addSquares(const float* x, const float* mean, float* sums, Index rows, Index channels)
{
    for (Index r = 0; r < rows; ++r)
        for (Index c = 0; c < channels; ++c) {
            const float d = x[r * channels + c] - mean[c];
            sums[c] += d * d;
        }
}

LAMINA_CLONES void addGradients(const float* x, const float* dy, const float* mean, const float* rstd,
                                float* sums, Index rows, Index channels)
{
    for (Index r = 0; r < rows; ++r)
        for (Index c = 0; c < channels; ++c) {
            const float g = dy[r * channels + c];
            sums[c] += g;
            sums[channels + c] += g * (x[r * channels + c] - mean[c]) * rstd[c];
        }
}

// Both take the mean off first: multiplied out, two large numbers would be left to cancel where the mean is
// far from zero. y = factor (x - mean) + offset, channel by channel.
LAMINA_CLONES void scaleRows(const float* x, const float* mean, const float* factor, const float* offset,
                             float* y, Index rows, Index channels)
{
    for (Index r = 0; r < rows; ++r)
        for (Index c = 0; c < channels; ++c)
            y[r * channels + c] = (x[r * channels + c] - mean[c]) * factor[c] + offset[c];
}

// dx = a dy + b (x - mean) + d, channel by channel.
LAMINA_CLONES void combineRows(const float* dy, const float* x, const float* mean, const float* a,
                               const float* b, const float* d, float* dx, Index rows, Index channels)
{
    for (Index r = 0; r < rows; ++r)
        for (Index c = 0; c < channels; ++c)
            dx[r * channels + c] =
                a[c] * dy[r * channels + c] + b[c] * (x[r * channels + c] - mean[c]) + d[c];
}

class BatchNorm final : public Kernel {
public:
    explicit BatchNorm(const KernelRequest& request)
        : m_channels(request.inputs[0][-1]), m_rows(request.inputs[0].elements() / request.inputs[0][-1]),
          m_epsilon(request.attributes.real("epsilon")), m_momentum(request.attributes.real("momentum")),
          m_gamma(request.attributes.flag("scale") ? 0 : -1),
          m_beta(request.attributes.flag("center") ? m_gamma + 1 : -1), // -1 + 1 is 0 without gamma
          m_mean((m_gamma >= 0 ? 1 : 0) + (m_beta >= 0 ? 1 : 0)),
          m_batchStatistics(request.training && request.trainable), m_bessel(request.inputs[0].rank() >= 3)
    {
    }

    // saved: the batch's mean, 1 / deviation and count. sums: count, mean, squares; then for the gradient two
    // sums.
    Workspace workspace() const override
    {
        return {.saved = 2 * m_channels + 1,
                .scratch = 8 * m_channels,
                .sums = m_batchStatistics ? 2 * m_channels + 1 : 0};
    }
    bool backwardReadsOutput() const override { return false; }
    bool meetsForward() const override { return m_batchStatistics; }
    bool meetsBackward() const override { return m_batchStatistics; }

    void collectForward(const Pass& p) const override
    {
        const Index rows = p.samples * m_rows;
        float* mean = p.sums + 1;
        float* squares = mean + m_channels;
        p.sums[0] = static_cast<float>(rows);
        total(p, mean, m_channels, [&](Index first, Index count, float* sums) {
            addRows(p.x[0] + first * m_channels, p.x[0], sums, count, m_channels);
        });
        for (Index c = 0; c < m_channels; ++c)
            mean[c] = p.x[0][c] + mean[c] / static_cast<float>(rows);
        total(p, squares, m_channels, [&](Index first, Index count, float* sums) {
            addSquares(p.x[0] + first * m_channels, mean, sums, count, m_channels);
        });
    }

    void mergeForward(float* into, const float* other) const override
    {
        const double n = into[0];
        const double m = other[0];
        for (Index c = 0; c < m_channels; ++c) {
            float& mean = into[1 + c];
            float& squares = into[1 + m_channels + c];
            const double difference = static_cast<double>(other[1 + c]) - mean;
            squares = static_cast<float>(squares + static_cast<double>(other[1 + m_channels + c])
                                         + difference * difference * n * m / (n + m));
            mean = static_cast<float>(mean + difference * m / (n + m));
        }
        into[0] = static_cast<float>(n + m);
    }

    void meetForward(const Meeting& meeting) const override
    {
        const double count = meeting.sums[0];
        const double correction = m_bessel ? count / std::max(count - 1, 1.0) : 1.0;
        const auto at = static_cast<std::size_t>(m_mean);
        for (Index c = 0; c < m_channels; ++c) {
            follow(meeting.parameters[at][c], meeting.sums[1 + c]);
            follow(meeting.parameters[at + 1][c], meeting.sums[1 + m_channels + c] / count * correction);
        }
    }

    void forward(const Pass& p) const override
    {
        float* mean = p.saved;
        float* rstd = p.saved + m_channels;
        const auto at = static_cast<std::size_t>(m_mean);
        for (Index c = 0; c < m_channels; ++c) {
            mean[c] = m_batchStatistics ? p.sums[1 + c] : p.parameters[at][c];
            const double variance = m_batchStatistics
                ? static_cast<double>(p.sums[1 + m_channels + c]) / p.sums[0]
                : p.parameters[at + 1][c];
            rstd[c] = static_cast<float>(1 / std::sqrt(variance + m_epsilon));
        }
        if (m_batchStatistics)
            p.saved[2 * m_channels] = p.sums[0];
        float* factor = p.scratch;
        float* offset = p.scratch + m_channels;
        for (Index c = 0; c < m_channels; ++c) {
            factor[c] = rstd[c] * gamma(p, c);
            offset[c] = m_beta >= 0 ? p.parameters[static_cast<std::size_t>(m_beta)][c] : 0.0F;
        }
        scaleRows(p.x[0], mean, factor, offset, p.y[0], p.samples * m_rows, m_channels);
    }

    void collectBackward(const Pass& p) const override
    {
        const float* mean = p.saved;
        const float* rstd = p.saved + m_channels;
        total(p, p.sums, 2 * m_channels, [&](Index first, Index count, float* sums) {
            addGradients(p.x[0] + first * m_channels, p.dy[0] + first * m_channels, mean, rstd, sums, count,
                         m_channels);
        });
        writeGradient(p, m_beta, p.sums);
        writeGradient(p, m_gamma, p.sums + m_channels);
    }

    void mergeBackward(float* into, const float* other) const override
    {
        for (Index c = 0; c < 2 * m_channels; ++c)
            into[c] += other[c];
    }

    void backward(const Pass& p) const override
    {
        if (!p.dx[0])
            return;
        const float* mean = p.saved;
        const float* rstd = p.saved + m_channels;
        float* a = p.scratch;
        float* b = a + m_channels;
        float* d = b + m_channels;
        // dx = gamma rstd (dy - sum(dy) / N - xhat sum(dy xhat) / N), with xhat = (x - mean) rstd
        const float count = m_batchStatistics ? p.saved[2 * m_channels] : 1.0F;
        for (Index c = 0; c < m_channels; ++c) {
            a[c] = rstd[c] * gamma(p, c);
            b[c] = m_batchStatistics ? -a[c] * rstd[c] * p.sums[m_channels + c] / count : 0.0F;
            d[c] = m_batchStatistics ? -a[c] * p.sums[c] / count : 0.0F;
        }
        combineRows(p.dy[0], p.x[0], mean, a, b, d, p.dx[0], p.samples * m_rows, m_channels);
    }

private:
    // result[0 … width) = the sum of what add() makes of each run of rows.
    template <typename Add>
    void total(const Pass& p, float* result, Index width, const Add& add) const
    {
        auto* totals = reinterpret_cast<double*>(p.scratch); // 2 · width floats
        float* sums = p.scratch + 2 * width;
        std::fill_n(totals, width, 0.0);
        const Index rows = p.samples * m_rows;
        for (Index first = 0; first < rows; first += run) {
            std::fill_n(sums, width, 0.0F);
            add(first, std::min(run, rows - first), sums);
            for (Index c = 0; c < width; ++c)
                totals[c] += static_cast<double>(sums[c]);
        }
        for (Index c = 0; c < width; ++c)
            result[c] = static_cast<float>(totals[c]);
    }
    void follow(float& moving, double batch) const
    {
        moving = static_cast<float>(moving * m_momentum + batch * (1 - m_momentum));
    }
    float gamma(const Pass& p, Index c) const
    {
        return m_gamma >= 0 ? p.parameters[static_cast<std::size_t>(m_gamma)][c] : 1.0F;
    }
    void writeGradient(const Pass& p, int parameter, const float* sums) const
    {
        if (parameter >= 0 && p.parameterGradients[static_cast<std::size_t>(parameter)])
            std::copy_n(sums, m_channels, p.parameterGradients[static_cast<std::size_t>(parameter)]);
    }

    Index m_channels;
    Index m_rows; // of one sample
    double m_epsilon;
    double m_momentum;
    int m_gamma; // places among the parameters; -1: none
    int m_beta;
    int m_mean; // the variance comes after it
    bool m_batchStatistics;
    bool m_bessel;
};

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return std::make_unique<BatchNorm>(request);
}
} // namespace

const LayerType& batch_normalization()
{
    static const LayerType type{
        .className = "BatchNormalization",
        .label = LAMINA_TEXT("layers", "Batch normalization"),
        .help = LAMINA_TEXT("layers", "Brings each channel to mean 0 and variance 1 over the batch"),
        .family = Family::Normalisation,
        .fields = normFields,
        .signature = signature,
        .compile = compile,
        .examples = {{R"({})", {{3}}},
                     {R"({"momentum": 0.9})", {{4, 3, 2}}},
                     {R"({"center": false, "scale": false})", {{5}}},
                     {R"({"scale": false})", {{2, 2, 3}}}},
        .mask = MaskRule::Passes};
    return type;
}

} // namespace lamina::layers
