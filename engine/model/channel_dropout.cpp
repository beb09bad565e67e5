#include "engine/model/channel_dropout.h"

#include "engine/kernels/clones.h"
#include "engine/kernels/view.h"

namespace lamina {

namespace {
LAMINA_CLONES void scaleChannels(const float* factors, const float* from, float* to, Index cells,
                                 Index channels)
{
    for (Index cell = 0; cell < cells; ++cell)
        for (Index c = 0; c < channels; ++c)
            to[cell * channels + c] = from[cell * channels + c] * factors[c];
}

class ChannelDropout final : public Kernel {
public:
    explicit ChannelDropout(const KernelRequest& request)
        : m_rate(request.attributes.real("rate")), m_channels(request.inputs[0][-1]),
          m_cells(request.inputs[0].elements() / m_channels), m_seed(fields::seedOf(request.attributes))
    {
    }
    // scratch: what each channel of a sample is multiplied by; backward makes it again.
    Workspace workspace() const override { return {.scratch = m_channels}; }
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }
    bool inPlace() const override { return true; }
    void forward(const Pass& p) const override { apply(p, p.x[0], p.y[0]); }
    void backward(const Pass& p) const override
    {
        if (p.dx[0])
            apply(p, p.dy[0], p.dx[0]);
    }

private:
    void apply(const Pass& p, const float* from, float* to) const
    {
        const CounterRandom random = randomOf(p, m_seed);
        const auto kept = m_rate < 1 ? static_cast<float>(1 / (1 - m_rate)) : 0.0F;
        for (Index sample = 0; sample < p.samples; ++sample) {
            const auto first = static_cast<std::uint64_t>((p.firstSample + sample) * m_channels);
            for (Index c = 0; c < m_channels; ++c)
                p.scratch[c] = random.uniform(first + static_cast<std::uint64_t>(c)) >= m_rate ? kept : 0.0F;
            const Index offset = sample * m_cells * m_channels;
            scaleChannels(p.scratch, from + offset, to + offset, m_cells, m_channels);
        }
    }

    double m_rate;
    Index m_channels;
    Index m_cells;
    std::optional<std::uint64_t> m_seed;
};
} // namespace

std::unique_ptr<Kernel> compileChannelDropout(const KernelRequest& request)
{
    if (!request.training || request.attributes.real("rate") == 0)
        return makeViewKernel(request.inputs[0].elements());
    return std::make_unique<ChannelDropout>(request);
}

} // namespace lamina
