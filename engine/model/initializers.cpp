#include "engine/model/initializers.h"

#include "engine/core/fields.h"
#include "engine/core/listed.h"

#include <Eigen/Dense>

#include <algorithm>
#include <array>
#include <cmath>

namespace lamina {

namespace {
constexpr std::array names{"glorot_uniform",   "glorot_normal",  "he_uniform",    "he_normal",
                           "lecun_uniform",    "lecun_normal",   "zeros",         "ones",
                           "constant",         "random_uniform", "random_normal", "truncated_normal",
                           "variance_scaling", "orthogonal",     "identity"};
constexpr double truncation = 0.87962566103423978; // standard deviation of a normal cut at ±2

constexpr double large = 1e6;
Field number(const char* name, const char* byDefault, double minimum = -large)
{
    return {.name = name,
            .kind = FieldKind::Real,
            .defaultJson = byDefault,
            .label = {},
            .help = {},
            .minimum = minimum,
            .maximum = large};
}
const Field seed{.name = "seed", .kind = FieldKind::Whole, .defaultJson = "null", .label = {}, .help = {}};

constexpr std::array modes{"fan_in", "fan_out", "fan_avg"};
constexpr std::array distributions{"truncated_normal", "untruncated_normal", "normal", "uniform"};

std::vector<Field> fieldsOf(std::string_view name)
{
    if (name == "constant")
        return {number("value", "0")};
    if (name == "random_uniform")
        return {number("minval", "-0.05"), number("maxval", "0.05"), seed};
    if (name == "random_normal" || name == "truncated_normal")
        return {number("mean", "0"), number("stddev", "0.05", 0), seed};
    if (name == "variance_scaling")
        return {number("scale", "1", 0),
                {.name = "mode",
                 .kind = FieldKind::Choice,
                 .defaultJson = "\"fan_in\"",
                 .label = {},
                 .help = {},
                 .choices = modes},
                {.name = "distribution",
                 .kind = FieldKind::Choice,
                 .defaultJson = "\"truncated_normal\"",
                 .label = {},
                 .help = {},
                 .choices = distributions},
                seed};
    if (name == "orthogonal")
        return {number("gain", "1"), seed};
    if (name == "identity")
        return {number("gain", "1")};
    if (name == "zeros" || name == "ones")
        return {};
    return {seed};
}

// GlorotUniform → glorot_uniform, VarianceScaling → variance_scaling.
std::string snakeCase(const std::string& name)
{
    std::string snake;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') {
            if (!snake.empty())
                snake += '_';
            snake += static_cast<char>(c - 'A' + 'a');
        } else {
            snake += c;
        }
    }
    if (snake == "zero")
        return "zeros";
    if (snake == "uniform" || snake == "normal")
        return "random_" + snake;
    return snake == "one" ? "ones" : snake;
}

std::string nameOf(const Json& initializer)
{
    return snakeCase(initializer.is_string() ? initializer.get<std::string>()
                                             : initializer.at("class_name").get<std::string>());
}

Json configOf(const Json& initializer)
{
    return initializer.is_object() && initializer.contains("config") ? initializer["config"] : Json::object();
}

struct Fans {
    double in;
    double out;
};

Fans fansOf(const Shape& shape)
{
    if (shape.rank() == 0)
        return {1, 1};
    if (shape.rank() == 1)
        return {static_cast<double>(shape[0]), static_cast<double>(shape[0])};
    double window = 1;
    for (int axis = 0; axis < shape.rank() - 2; ++axis)
        window *= static_cast<double>(shape[axis]);
    return {window * static_cast<double>(shape[-2]), window * static_cast<double>(shape[-1])};
}

void fillUniform(double low, double high, const CounterRandom& random, std::span<float> values)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(random.uniform(i, low, high));
}

void fillNormal(double mean, double deviation, const CounterRandom& random, std::span<float> values)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(mean + deviation * random.normal(i));
}

// Values beyond two deviations are drawn again, each from a stream of its own.
void fillTruncated(double mean, double deviation, const CounterRandom& random, std::span<float> values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        const CounterRandom own(random.key(), RandomPurpose::Weights, {i});
        double value = 3;
        for (std::uint64_t attempt = 0; std::abs(value) > 2; ++attempt)
            value = own.normal(attempt);
        values[i] = static_cast<float>(mean + deviation * value);
    }
}

void fillVarianceScaling(double scale, std::string_view mode, std::string_view distribution,
                         const Shape& shape, const CounterRandom& random, std::span<float> values)
{
    const Fans fans = fansOf(shape);
    const double fan = mode == "fan_in" ? fans.in : mode == "fan_out" ? fans.out : (fans.in + fans.out) / 2;
    const double variance = scale / std::max(1.0, fan);
    if (distribution == "uniform")
        fillUniform(-std::sqrt(3 * variance), std::sqrt(3 * variance), random, values);
    else if (distribution == "untruncated_normal")
        fillNormal(0, std::sqrt(variance), random, values);
    else
        fillTruncated(0, std::sqrt(variance) / truncation, random, values);
}

