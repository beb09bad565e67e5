// Hours of study in a week and the mark that came of them, from 0 to 20: a line with much scatter, as in
// life.
#include "engine/core/random.h"
#include "engine/data/generator_type.h"

#include <algorithm>
#include <cmath>

namespace lamina::generators {

namespace {
constexpr double longestWeek = 12; // hours
constexpr double markWithout = 5;
constexpr double markAnHour = 1;
constexpr double scatter = 2;

std::vector<DataField> fields()
{
    return {{"hours", DataKind::Numbers, Shape{1}, {}}, {"target", DataKind::Numbers, Shape{1}, {}}};
}

void generate(std::uint64_t seed, std::uint64_t sample, std::span<const std::span<float>> into)
{
    const CounterRandom random(seed, RandomPurpose::Data, {sample});
    const double hours = std::round(random.uniform(0, 0, longestWeek) * 4) / 4; // people count in quarters
    const double mark = markWithout + markAnHour * hours + scatter * random.normal(1);
    into[0][0] = static_cast<float>(hours);
    into[1][0] = static_cast<float>(std::clamp(mark, 0.0, 20.0));
}
} // namespace

const GeneratorType& study_scores()
{
    static const GeneratorType type{
        "study_scores", LAMINA_TEXT("data", "Hours of study and marks"),
        LAMINA_TEXT("data", "A number from a number: marks from 0 to 20 after hours of study"), fields,
        generate};
    return type;
}

} // namespace lamina::generators
