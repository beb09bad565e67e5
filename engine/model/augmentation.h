// What the layers share that change pictures at random while training and leave them alone afterwards. Every
// sample draws its own numbers, by its place in the batch.
#pragma once

#include "engine/kernels/resample.h"
#include "engine/model/common_fields.h"

#include <functional>

namespace lamina {

inline constexpr std::array fillModeChoices{"constant", "reflect", "wrap", "nearest"};
inline constexpr std::array interpolationChoices{"nearest", "bilinear"};

namespace fields {
// A number f for the range [-f, f], or the two ends of the range.
inline Field factor(const char* name, const char* byDefault, double minimum, double maximum, TextId label,
                    TextId help)
{
    return {.name = name,
            .kind = FieldKind::RealList,
            .defaultJson = byDefault,
            .label = label,
            .help = help,
            .minimum = minimum,
            .maximum = maximum,
            .listLength = 2,
            .orNull = byDefault && std::string_view(byDefault) == "null"};
}

inline Field fillMode()
{
    return choice("fill_mode", "\"reflect\"", fillModeChoices, LAMINA_TEXT("fields", "Fill mode"),
                  LAMINA_TEXT("fields",
                              "What lies beyond the edge: a value, the picture mirrored, the picture "
                              "again, or its nearest pixel"));
}

inline Field interpolation()
{
    return choice("interpolation", "\"bilinear\"", interpolationChoices,
                  LAMINA_TEXT("fields", "Interpolation"),
                  LAMINA_TEXT("fields", "Between pixels: the nearest one, or a mixture of four"));
}

inline Field fillValue()
{
    return real("fill_value", "0", -1e9, 1e9, LAMINA_TEXT("fields", "Fill value"),
                LAMINA_TEXT("fields", "What stands beyond the edge with fill mode constant"));
}
} // namespace fields

struct Range {
    double low = 0;
    double high = 0;
};
// A single number f means from -f to f.
Range rangeOf(const Attributes& attributes, const char* name);

// Pictures in, pictures out, and ranges whose ends stand the right way round.
Result<Signature> augmentationSignature(const Attributes& attributes, std::span<const Shape> inputs,
                                        std::initializer_list<const char*> ranges);

// Random numbers of one sample.
class SampleRandom {
public:
    SampleRandom(const CounterRandom& random, Index sample) : m_random(random), m_sample(sample) { }
    // Number `which` of at most four, in the range.
    double in(Range range, int which = 0) const
    {
        return m_random.uniform(static_cast<std::uint64_t>(4 * m_sample + which), range.low, range.high);
    }

private:
    const CounterRandom& m_random;
    Index m_sample;
};

// Looks at each picture through a map of its own; outside training it is nothing.
using RandomMap = std::function<AffineMap(const SampleRandom&)>;
std::unique_ptr<Kernel> makeRandomMapKernel(const KernelRequest& request, RandomMap map);

// Does `change` to each picture in turn: forward(x, y) and backward(x, dy, dx) of one sample; outside
// training it is nothing.
struct RandomChange {
    std::function<void(const SampleRandom&, const float* x, float* y)> forward;
    std::function<void(const SampleRandom&, const float* x, const float* dy, float* dx)> backward;
    bool readsInput = true; // backward does
};
std::unique_ptr<Kernel> makeRandomChangeKernel(const KernelRequest& request, RandomChange change);

} // namespace lamina
