// Two spirals wound into each other: no straight line parts them, a small network does.
#include "engine/core/random.h"
#include "engine/data/generator_type.h"

#include <cmath>
#include <numbers>

namespace lamina::generators {

namespace {
constexpr int arms = 2;
constexpr double turns = 1.5;
constexpr double noise = 0.03;

std::vector<DataField> fields()
{
    return {{"point", DataKind::Numbers, Shape{2}, {}}, {"label", DataKind::Class, {}, {"0", "1"}}};
}

void generate(std::uint64_t seed, std::uint64_t sample, std::span<const std::span<float>> into)
{
    const CounterRandom random(seed, RandomPurpose::Data, {sample});
    const auto arm = static_cast<double>(random.below(0, arms));
    // The root spreads the points evenly along the arm.
    const double along = std::sqrt(random.uniform(1, 0.01, 1));
    const double angle = 2 * std::numbers::pi * (along * turns + arm / arms);
    into[0][0] = static_cast<float>(along * std::cos(angle) + noise * random.normal(1));
    into[0][1] = static_cast<float>(along * std::sin(angle) + noise * random.normal(2));
    into[1][0] = static_cast<float>(arm);
}
} // namespace

const GeneratorType& spirals()
{
    static const GeneratorType type{"spirals", LAMINA_TEXT("data", "Two spirals"),
                                    LAMINA_TEXT("data", "Points of the plane on two spirals, one class each"),
                                    fields, generate};
    return type;
}

} // namespace lamina::generators
