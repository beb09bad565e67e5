// Keras' Normalization, adapted to the training part: (x - mean) / max(sqrt(variance), 1e-7), each index
// along the axis with its own mean and variance (those of the population: divided by n).
#include "engine/data/preprocess_type.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lamina::preprocessing {

namespace {
constexpr float smallestDeviation = 1e-7F; // Keras' epsilon

const std::array<Field, 1> fields{{
    {.name = "axis",
     .kind = FieldKind::Whole,
     .defaultJson = "-1",
     .label = LAMINA_TEXT("preprocessing", "Axis"),
     .help = LAMINA_TEXT(
         "preprocessing",
         "Each number along this axis gets a mean of its own: -1, the last, are a table's columns or "
         "a picture's channels; none: one mean for all"),
     .minimum = -8,
     .maximum = 8,
     .orNull = true},
}};

// Numbers a sample has: outer × groups × inner, a mean for each group.
struct Layout {
    Index groups = 1;
    Index inner = 1;
};

Result<Layout> layoutOf(const Attributes& attributes, const Shape& shape)
{
    if (attributes.isNull("axis"))
        return Layout{1, shape.elements()};
    const Index given = attributes.whole("axis");
    // Keras counts the batch as axis 0.
    const Index axis = given < 0 ? given + shape.rank() : given - 1;
    if (given == 0 || axis < 0 || axis >= shape.rank())
        return Fault{FaultKind::Input,
                     {LAMINA_TEXT("preprocessing", "There is no axis %1 in samples of %2"),
                      static_cast<long>(given), shape.text()},
                     {},
                     LAMINA_TEXT("preprocessing", "use -1, the last")};
    Layout layout{shape[static_cast<int>(axis)], 1};
    for (int after = static_cast<int>(axis) + 1; after < shape.rank(); ++after)
        layout.inner *= shape[after];
    return layout;
}

// Welford's, one number after another: no digits are lost where the mean is large.
struct Moments {
    double count = 0;
    double mean = 0;
    double squares = 0;

    void add(double value)
    {
        count += 1;
        const double off = value - mean;
        mean += off / count;
        squares += off * (value - mean);
    }
};

Result<Json> learn(const Attributes& attributes, const Shape& shape, const SampleVisit& visit)
{
    const Result<Layout> layout = layoutOf(attributes, shape);
    if (!layout)
        return layout.faults();
    std::vector<Moments> moments(static_cast<std::size_t>(layout->groups));
    const auto inner = static_cast<std::size_t>(layout->inner);
    const Result<void> seen = visit([&](std::span<const float> values) {
        std::size_t at = 0;
        while (at < values.size())
            for (Moments& each : moments)
                for (std::size_t i = 0; i < inner; ++i)
                    each.add(static_cast<double>(values[at++]));
    });
    if (!seen)
        return seen.faults();
    Json means = Json::array();
    Json variances = Json::array();
    for (const Moments& each : moments) {
        means.push_back(each.mean);
        variances.push_back(each.count > 0 ? each.squares / each.count : 1.0);
    }
    return Json{{"mean", means}, {"variance", variances}, {"inner", layout->inner}};
}

PreprocessFunction compileLearned(const Attributes&, const Json& learned)
{
    std::vector<float> means;
    std::vector<float> deviations;
    Index inner = 0;
    try {
        means = learned.at("mean").get<std::vector<float>>();
        deviations = learned.at("variance").get<std::vector<float>>();
        inner = learned.at("inner").get<Index>();
    } catch (const Json::exception&) {
        return nullptr;
    }
    if (means.empty() || means.size() != deviations.size() || inner < 1)
        return nullptr;
    for (float& each : deviations)
        each = std::max(std::sqrt(each), smallestDeviation);
    return [means = std::move(means), deviations = std::move(deviations),
            inner = static_cast<std::size_t>(inner)](std::span<float> values) {
        if (inner == 1) {
            for (std::size_t at = 0; at < values.size(); at += means.size())
                for (std::size_t i = 0; i < std::min(means.size(), values.size() - at); ++i)
                    values[at + i] = (values[at + i] - means[i]) / deviations[i];
            return;
        }
        for (std::size_t at = 0, group = 0; at < values.size();
             at += inner, group = (group + 1) % means.size())
            for (float& value : values.subspan(at, std::min(inner, values.size() - at)))
                value = (value - means[group]) / deviations[group];
    };
}
} // namespace

const PreprocessType& normalization()
{
    static const PreprocessType type{
        .className = "Normalization",
        .label = LAMINA_TEXT("preprocessing", "Normalization"),
        .help = LAMINA_TEXT("preprocessing",
                            "Brings every column to mean 0 and deviation 1, as the training part has them"),
        .fields = fields,
        .compile = nullptr,
        .learn = learn,
        .compileLearned = compileLearned};
    return type;
}

} // namespace lamina::preprocessing
