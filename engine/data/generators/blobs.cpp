// Four clouds of points: the simplest classes there are.
#include "engine/core/random.h"
#include "engine/data/generator_type.h"

#include <array>

namespace lamina::generators {

namespace {
struct Cloud {
    double x, y, spread;
};
// Between -1 and 1, more or less; two of them touch.
constexpr std::array<Cloud, 4> clouds{
    {{-0.6, 0.55, 0.17}, {0.55, 0.6, 0.22}, {-0.45, -0.55, 0.2}, {0.35, -0.3, 0.2}}};

std::vector<DataField> fields()
{
    return {{"point", DataKind::Numbers, Shape{2}, {}}, {"label", DataKind::Class, {}, {"0", "1", "2", "3"}}};
}

void generate(std::uint64_t seed, std::uint64_t sample, std::span<const std::span<float>> into)
{
    const CounterRandom random(seed, RandomPurpose::Data, {sample});
    const std::uint64_t label = random.below(0, clouds.size());
    const Cloud& cloud = clouds[static_cast<std::size_t>(label)];
    into[0][0] = static_cast<float>(cloud.x + cloud.spread * random.normal(1));
    into[0][1] = static_cast<float>(cloud.y + cloud.spread * random.normal(2));
    into[1][0] = static_cast<float>(label);
}
} // namespace

const GeneratorType& blobs()
{
    static const GeneratorType type{"blobs", LAMINA_TEXT("data", "Four clouds"),
                                    LAMINA_TEXT("data", "Points of the plane in four clouds, one class each"),
                                    fields, generate};
    return type;
}

} // namespace lamina::generators
