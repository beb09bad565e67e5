#include "engine/code/torch_starts.h"

#include "engine/code/python.h"
#include "engine/core/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lamina::code {

namespace {
struct Fans {
    double in = 1;
    double out = 1;
};

// As Keras counts them, from its own layout.
Fans fansOf(const Shape& shape)
{
    if (shape.rank() == 0)
        return {};
    if (shape.rank() == 1)
        return {static_cast<double>(shape[0]), static_cast<double>(shape[0])};
    const double field = static_cast<double>(shape.elements()) / static_cast<double>(shape[-1])
        / static_cast<double>(shape[-2]);
    return {static_cast<double>(shape[-2]) * field, static_cast<double>(shape[-1]) * field};
}

std::string digits(double value)
{
    return python::number(std::stod(shortest(static_cast<float>(value))));
}

std::string uniform(double limit)
{
    return "nn.init.uniform_({}, -" + digits(limit) + ", " + digits(limit) + ")";
}

std::string truncated(double deviation)
{
    const std::string twice = digits(2 * deviation);
    return "nn.init.trunc_normal_({}, std=" + digits(deviation) + ", a=-" + twice + ", b=" + twice + ")";
}

std::string scaled(double scale, const std::string& mode, const std::string& distribution, const Fans& fans)
{
    const double n = mode == "fan_in" ? fans.in : mode == "fan_out" ? fans.out : (fans.in + fans.out) / 2;
    scale /= std::max(n, 1.0);
    if (distribution == "uniform")
        return uniform(std::sqrt(3 * scale));
    if (distribution == "untruncated_normal")
        return "nn.init.normal_({}, std=" + digits(std::sqrt(scale)) + ")";
    return truncated(std::sqrt(scale) / .87962566103423978); // what is left within two deviations
}

struct Scaling {
    std::string_view name;
    double scale;
    const char* mode;
    const char* distribution;
};
constexpr std::array scalings{Scaling{"glorot_uniform", 1, "fan_avg", "uniform"},
                              Scaling{"glorot_normal", 1, "fan_avg", "truncated_normal"},
                              Scaling{"he_uniform", 2, "fan_in", "uniform"},
                              Scaling{"he_normal", 2, "fan_in", "truncated_normal"},
                              Scaling{"lecun_uniform", 1, "fan_in", "uniform"},
                              Scaling{"lecun_normal", 1, "fan_in", "truncated_normal"}};

std::string callOf(const std::string& name, const Json& config, const Shape& shape, bool same)
{
    const auto number = [&](const char* key, double otherwise) {
        return digits(config.value(key, otherwise));
    };
    if (same && name == "glorot_uniform")
        return "nn.init.xavier_uniform_({})";
    if (same && name == "he_uniform")
        return "nn.init.kaiming_uniform_({}, nonlinearity=\"relu\")";
    for (const Scaling& each : scalings)
        if (each.name == name)
            return scaled(each.scale, each.mode, each.distribution, fansOf(shape));
    if (name == "variance_scaling")
        return scaled(config.value("scale", 1.0), config.value("mode", std::string("fan_in")),
                      config.value("distribution", std::string("truncated_normal")), fansOf(shape));
    if (name == "ones")
        return "nn.init.ones_({})";
    if (name == "constant")
        return "nn.init.constant_({}, " + number("value", 0) + ")";
    if (name == "random_uniform")
        return "nn.init.uniform_({}, " + number("minval", -0.05) + ", " + number("maxval", 0.05) + ")";
    if (name == "random_normal")
        return "nn.init.normal_({}, " + number("mean", 0) + ", " + number("stddev", 0.05) + ")";
    if (name == "truncated_normal") {
        const double mean = config.value("mean", 0.0);
        const double deviation = config.value("stddev", 0.05);
        return "nn.init.trunc_normal_({}, " + digits(mean) + ", " + digits(deviation) + ", "
            + digits(mean - 2 * deviation) + ", " + digits(mean + 2 * deviation) + ")";
    }
    const std::string gain = config.value("gain", 1.0) != 1 ? ", " + number("gain", 1) : std::string();
    if (name == "orthogonal")
        return "nn.init.orthogonal_({}" + gain + ")";
    if (name == "identity")
        return "nn.init.eye_({})";
    return "nn.init.zeros_({})";
}

struct Own {
    std::string_view parameter;
    std::string_view initializer;
};
// What PyTorch's modules start with anyway.
constexpr std::array own{Own{"gamma", "ones"},           Own{"beta", "zeros"},  Own{"moving_mean", "zeros"},
                         Own{"moving_variance", "ones"}, Own{"alpha", "zeros"}, Own{"mean", "zeros"},
                         Own{"variance", "ones"}};
} // namespace

void TorchStarts::add(const ParameterSpec& parameter, const TorchWeight& weight, const std::string& target)
{
    const Json& given = parameter.initializer;
    std::string name = given.is_string() ? given.get<std::string>() : "zeros";
    Json config = Json::object();
    if (given.is_object()) {
        name = given.at("class_name").get<std::string>();
        config = given.value("config", Json::object());
    }
    for (const Own& each : own)
        if (each.parameter == parameter.name && each.initializer == name)
            return;
    if (name == "unit_forget_bias") {
        const Index units = parameter.shape[0] / 4;
        const Json inner = config.at("bias_initializer");
        name = inner.is_string() ? inner.get<std::string>() : inner.at("class_name").get<std::string>();
        config = inner.is_object() ? inner.value("config", Json::object()) : Json::object();
        m_after.push_back("nn.init.ones_(" + target + "[" + std::to_string(units) + ":"
                          + std::to_string(2 * units) + "])  # the gate that forgets");
    }
    m_targets[callOf(name, config, parameter.shape, weight.same)].push_back(target);
}

std::vector<std::string> TorchStarts::lines(int room) const
{
    std::vector<std::string> lines;
    for (const auto& [call, targets] : m_targets) {
        const bool one = targets.size() == 1;
        const std::string line = forms::filled(
            [&call = call] {
                std::string text = call;
                text.replace(text.find("{}"), 2, "{0}");
                return text;
            }(),
            {one ? targets[0] : "weight"}, {});
        if (!one)
            lines.push_back("for weight in " + python::bracketed("(", targets, "):", room - 14));
        lines.push_back((one ? "" : "    ") + line);
    }
    lines.insert(lines.end(), m_after.begin(), m_after.end());
    return lines;
}

} // namespace lamina::code
