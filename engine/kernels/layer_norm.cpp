#include "engine/kernels/layer_norm.h"

#include "engine/kernels/clones.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lamina {

namespace {
constexpr std::size_t side = 16; // sums side by side, added in a fixed order at the end
constexpr Index run = 64; // rows whose parameter gradients are added up before they join the others

[[gnu::always_inline]] inline float addUp(const std::array<float, side>& sums)
{
    std::array<float, side> tree = sums;
    for (std::size_t half = side / 2; half > 0; half /= 2)
        for (std::size_t k = 0; k < half; ++k)
            tree[k] += tree[k + half];
    return tree[0];
}

// The sum of term(i) over a row.
template <typename Term>
[[gnu::always_inline]] inline float sumOver(Index width, Term term)
{
    std::array<float, side> sums{};
    Index i = 0;
    for (; i + static_cast<Index>(side) <= width; i += side)
        for (std::size_t k = 0; k < side; ++k)
            sums[k] += term(i + static_cast<Index>(k));
    for (std::size_t k = 0; i < width; ++i, ++k)
        sums[k] += term(i);
    return addUp(sums);
}

struct Row {
    float mean;
    float rstd;
};

LAMINA_CLONES Row normalizeRow(const float* x, const float* gamma, const float* beta, float epsilon, float* y,
                               Index width)
{
    const auto count = static_cast<float>(width);
    const float mean = sumOver(width, [=](Index i) { return x[i]; }) / count;
    const float variance = sumOver(width, [=](Index i) { return (x[i] - mean) * (x[i] - mean); }) / count;
    const float rstd = 1.0F / std::sqrt(variance + epsilon);
    if (gamma && beta)
        for (Index i = 0; i < width; ++i)
            y[i] = (x[i] - mean) * rstd * gamma[i] + beta[i];
    else if (gamma)
        for (Index i = 0; i < width; ++i)
            y[i] = (x[i] - mean) * rstd * gamma[i];
    else
        for (Index i = 0; i < width; ++i)
            y[i] = (x[i] - mean) * rstd + (beta ? beta[i] : 0.0F);
    return {mean, rstd};
}

// dx = rstd (g - mean(g) - xhat mean(g xhat)) with g = gamma dy and xhat = (x - mean) rstd.
LAMINA_CLONES void rowBackward(const float* x, const float* dy, const float* gamma, Row row, float* dx,
                               Index width)
{
    const auto count = static_cast<float>(width);
    const auto g = [=](Index i) { return gamma ? gamma[i] * dy[i] : dy[i]; };
    const auto xhat = [=](Index i) { return (x[i] - row.mean) * row.rstd; };
    const float meanG = sumOver(width, g) / count;
    const float meanGx = sumOver(width, [=](Index i) { return g(i) * xhat(i); }) / count;
    for (Index i = 0; i < width; ++i)
        dx[i] = row.rstd * (g(i) - meanG - xhat(i) * meanGx);
}

LAMINA_CLONES void addParameterGradients(const float* x, const float* dy, Row row, float* gamma, float* beta,
                                         Index width)
{
    for (Index i = 0; i < width; ++i) {
        gamma[i] += dy[i] * ((x[i] - row.mean) * row.rstd);
        beta[i] += dy[i];
    }
}

void addTo(float* into, const float* values, Index count)
{
    for (Index i = 0; i < count; ++i)
        into[i] += values[i];
}

class LayerNorm final : public Kernel {
public:
    LayerNorm(LayerNormGeometry geometry, Index samples)
        : m_g(std::move(geometry)), m_samples(samples), m_elements(m_g.rows * m_g.width)
    {
    }

    // saved: mean and 1 / deviation of each row. scratch: sums of both parameter gradients, and where the
    // rows are scattered a sample of x and one of y or of the gradients.
    Workspace workspace() const override
    {
        return {.saved = 2 * m_samples * m_g.rows,
                .scratch = 2 * m_g.width + (m_g.places.empty() ? 0 : 2 * m_elements)};
    }
    bool backwardReadsOutput() const override { return false; }

