#include "engine/model/augmentation.h"

#include "engine/kernels/view.h"

namespace lamina {

namespace {
ResampleGeometry geometryOf(const KernelRequest& request)
{
    const Shape& x = request.inputs[0];
    const std::string fill = request.attributes.text("fill_mode");
    return {.height = x[0],
            .width = x[1],
            .channels = x[2],
            .fill = fill == "constant" ? FillMode::Constant
                : fill == "reflect"    ? FillMode::Reflect
                : fill == "wrap"       ? FillMode::Wrap
                                       : FillMode::Nearest,
            .interpolation = request.attributes.text("interpolation") == "nearest" ? Interpolation::Nearest
                                                                                   : Interpolation::Bilinear,
            .fillValue = static_cast<float>(request.attributes.real("fill_value"))};
}

class RandomMapKernel final : public Kernel {
public:
    RandomMapKernel(const KernelRequest& request, RandomMap map)
        : m_geometry(geometryOf(request)), m_map(std::move(map)), m_seed(fields::seedOf(request.attributes))
    {
    }
    Workspace workspace() const override { return {.scratch = resampleScratch(m_geometry)}; }
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }
    void forward(const Pass& p) const override
    {
        forEach(p, [&](const AffineMap& map, Index offset) {
            resample(m_geometry, map, p.x[0] + offset, p.y[0] + offset, p.scratch);
        });
    }
    void backward(const Pass& p) const override
    {
        if (!p.dx[0])
            return;
        forEach(p, [&](const AffineMap& map, Index offset) {
            resampleBackward(m_geometry, map, p.dy[0] + offset, p.dx[0] + offset, p.scratch);
        });
    }

private:
    template <typename Work>
    void forEach(const Pass& p, const Work& work) const
    {
        const CounterRandom random = randomOf(p, m_seed);
        for (Index sample = 0; sample < p.samples; ++sample)
            work(m_map(SampleRandom(random, p.firstSample + sample)), sample * m_geometry.elements());
    }

    ResampleGeometry m_geometry;
    RandomMap m_map;
    std::optional<std::uint64_t> m_seed;
};

class RandomChangeKernel final : public Kernel {
public:
    RandomChangeKernel(const KernelRequest& request, RandomChange change)
        : m_elements(request.inputs[0].elements()), m_change(std::move(change)),
          m_seed(fields::seedOf(request.attributes))
    {
    }
    bool backwardReadsInput() const override { return m_change.readsInput; }
    bool backwardReadsOutput() const override { return false; }
    void forward(const Pass& p) const override
    {
        const CounterRandom random = randomOf(p, m_seed);
        for (Index sample = 0; sample < p.samples; ++sample)
            m_change.forward(SampleRandom(random, p.firstSample + sample), p.x[0] + sample * m_elements,
                             p.y[0] + sample * m_elements);
    }
    void backward(const Pass& p) const override
    {
        if (!p.dx[0])
            return;
        const CounterRandom random = randomOf(p, m_seed);
        for (Index sample = 0; sample < p.samples; ++sample) {
            const Index at = sample * m_elements;
            m_change.backward(SampleRandom(random, p.firstSample + sample),
                              m_change.readsInput ? p.x[0] + at : nullptr, p.dy[0] + at, p.dx[0] + at);
        }
    }

private:
    Index m_elements;
    RandomChange m_change;
    std::optional<std::uint64_t> m_seed;
};
} // namespace

Range rangeOf(const Attributes& attributes, const char* name)
{
    const std::vector<double> given = attributes.reals(name);
    if (given.size() == 1)
        return {-given[0], given[0]};
    return {given[0], given[1]};
}

Result<Signature> augmentationSignature(const Attributes& attributes, std::span<const Shape> inputs,
                                        std::initializer_list<const char*> ranges)
{
    const Shape& x = inputs[0];
    if (x.rank() != 3)
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("layers", "It changes pictures (height, width, channels), and here come %1"),
                 x.text()),
            {},
            LAMINA_TEXT("layers",
                        "put it right behind the input, or give the input a shape like (28, 28, 1)")};
    for (const char* name : ranges)
        if (const Range range = attributes.isNull(name) ? Range{} : rangeOf(attributes, name);
            range.low > range.high)
            return Fault{
                FaultKind::Input,
                Text(LAMINA_TEXT("layers", "'%1' runs from %2 down to %3"), name, range.low, range.high),
                {.path = std::string("config.") + name},
                LAMINA_TEXT("layers", "give the smaller end first, or a single number of at least 0")};
    return Signature{.outputs = {x}, .parameters = {}, .flops = 8.0 * static_cast<double>(x.elements())};
}

std::unique_ptr<Kernel> makeRandomMapKernel(const KernelRequest& request, RandomMap map)
{
    if (!request.training)
        return makeViewKernel(request.inputs[0].elements());
    return std::make_unique<RandomMapKernel>(request, std::move(map));
}

std::unique_ptr<Kernel> makeRandomChangeKernel(const KernelRequest& request, RandomChange change)
{
    if (!request.training)
        return makeViewKernel(request.inputs[0].elements());
    return std::make_unique<RandomChangeKernel>(request, std::move(change));
}

} // namespace lamina
