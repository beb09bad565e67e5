#include "engine/model/channel_dropout.h"

#include "engine/kernels/clones.h"
#include "engine/kernels/view.h"
#include "engine/model/random_factors.h"

namespace lamina {

namespace {
LAMINA_CLONES void scaleChannels(const float* factors, const float* from, float* to, Index cells,
                                 Index channels)
{
    for (Index cell = 0; cell < cells; ++cell)
        for (Index c = 0; c < channels; ++c)
            to[cell * channels + c] = from[cell * channels + c] * factors[c];
}

class ChannelDropout final : public RandomFactorsKernel {
public:
    explicit ChannelDropout(const KernelRequest& request)
        : RandomFactorsKernel(request), m_rate(request.attributes.real("rate")),
          m_channels(request.inputs[0][-1]), m_cells(request.inputs[0].elements() / m_channels)
    {
    }
    // scratch: what each channel of a sample is multiplied by; backward makes it again.
    Workspace workspace() const override { return {.scratch = m_channels}; }

private:
    void apply(const Pass& p, const CounterRandom& random, const float* from, float* to) const override
    {
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
};
} // namespace

std::unique_ptr<Kernel> compileChannelDropout(const KernelRequest& request)
{
    if (!request.training || request.attributes.real("rate") == 0)
        return makeViewKernel(request.inputs[0].elements());
    return std::make_unique<ChannelDropout>(request);
}

} // namespace lamina