    void forward(const Pass& p) const override
    {
        const float* gamma = parameter(p, m_g.gamma);
        const float* beta = parameter(p, m_g.beta);
        for (Index sample = 0; sample < p.samples; ++sample) {
            const float* x = gathered(p, p.x[0], sample, 0);
            float* y = m_g.places.empty() ? p.y[0] + sample * m_elements : spare(p, 1);
            for (Index row = 0; row < m_g.rows; ++row)
                saved(p, sample, row) = normalizeRow(x + row * m_g.width, gamma, beta, m_g.epsilon,
                                                     y + row * m_g.width, m_g.width);
            scatter(y, p.y[0], sample);
        }
    }

    void backward(const Pass& p) const override
    {
        float* gammaGradient = gradient(p, m_g.gamma);
        float* betaGradient = gradient(p, m_g.beta);
        for (float* each : {gammaGradient, betaGradient})
            if (each)
                std::fill_n(each, m_g.width, 0.0F);
        std::fill_n(p.scratch, 2 * m_g.width, 0.0F);
        Index inRun = 0;
        const auto endRun = [&] {
            if (gammaGradient)
                addTo(gammaGradient, p.scratch, m_g.width);
            if (betaGradient)
                addTo(betaGradient, p.scratch + m_g.width, m_g.width);
            std::fill_n(p.scratch, 2 * m_g.width, 0.0F);
            inRun = 0;
        };
        for (Index sample = 0; sample < p.samples; ++sample) {
            const float* x = gathered(p, p.x[0], sample, 0);
            const float* dy = gathered(p, p.dy[0], sample, 1);
            // Scattered rows of dx take the place of those of dy, which have been read by then.
            float* dx =
                m_g.places.empty() ? (p.dx[0] ? p.dx[0] + sample * m_elements : nullptr) : spare(p, 1);
            for (Index row = 0; row < m_g.rows; ++row) {
                const Index at = row * m_g.width;
                const Row statistics = saved(p, sample, row);
                if (gammaGradient || betaGradient) {
                    addParameterGradients(x + at, dy + at, statistics, p.scratch, p.scratch + m_g.width,
                                          m_g.width);
                    if (++inRun == run)
                        endRun();
                }
                if (dx)
                    rowBackward(x + at, dy + at, parameter(p, m_g.gamma), statistics, dx + at, m_g.width);
            }
            if (p.dx[0])
                scatter(dx, p.dx[0], sample);
        }
        endRun();
    }

private:
    static const float* parameter(const Pass& p, int place)
    {
        return place < 0 ? nullptr : p.parameters[static_cast<std::size_t>(place)];
    }
    static float* gradient(const Pass& p, int place)
    {
        return place < 0 ? nullptr : p.parameterGradients[static_cast<std::size_t>(place)];
    }
    Row& saved(const Pass& p, Index sample, Index row) const
    {
        return reinterpret_cast<Row*>(p.saved)[sample * m_g.rows + row];
    }
    float* spare(const Pass& p, Index which) const { return p.scratch + 2 * m_g.width + which * m_elements; }

    const float* gathered(const Pass& p, const float* from, Index sample, Index which) const
    {
        from += sample * m_elements;
        if (m_g.places.empty())
            return from;
        float* to = spare(p, which);
        for (Index i = 0; i < m_elements; ++i)
            to[i] = from[m_g.places[static_cast<std::size_t>(i)]];
        return to;
    }
    void scatter(const float* from, float* to, Index sample) const
    {
        to += sample * m_elements;
        for (Index i = 0; !m_g.places.empty() && i < m_elements; ++i)
            to[m_g.places[static_cast<std::size_t>(i)]] = from[i];
    }

    LayerNormGeometry m_g;
    Index m_samples;
    Index m_elements;
};
} // namespace

std::unique_ptr<Kernel> makeLayerNormKernel(LayerNormGeometry geometry, const KernelRequest& request)
{
    return std::make_unique<LayerNorm>(std::move(geometry), request.samples);
}

} // namespace lamina
