#include "engine/formats/keras_training.h"

#include "engine/core/numbers.h"
#include "engine/model/loss_type.h"
#include "engine/model/metric_type.h"
#include "engine/model/optimizer_type.h"
#include "engine/model/schedule_type.h"

#include <algorithm>

namespace lamina::keras {

namespace {
// Keras keeps its settings as float32: 0.0010000000474974513 was 0.001.
Json tidied(const Json& value)
{
    if (!value.is_number_float())
        return value;
    const double given = value.get<double>();
    const auto rounded = static_cast<float>(given);
    if (static_cast<double>(rounded) != given)
        return value;
    return toNumber(shortest(rounded)).value_or(given);
}

// Those settings that the part declares, allows, and has otherwise by default.
Json settingsOf(std::span<const Field> fields, const Json& config, std::string_view className)
{
    Json settings = Json::object();
    if (!config.is_object())
        return settings;
    for (const auto& [theirs, given] : config.items()) {
        const std::string key = ownKey(className, theirs);
        const Field* field = findField(fields, key);
        if (!field)
            continue;
        Json value = tidied(given);
        if (value.is_object()) { // a schedule
            const std::string name = value.value("class_name", std::string());
            if (const ScheduleType* schedule = schedules::find(name))
                value = {{"class_name", name},
                         {"config", settingsOf(schedule->fields, value.value("config", Json()), name)}};
        }
        if (field->defaultJson && value == Json::parse(field->defaultJson))
            continue;
        const Faults faults = check(std::span(field, 1), {{key, value}}, {});
        if (faults.empty())
            settings[key] = value;
    }
    return settings;
}

// "mse", {"class_name": "MeanSquaredError", "config": …}, {"class_name": "function", "config": "mse"}.
template <typename Find>
auto partOf(const Json& value, const Find& find) -> std::optional<PartSpec>
{
    std::string name;
    Json config = Json::object();
    if (value.is_string()) {
        name = value.get<std::string>();
    } else if (value.is_object() && value.value("class_name", Json()).is_string()) {
        name = ownClass(value["class_name"].get<std::string>());
        config = value.value("config", Json::object());
        if (name == "MeanMetricWrapper" && config.is_object()) { // a metric that was given as a name
            name = config.value("name", "");
            if (!find(name) && config.value("fn", Json()).is_string())
                name = config["fn"].get<std::string>();
        } else if (config.is_string()) {
            name = config.get<std::string>();
        }
    }
    const auto* type = find(name);
    if (!type)
        type = find(snakeCase(name));
    if (!type)
        return std::nullopt;
    return PartSpec{type->className, settingsOf(type->fields, config, type->className)};
}

Json optimizerOf(const Json& config)
{
    return config.contains("optimizer_config") ? config["optimizer_config"]
                                               : config.value("optimizer", Json());
}

std::string nameOf(const Json& part)
{
    std::string name = part.is_object() && part.value("class_name", Json()).is_string()
        ? part["class_name"].get<std::string>()
        : part.dump(-1, ' ', false, Json::error_handler_t::replace);
    constexpr std::size_t longest = 60;
    if (name.size() > longest)
        name.resize(longest);
    return name;
}

class Reader {
public:
    explicit Reader(std::vector<Text>& notes) : m_notes(notes) { }

    TrainingSpec read(const Json& config)
    {
        readLoss(config.value("loss", Json()));
        const Json metrics = config.value("metrics", Json());
        if (metrics.is_object() && !metrics.contains("class_name"))
            for (const auto& [output, list] : metrics.items())
                readMetrics(list, m_training.outputMetrics[output]);
        else
            readMetrics(metrics, m_training.metrics);
        readMetrics(config.value("weighted_metrics", Json()), m_training.weightedMetrics);
        if (const Json weights = config.value("loss_weights", Json());
            weights.is_array() || weights.is_object())
            m_training.lossWeights = weights;
        readOptimizer(optimizerOf(config));
        return std::move(m_training);
    }

private:
    void leftOut(const Json& value)
    {
        m_notes.emplace_back(LAMINA_TEXT("formats", "Lamina has no %1; choose something else"),
                             nameOf(value));
    }

    void readLoss(const Json& value)
    {
        if (value.is_null())
            return;
        if (value.is_array() && value.size() == 1) {
            readLoss(value[0]);
            return;
        }
        if (value.is_object() && !value.contains("class_name")) { // one for each output
            Json losses = Json::object();
            for (const auto& [output, loss] : value.items()) {
                const std::optional<PartSpec> part = partOf(loss, losses::find);
                if (!part)
                    return leftOut(loss);
                losses[output] = part->config.empty()
                    ? Json(part->className)
                    : Json{{"class_name", part->className}, {"config", part->config}};
            }
            m_training.loss = {{}, losses};
            return;
        }
        if (std::optional<PartSpec> part = partOf(value, losses::find))
            m_training.loss = std::move(*part);
        else
            leftOut(value);
    }

