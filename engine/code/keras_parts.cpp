#include "engine/code/keras_parts.h"

#include "engine/code/python.h"
#include "engine/formats/keras_words.h"
#include "engine/model/layer_type.h"
#include "engine/model/loss_type.h"
#include "engine/model/metric_type.h"
#include "engine/model/optimizer_type.h"
#include "engine/model/schedule_type.h"
#include "engine/training/callback_type.h"

#include <algorithm>

namespace lamina::code {

namespace {
constexpr int anyRoom = 1000; // within a call, which is broken as a whole

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

// The module of keras in which the parts of a field live.
std::string moduleOf(std::string_view field)
{
    for (const char* kind : {"initializer", "regularizer", "constraint"})
        if (field.ends_with(kind))
            return std::string("keras.") + kind + "s.";
    return "keras.optimizers.schedules.";
}

std::string layerCall(const std::string& className, const Json& config, const std::string& name, int room)
{
    const LayerType* type = layers::find(className);
    std::vector<std::string> arguments = kerasArguments(type->fields, config);
    for (const auto& argument : kerasArguments(commonLayerFields(), config))
        arguments.push_back(argument);
    if (!name.empty())
        arguments.push_back("name=" + python::quote(name));
    return python::call("layers." + className, arguments, room);
}

// {class_name, config} as a call.
std::string partCall(const Field& field, const Json& value)
{
    const std::string name = value.at("class_name").get<std::string>();
    const Json config = value.value("config", Json::object());
    const std::string function =
        moduleOf(field.name) + (isUpper(name[0]) ? name : lamina::keras::camelCase(name));
    if (field.parts)
        if (const NestedValue nested = nestedValue(field.parts(), value); nested.part)
            return python::call(function, kerasArguments(nested.part->fields, nested.config), anyRoom);
    std::vector<std::string> arguments;
    for (const auto& [key, each] : config.items())
        arguments.push_back(key + "=" + python::value(each));
    return python::call(function, arguments, anyRoom);
}

std::string text(const Field& field, const Json& value)
{
    if (value.is_object() && field.kind == FieldKind::Layer)
        return layerCall(value.at("class_name").get<std::string>(), value.value("config", Json::object()),
                         value.value("config", Json::object()).value("name", std::string()), anyRoom);
    if (value.is_object() && value.contains("class_name"))
        return partCall(field, value);
    if (value.is_array() && (field.kind == FieldKind::RealList || field.kind == FieldKind::TextList))
        return python::list(value);
    if (std::string_view(field.name) == "axis" && value.is_array() && value.size() == 1)
        return python::value(value[0]); // a list of one is none to Keras 3
    return python::value(value);
}

bool isDefault(const Field& field, const Json& value)
{
    if (!field.defaultJson)
        return false;
    const Json usual = Json::parse(field.defaultJson);
    return value == usual || spelledOut(field, value) == spelledOut(field, usual);
}

// The name among a part's that is Keras' class: "Huber" among "huber", "Huber", "huber_loss".
std::string classOf(const char* name, std::span<const char* const> aliases)
{
    const auto isClass = [](std::string_view each) {
        return each.size() > 3 && isUpper(each[0])
            && std::ranges::any_of(each, [](char c) { return c >= 'a' && c <= 'z'; });
    };
    if (isClass(name))
        return name;
    const auto found = std::ranges::find_if(aliases, isClass);
    return found == aliases.end() ? lamina::keras::camelCase(name) : *found;
}
} // namespace

std::vector<std::string> kerasArguments(std::span<const Field> fields, const Json& config)
{
    std::vector<std::string> arguments;
    bool byPlace = true;
    for (const Field& field : fields) {
        byPlace = byPlace && !field.defaultJson;
        const auto given = config.find(field.name);
        if (given == config.end() || isDefault(field, *given)) {
            byPlace = false;
            continue;
        }
        arguments.push_back((byPlace ? std::string() : std::string(field.name) + "=") + text(field, *given));
    }
    return arguments;
}

std::string kerasLayer(const LayerSpec& layer, const std::string& name, int room)
{
    return layerCall(layer.className, layer.config, name, room);
}

std::string kerasOptimizer(const PartSpec& optimizer, int room)
{
    const OptimizerType* type = optimizers::find(optimizer.className);
    if (!type)
        return python::quote(optimizer.className);
    return python::call(std::string("keras.optimizers.") + type->className,
                        kerasArguments(type->fields, optimizer.config), room);
}

std::string kerasLoss(const PartSpec& loss, int room)
{
    const LossType* type = losses::find(loss.className);
    const std::vector<std::string> arguments =
        type ? kerasArguments(type->fields, loss.config) : std::vector<std::string>();
    if (!type || arguments.empty())
        return python::quote(loss.className);
    return python::call("keras.losses." + classOf(type->className, type->aliases), arguments, room);
}

std::string kerasMetric(const PartSpec& metric, int room)
{
    const MetricType* type = metrics::find(metric.className);
    const std::vector<std::string> arguments =
        type ? kerasArguments(type->fields, metric.config) : std::vector<std::string>();
    // What Keras knows by a function's name goes by that; what is a class alone, by the class.
    if (!type || (arguments.empty() && !isUpper(type->className[0])))
        return python::quote(metric.className);
    const std::string className =
        type->objectName ? type->objectName : classOf(type->className, type->aliases);
    return python::call("keras.metrics." + className, arguments, room);
}

std::string kerasCallback(const PartSpec& callback, int room)
{
    const CallbackType* type = callbacks::find(callback.className);
    if (!type)
        return python::call("keras.callbacks." + callback.className, {}, room);
    std::vector<std::string> arguments = kerasArguments(type->fields, callback.config);
    // Where Keras takes a function of the epoch, Lamina has a schedule.
    for (std::size_t i = 0; i < arguments.size(); ++i)
        if (i == 0 && type->fields[0].kind == FieldKind::RealOrPart && !type->fields[0].defaultJson)
            arguments[0] = callback.config.at(type->fields[0].name).is_object()
                ? "lambda epoch: float(" + arguments[0] + "(epoch))"
                : "lambda epoch: " + arguments[0];
    return python::call("keras.callbacks." + callback.className, arguments, room);
}

} // namespace lamina::code