// Q of a random normal matrix with the signs of R's diagonal, so that Q is uniform over orthogonal matrices
// (Mezzadri 2007).
void fillOrthogonal(double gain, const Shape& shape, const CounterRandom& random, std::span<float> values)
{
    const Index columns = shape.rank() > 0 ? shape[-1] : 1;
    const Index rows = static_cast<Index>(values.size()) / std::max<Index>(columns, 1);
    const Index longer = std::max(rows, columns);
    const Index shorter = std::min(rows, columns);
    Eigen::MatrixXd normal(longer, shorter);
    for (Index i = 0; i < longer * shorter; ++i)
        normal(i / shorter, i % shorter) = random.normal(static_cast<std::uint64_t>(i));
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(normal);
    Eigen::MatrixXd q = qr.householderQ() * Eigen::MatrixXd::Identity(longer, shorter);
    for (Index i = 0; i < shorter; ++i)
        if (qr.matrixQR()(i, i) < 0)
            q.col(i) = -q.col(i);
    for (Index r = 0; r < rows; ++r)
        for (Index c = 0; c < columns; ++c)
            values[static_cast<std::size_t>(r * columns + c)] =
                static_cast<float>(gain * (rows < columns ? q(c, r) : q(r, c)));
}

void fillIdentity(double gain, const Shape& shape, std::span<float> values)
{
    const Index columns = shape.rank() > 0 ? shape[-1] : 1;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto position = static_cast<Index>(i);
        values[i] = position / columns == position % columns ? static_cast<float>(gain) : 0.0F;
    }
}
} // namespace

std::span<const char* const> initializerNames()
{
    return names;
}

Result<void> checkInitializer(const Json& initializer)
{
    const std::string name = nameOf(initializer);
    if (std::find(names.begin(), names.end(), name) == names.end())
        return Fault{FaultKind::Input,
                     Text(LAMINA_TEXT("model", "There is no initializer '%1'"), name),
                     {},
                     Text(LAMINA_TEXT("model", "use one of: %1"), listed(names))};
    Faults faults = check(fieldsOf(name), configOf(initializer), {});
    if (!faults.empty())
        return faults;
    return {};
}

Result<void> checkInitializer(const Json& initializer, const Shape& shape)
{
    const std::string name = nameOf(initializer);
    const bool fits = name == "orthogonal" ? shape.rank() >= 2 : name != "identity" || shape.rank() == 2;
    if (fits)
        return {};
    return Fault{
        FaultKind::Input,
        Text(LAMINA_TEXT("model", "The initializer '%1' makes matrices, and here numbers of shape %2 start"),
             name, shape.text()),
        {},
        LAMINA_TEXT("model", "use zeros, or one of the uniform or normal ones")};
}

void initialize(const Json& initializer, const Shape& shape, const CounterRandom& random,
                std::span<float> values)
{
    const std::string name = nameOf(initializer);
    if (name == "unit_forget_bias") {
        initialize(configOf(initializer).at("bias_initializer"), shape, random, values);
        const std::size_t units = values.size() / 4;
        std::fill_n(values.begin() + static_cast<std::ptrdiff_t>(units), units, 1.0F);
        return;
    }
    const std::vector<Field> fields = fieldsOf(name);
    const Attributes config(fields, configOf(initializer));
    // A seed of its own makes the variable independent of the project's seed, as in Keras.
    const CounterRandom own = config.has("seed") && !config.isNull("seed")
        ? CounterRandom(static_cast<std::uint64_t>(config.whole("seed")), RandomPurpose::Weights)
        : random;
    const auto scaled = [&](double scale, const char* mode, const char* distribution) {
        fillVarianceScaling(scale, mode, distribution, shape, own, values);
    };
    if (name == "glorot_uniform")
        scaled(1, "fan_avg", "uniform");
    else if (name == "glorot_normal")
        scaled(1, "fan_avg", "truncated_normal");
    else if (name == "he_uniform")
        scaled(2, "fan_in", "uniform");
    else if (name == "he_normal")
        scaled(2, "fan_in", "truncated_normal");
    else if (name == "lecun_uniform")
        scaled(1, "fan_in", "uniform");
    else if (name == "lecun_normal")
        scaled(1, "fan_in", "truncated_normal");
    else if (name == "variance_scaling")
        fillVarianceScaling(config.real("scale"), config.text("mode"), config.text("distribution"), shape,
                            own, values);
    else if (name == "random_uniform")
        fillUniform(config.real("minval"), config.real("maxval"), own, values);
    else if (name == "random_normal")
        fillNormal(config.real("mean"), config.real("stddev"), own, values);
    else if (name == "truncated_normal")
        fillTruncated(config.real("mean"), config.real("stddev"), own, values);
    else if (name == "orthogonal")
        fillOrthogonal(config.real("gain"), shape, own, values);
    else if (name == "identity")
        fillIdentity(config.real("gain"), shape, values);
    else
        std::fill(values.begin(), values.end(),
                  name == "ones"           ? 1.0F
                      : name == "constant" ? static_cast<float>(config.real("value"))
                                           : 0.0F);
}

} // namespace lamina