    // Names, objects, or lists of them.
    void readMetrics(const Json& value, std::vector<PartSpec>& into)
    {
        if (value.is_array()) {
            for (const Json& item : value)
                readMetrics(item, into);
        } else if (std::optional<PartSpec> part = partOf(value, metrics::find)) {
            if (std::find(into.begin(), into.end(), *part) == into.end())
                into.push_back(std::move(*part));
        } else if (!value.is_null()) {
            leftOut(value);
        }
    }

    void readOptimizer(const Json& value)
    {
        if (value.is_null())
            return;
        std::optional<PartSpec> part = partOf(value, optimizers::find);
        if (!part)
            return leftOut(value);
        m_training.optimizer = std::move(*part);
        if (value.is_object() && value.value("config", Json()).is_object()) {
            const Json rate = value["config"].value("learning_rate", Json());
            if (rate.is_object() && !m_training.optimizer.config.contains("learning_rate"))
                leftOut(rate);
        }
        const Json decay = value.is_object() && value.value("config", Json()).is_object()
            ? value["config"].value("decay", Json())
            : Json();
        if (decay.is_number() && decay != 0)
            m_notes.emplace_back(
                LAMINA_TEXT("formats", "The optimizer's decay of %1 is left out; choose a schedule instead"),
                shortest(decay.get<double>()));
    }

    std::vector<Text>& m_notes;
    TrainingSpec m_training;
};

// A schedule that Keras does not know is the rate that it begins with.
Json rateOf(const Json& rate)
{
    const ScheduleType* schedule =
        isSchedule(rate) ? schedules::find(rate.value("class_name", std::string())) : nullptr;
    return schedule && !schedule->inKeras ? Json(compileSchedule(rate)(0)) : rate;
}

Json named(const PartSpec& part, Version version, const char* module)
{
    if (part.config.empty())
        return part.className;
    Json object{{"class_name", camelCase(part.className)}, {"config", part.config}};
    if (version == Version::Three) {
        object["module"] = module;
        object["registered_name"] = nullptr;
    }
    return object;
}
} // namespace

TrainingSpec readTrainingConfig(const Json& config, std::vector<Text>& notes)
{
    try {
        return config.is_object() ? Reader(notes).read(config) : TrainingSpec();
    } catch (const Json::exception&) { // a value of a kind that no Keras ever wrote
        return {};
    }
}

std::string optimizerClass(const Json& config)
{
    try {
        const Json value = optimizerOf(config);
        if (const std::optional<PartSpec> part = partOf(value, optimizers::find))
            return part->className;
        return value.is_null() ? std::string() : nameOf(value);
    } catch (const Json::exception&) { // as above
        return {};
    }
}

Json trainingConfig(const TrainingSpec& training, Version version)
{
    const auto list = [&](const std::vector<PartSpec>& parts) {
        Json metrics = Json::array();
        for (const PartSpec& metric : parts)
            metrics.push_back(named(metric, version, "keras.metrics"));
        return metrics;
    };
    Json metrics = list(training.metrics);
    if (!training.outputMetrics.empty()) {
        metrics = Json::object();
        for (const auto& [output, parts] : training.outputMetrics)
            metrics[output] = list(parts);
    }
    Json loss = named(training.loss, version, "keras.losses");
    if (training.loss.className.empty()) // one for each output is keyed by output in Keras, too
        loss = training.loss.config.empty() ? Json() : training.loss.config;
    const OptimizerType* type = optimizers::find(training.optimizer.className);
    const std::string className = type ? type->className : training.optimizer.className;
    Json optimizer = training.optimizer.config;
    optimizer["name"] = type && version == Version::Three ? type->aliases.front() : className;
    if (type)
        for (const Field& field : type->fields)
            optimizer[field.name] =
                rateOf(Attributes(type->fields, training.optimizer.config).value(field.name));
    Json config{
        {"loss", loss},
        {"metrics", metrics},
        {"weighted_metrics", training.weightedMetrics.empty() ? Json() : list(training.weightedMetrics)},
        {"loss_weights", training.lossWeights}};
    if (version == Version::Two) {
        config["optimizer_config"] = {{"class_name", className}, {"config", optimizer}};
        return config;
    }
    config["optimizer"] = {{"module", "keras.optimizers"},
                           {"class_name", className},
                           {"config", optimizer},
                           {"registered_name", nullptr}};
    config["run_eagerly"] = false;
    config["steps_per_execution"] = 1;
    config["jit_compile"] = false;
    return config;
}

std::vector<std::vector<int>> slotOrder(const std::string& className, int slots, bool legacy)
{
    std::vector<std::vector<int>> order;
    // The new optimizers make the two means of a variable together, and whatever else one kind at a time;
    // RMSprop has no pair.
    const bool pairs = !legacy && slots >= 2 && className != "RMSprop";
    if (pairs)
        order.push_back({0, 1});
    for (int slot = pairs ? 2 : 0; slot < slots; ++slot)
        order.push_back({slot});
    return order;
}

} // namespace lamina::keras
