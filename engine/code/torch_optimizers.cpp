#include "engine/code/torch_parts.h"

#include "engine/code/python.h"
#include "engine/model/optimizer_type.h"
#include "engine/model/schedule_type.h"

#include <array>

namespace lamina::code {

namespace {
struct Setting {
    const char* field; // Keras'
    const char* argument; // PyTorch's
    const char* usual; // what PyTorch takes if nothing is said, as Python
};

struct Optimizer {
    std::string_view className;
    const char* theirs;
    bool betas; // beta_1 and beta_2 go together there
    std::array<Setting, 4> settings; // filled from the front
};

constexpr std::array optimizerTable{
    Optimizer{"SGD", "SGD", false, {{{"momentum", "momentum", "0.0"}, {"nesterov", "nesterov", "False"}}}},
    Optimizer{"Adam", "Adam", true, {{{"epsilon", "eps", "1e-08"}, {"amsgrad", "amsgrad", "False"}}}},
    Optimizer{"AdamW",
              "AdamW",
              true,
              {{{"epsilon", "eps", "1e-08"},
                {"amsgrad", "amsgrad", "False"},
                {"weight_decay", "weight_decay", "0.01"}}}},
    Optimizer{"Adamax", "Adamax", true, {{{"epsilon", "eps", "1e-08"}}}},
    Optimizer{"Nadam", "NAdam", true, {{{"epsilon", "eps", "1e-08"}}}},
    Optimizer{"RMSprop",
              "RMSprop",
              false,
              {{{"rho", "alpha", "0.99"},
                {"epsilon", "eps", "1e-08"},
                {"momentum", "momentum", "0.0"},
                {"centered", "centered", "False"}}}},
    Optimizer{
        "Adagrad",
        "Adagrad",
        false,
        {{{"initial_accumulator_value", "initial_accumulator_value", "0.0"}, {"epsilon", "eps", "1e-10"}}}},
    Optimizer{"Adadelta", "Adadelta", false, {{{"rho", "rho", "0.9"}, {"epsilon", "eps", "1e-06"}}}}};
} // namespace

std::string torchOptimizer(const PartSpec& optimizer, double rate)
{
    const OptimizerType* type = optimizers::find(optimizer.className);
    if (!type)
        return {};
    const Attributes attributes(type->fields, optimizer.config);
    std::string_view name = type->className;
    if (name == "Adam" && !attributes.isNull("weight_decay"))
        name = "AdamW"; // what Keras takes away is beside the gradient, as there
    for (const Optimizer& each : optimizerTable) {
        if (each.className != name)
            continue;
        if (name != "AdamW" && !attributes.isNull("weight_decay"))
            return {};
        std::vector<std::string> arguments{"model.parameters()", "lr=" + python::number(rate)};
        if (each.betas && (attributes.real("beta_1") != 0.9 || attributes.real("beta_2") != 0.999))
            arguments.push_back("betas=(" + python::number(attributes.real("beta_1")) + ", "
                                + python::number(attributes.real("beta_2")) + ")");
        for (const Setting& setting : each.settings) {
            if (!setting.field)
                break;
            const Json value = attributes.value(setting.field);
            const std::string text =
                value.is_boolean() ? python::value(value) : python::number(value.get<double>());
            if (text != setting.usual)
                arguments.push_back(std::string(setting.argument) + "=" + text);
        }
        if (name == "Nadam")
            arguments.emplace_back("momentum_decay=1"); // 0.96 to the power of the step, as in Keras
        return python::call(std::string("torch.optim.") + each.theirs, arguments, 90);
    }
    return {};
}

std::string torchRate(const Json& rate)
{
    if (!isSchedule(rate))
        return python::number(rate.get<double>());
    const std::string name = rate.value("class_name", std::string());
    const ScheduleType* type = schedules::find(name);
    if (!type)
        return {};
    const Attributes attributes(type->fields, rate.value("config", Json::object()));
    const auto real = [&](const char* field) { return python::number(attributes.real(field)); };
    const auto steps = [&] { return python::number(attributes.real("decay_steps")); };
    if (name == "ExponentialDecay" || name == "InverseTimeDecay") {
        const std::string past =
            std::string("step ") + (attributes.flag("staircase") ? "// " : "/ ") + steps();
        return real("initial_learning_rate")
            + (name == "ExponentialDecay" ? " * " + real("decay_rate") + " ** (" + past + ")"
                                          : " / (1 + " + real("decay_rate") + " * (" + past + "))");
    }
    if (name == "PolynomialDecay" && !attributes.flag("cycle"))
        return python::number(attributes.real("initial_learning_rate") - attributes.real("end_learning_rate"))
            + " * (1 - min(step / " + steps() + ", 1)) ** " + real("power") + " + "
            + real("end_learning_rate");
    if (name == "CosineDecay" && attributes.isNull("warmup_target")) {
        const double alpha = attributes.real("alpha");
        return real("initial_learning_rate") + " * (" + python::number((1 - alpha) / 2)
            + " * (1 + math.cos(math.pi * min(step / " + steps() + ", 1))) + " + python::number(alpha) + ")";
    }
    if (name == "PiecewiseConstantDecay")
        return python::list(Json(attributes.reals("values"))) + "[bisect.bisect_left("
            + python::list(Json(attributes.reals("boundaries"))) + ", step)]";
    return {};
}

} // namespace lamina::code
